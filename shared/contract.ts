/**
 * Every call the page can make: name -> input, output. The map of the app:
 * read this first. Each row has one line in `electron/api/`.
 */
import { z } from 'zod'
import { OneParty, SettleOrder, SignOrder } from './agreement.ts'
import { Backup, BackupContent, BackupId, BackupItem, BackupPlace, BackupStatus } from './backup.ts'
import { Day, Instant, LocalDateTime } from './dates.ts'
import { DumpFile, DumpRestored, DumpSaved } from './dump.ts'
import { ExportDraft, ExportFormat, ExportOrder, ExportRecord, ExportScope, Audience } from './exporting.ts'
import { ExportRecordId, ItemId, LinkId, SpaceId } from './ids.ts'
import { ImportId, ImportPlan, ImportRecord, droppedMaxBytes } from './importing.ts'
import { AnyItem, EntrySort, Item, ItemKind, KindAndBody, Privacy, Revision, SessionMode } from './item.ts'
import { Language } from './language.ts'
import { Link, LinkType } from './link.ts'
import { CandidateAnswer } from './path.ts'
import { Preferences } from './preference.ts'
import { Hit } from './search.ts'
import { KeychainOffer, KeySlot, SlotId } from './slot.ts'
import { Space, SpaceDraft, SpaceTerms } from './space.ts'
import { NextStep, Today } from './today.ts'
import { Place, Strength, Unlocked, VaultFacts, VaultHealth, VaultStatus } from './vault.ts'

const nothing = z.void()
const Passphrase = z.string().min(1).max(1000)
const RecoveryCode = z.string().max(200)
/** One backup, and the passphrase that opened it when it was made; null uses the key of the open vault. */
const OneBackup = { id: BackupId, place: BackupPlace, passphrase: Passphrase.nullable() }
/** What `candidate.accept` made, and how it stood before. */
const Accepted = { entries: z.array(ItemId).max(2), answer: CandidateAnswer, other: z.string().max(120) }
const Revised = { id: ItemId, revision: z.int().min(1) }

export const contract = {
  'vault.status': { input: nothing, output: VaultStatus },
  /** Ask for a folder in the shell's own window; a cancelled choice changes nothing. */
  'vault.choose': { input: z.strictObject({ for: z.enum(['open', 'create']) }), output: VaultStatus },
  /** Make the vault in the chosen folder and open it. The code is shown now and never again. */
  'vault.create': {
    input: z.strictObject({ passphrase: Passphrase, me: z.string().max(120) }),
    output: z.strictObject({ recoveryCode: z.string() }),
  },
  'vault.unlock': { input: z.strictObject({ passphrase: Passphrase }), output: Unlocked },
  /** Open with the recovery code, and put a new passphrase in place of the forgotten one. */
  'vault.recover': { input: z.strictObject({ code: RecoveryCode, newPassphrase: Passphrase }), output: Unlocked },
  /** Go on with this copy, though it was written elsewhere too; until then every unlock says so. */
  'vault.accept': { input: nothing, output: nothing },
  'vault.lock': { input: nothing, output: nothing },
  'vault.facts': { input: nothing, output: VaultFacts },
  'passphrase.suggest': { input: nothing, output: z.strictObject({ passphrase: z.string() }) },
  'passphrase.rate': {
    input: z.strictObject({ passphrase: z.string().max(1000) }),
    output: z.strictObject({ log10Guesses: z.number(), strength: Strength }),
  },
  /** Put a new passphrase in place of the current one, which is dead afterwards. */
  'passphrase.change': { input: z.strictObject({ current: Passphrase, next: Passphrase }), output: nothing },
  /** Prove that the code was written down. */
  'recovery.confirm': { input: z.strictObject({ code: RecoveryCode }), output: nothing },
  /** A new code; the one on the old sheet is dead afterwards, and the new one is asked back. Null only right after the old code opened the vault. */
  'recovery.renew': { input: z.strictObject({ passphrase: Passphrase.nullable() }), output: z.strictObject({ recoveryCode: z.string() }) },
  'recovery.save': { input: z.strictObject({ code: RecoveryCode, language: Language }), output: z.strictObject({ saved: z.boolean() }) },
  /** Whether Today proposes once a quarter to type the code. */
  'recovery.remind': { input: z.strictObject({ on: z.boolean() }), output: nothing },
  'recovery.print': { input: z.strictObject({ code: RecoveryCode, language: Language }), output: nothing },

  'slot.list': { input: nothing, output: z.array(KeySlot) },
  /** Close one way in for good. Only a keychain's goes without the passphrase; the last that a person can use stays. */
  'slot.remove': { input: z.strictObject({ id: SlotId, passphrase: Passphrase.nullable() }), output: nothing },
  /** Whether this computer's keychain can be a way in. */
  'keychain.offer': { input: nothing, output: KeychainOffer },
  /** Let this computer's keychain open the vault as well; another computer's no longer does. */
  'keychain.add': { input: z.strictObject({ passphrase: Passphrase }), output: nothing },
  /** Open with the secret that this computer's keychain holds. */
  'keychain.unlock': { input: nothing, output: Unlocked },

  'backup.status': { input: nothing, output: BackupStatus },
  /** Newest first, of both places; also while locked, so that one can be put back from the unlock screen. */
  'backup.list': { input: nothing, output: z.array(Backup) },
  /** Write one now and check it; says how far it is by `work.progress` with the id `backup`. */
  'backup.make': { input: nothing, output: Backup },
  /** Let the person choose a second place (a stick, another folder); null forgets it. Cancelled: as it was. */
  'backup.mirror': { input: z.strictObject({ forget: z.boolean() }), output: BackupStatus },
  /** A backup file from elsewhere, chosen in the shell's own window: copied beside the others. Null when cancelled. */
  'backup.add': { input: nothing, output: Backup.nullable() },
  /** Open it, check every page, count: what it holds. Nothing is changed. */
  'backup.check': { input: z.strictObject(OneBackup), output: BackupContent },
  /** What differs from now, newest first. */
  'backup.items': { input: z.strictObject(OneBackup), output: z.array(BackupItem) },
  /** Put items of a backup beside the present ones, as items of their own (or back, when they are gone). */
  'backup.fetch': { input: z.strictObject({ ...OneBackup, items: z.array(ItemId).min(1).max(1000) }), output: z.strictObject({ restored: z.array(ItemId) }) },
  /** Put the whole vault back. What lies there now is kept beside it under another name; the vault is locked afterwards. */
  'backup.restore': { input: z.strictObject(OneBackup), output: z.strictObject({ keptAs: z.string().nullable() }) },
  /** Let the person choose a folder, and move the vault and its backups there; null when cancelled. */
  'vault.move': { input: nothing, output: z.strictObject({ folder: z.string() }).nullable() },
  /** Look after everything: every page, the key slots, the search index, the backups, the space left. */
  'vault.check': { input: nothing, output: VaultHealth },
  /**
   * Everything in one age file that needs no app of ours. `own`: under the vault's passphrase, typed again; else
   * under any other. Null when the dialog was closed. Says how far it is by `work.progress` with the id `dump`.
   */
  'dump.save': { input: z.strictObject({ passphrase: Passphrase, own: z.boolean(), language: Language }), output: DumpSaved.nullable() },
  /** Let the person choose such a file; it stays chosen until the lock. Null when cancelled. */
  'dump.choose': { input: nothing, output: DumpFile.nullable() },
  /** Put the chosen file back, whole: what is here stays as it is, the rest is added. */
  'dump.restore': { input: z.strictObject({ passphrase: Passphrase }), output: DumpRestored },
  /** Take out what that added, but for what was changed since. */
  'dump.undo': { input: z.strictObject({ undo: z.uuid() }), output: z.strictObject({ removed: z.int() }) },
  /** Stop a long work that says its progress; what it began is undone. */
  'work.cancel': { input: z.strictObject({ id: z.string().max(40) }), output: nothing },

  /** Agree on a key: from then on inputs and values cross sealed, and a shell hands on what it cannot read. Both keys are P-256 points, base64. */
  'channel.open': { input: z.strictObject({ key: z.string().max(200) }), output: z.strictObject({ channel: z.string(), key: z.string() }) },
  /** Close the window although words wait that cannot be saved: answered by the shell. */
  'window.close': { input: nothing, output: nothing },

  'preference.get': { input: nothing, output: Preferences },
  'preference.set': { input: Preferences.partial(), output: Preferences },

  /** Where to return to after a lock in this run; null at the first unlock. */
  'place.get': { input: nothing, output: Place.nullable() },
  'place.keep': { input: Place, output: nothing },

  /** Whether all text is hidden on the screen: for this run of the app, locks included. */
  'discreet.get': { input: nothing, output: z.strictObject({ on: z.boolean() }) },
  'discreet.set': { input: z.strictObject({ on: z.boolean() }), output: nothing },
  /** A review in progress, as `KeptReview` in JSON: kept over a lock of this run, null when there is none or it is done. */
  'review.get': { input: nothing, output: z.strictObject({ kept: z.string().nullable() }) },
  'review.keep': { input: z.strictObject({ kept: z.string().max(20_000_000).nullable() }), output: nothing },

  'space.list': { input: nothing, output: z.array(Space) },
  'space.create': { input: SpaceDraft, output: Space },
  'space.update': { input: z.strictObject({ id: SpaceId, ...SpaceDraft.partial().shape, terms: SpaceTerms.optional() }), output: Space },
  /** The space that was on the screen last. */
  'space.entered': { input: nothing, output: SpaceId.nullable() },
  /** The space on the screen now, also after the next unlock. */
  'space.enter': { input: SpaceId, output: nothing },
  /** Take back a space that was just made; one that holds anything stays. */
  'space.remove': { input: SpaceId, output: nothing },

  'today.get': { input: z.strictObject({ spaceId: SpaceId }), output: Today },
  /** Hide a next step for a day. */
  'today.later': { input: z.strictObject({ spaceId: SpaceId, rule: NextStep.shape.rule, itemId: ItemId.nullable() }), output: nothing },

  'item.create': {
    input: z.strictObject({
      /** Made by the page, so that a repeated call makes one item. */
      id: ItemId, spaceId: SpaceId, parentId: ItemId.nullable(), content: KindAndBody,
      onDate: Day.nullable(), privacy: Privacy,
    }),
    output: Item,
  },
  'item.get': { input: ItemId, output: AnyItem },
  /** Children in their order, or a space's items newest first. `before` continues a list. */
  'item.list': {
    input: z.strictObject({
      spaceId: SpaceId, kinds: z.array(ItemKind).min(1), parentId: ItemId.nullable().optional(), sort: EntrySort.optional(),
      before: z.strictObject({ onDate: Day, id: ItemId }).optional(), limit: z.int().min(1).max(1000),
    }),
    output: z.array(AnyItem),
  },
  /** Keep in memory at once; it is durable when `item.saved` says so for this `draft` number. */
  'item.draft': { input: z.strictObject({ ...Revised, content: KindAndBody, draft: z.int().min(0) }), output: nothing },
  /** Write now. Refused with `item.changed` when the item moved on from `revision`. */
  'item.save': {
    input: z.strictObject({ ...Revised, content: KindAndBody, onDate: Day.nullable().optional() }),
    output: Item,
  },
  'item.label': { input: z.strictObject({ id: ItemId, privacy: Privacy }), output: Item },
  /** Put behind `after` (null: first) among its siblings. */
  'item.move': { input: z.strictObject({ id: ItemId, after: ItemId.nullable() }), output: Item },
  'item.delete': { input: ItemId, output: AnyItem },
  'item.restore': { input: ItemId, output: AnyItem },
  /** The sitting is over: the next change begins a new one. */
  'item.leave': { input: ItemId, output: nothing },
  /** Write every waiting draft now. */
  'item.flush': { input: nothing, output: nothing },
  /** Write what waits, and answer how many items still wait because they cannot be written. */
  'item.unsaved': { input: nothing, output: z.int() },

  'bin.list': { input: nothing, output: z.array(AnyItem) },
  'bin.delete': { input: ItemId, output: nothing },
  'bin.empty': { input: nothing, output: z.strictObject({ removed: z.int() }) },

  'history.list': { input: ItemId, output: z.array(Revision) },
  'history.restore': { input: z.strictObject({ id: ItemId, revision: z.int().min(1) }), output: Item },
  'history.forget': { input: ItemId, output: z.strictObject({ forgotten: z.int() }) },

  'link.list': { input: ItemId, output: z.array(Link) },
  /** Not `see`: those are what stands in a text. */
  'link.add': { input: z.strictObject({ from: ItemId, to: ItemId, type: LinkType.exclude(['see']) }), output: z.array(Link) },
  'link.remove': { input: LinkId, output: nothing },

  /** Plan a session with an agenda composed by the rules of `shared/rules/agenda.ts`. */
  'session.plan': {
    input: z.strictObject({ spaceId: SpaceId, startsAt: LocalDateTime, minutes: z.int().min(5).max(600), place: z.string().max(500), mode: SessionMode }),
    output: Item,
  },
  'session.start': { input: ItemId, output: Item },
  'session.close': { input: ItemId, output: Item },
  'session.reopen': { input: ItemId, output: Item },
  'session.reschedule': { input: z.strictObject({ id: ItemId, startsAt: LocalDateTime }), output: Item },
  'session.cancel': { input: z.strictObject({ id: ItemId, word: z.string().max(2000) }), output: Item },
  /** Settle an agenda line that was not covered; "next time" also puts it on the session already planned. */
  'session.carry': { input: z.strictObject({ agendaItemId: ItemId, outcome: z.enum(['open', 'covered', 'next-time', 'dropped']) }), output: Item },

  /** Prepare a first meeting: its four parts on the agenda, and questions for the session's length. Prepared already: nothing is made. */
  'meeting.begin': { input: z.strictObject({ sessionId: ItemId, language: Language }), output: z.strictObject({ made: z.array(ItemId) }) },
  /** Take it away again, with what was answered. */
  'meeting.remove': { input: z.strictObject({ sessionId: ItemId }), output: z.strictObject({ removed: z.array(ItemId) }) },
  /** Put back what that took away. */
  'meeting.restore': { input: z.strictObject({ sessionId: ItemId, items: z.array(ItemId).max(2000) }), output: nothing },

  /** The whole agreement in one step: from the sample contract (S4.17) or blank, both with the clause that lets either stop. Begun already: that one. */
  'agreement.begin': { input: z.strictObject({ spaceId: SpaceId, from: z.enum(['sample', 'blank']), language: Language }), output: Item },

  /**
   * Freeze the draft as the next version: signed here, said aloud, signed on paper, or left unsigned. Plans its review.
   * Refused with `agreement.empty` when no clause has a word, `item.changed` when that number is taken by now.
   */
  'version.settle': { input: SettleOrder, output: Item },
  /** Also later, and again after a withdrawal. `item.changed` where that party's signature stands already. */
  'version.sign': { input: SignOrder, output: Item },
  /** Take one's signature back; that it stood, and until when, is kept. `undo` takes back the withdrawal made at that very moment. */
  'version.withdraw': { input: z.strictObject({ id: ItemId, who: OneParty, undo: Instant.optional() }), output: Item },

  /** The nine questions of the middle ground, with any of their own behind them; begun already: those. */
  'boundary.begin': { input: z.strictObject({ agreementId: ItemId }), output: z.array(Item) },
  /** One of the two hands over all answers; where both have, both see them. */
  'boundary.finish': { input: z.strictObject({ agreementId: ItemId, who: OneParty }), output: nothing },
  /** Both answer anew, unseen; earlier answers stay in the history. */
  'boundary.again': { input: z.strictObject({ agreementId: ItemId }), output: nothing },
  /** Put an ending card's words away, out of everything that is shown, until it is opened on purpose. */
  'card.seal': { input: ItemId, output: Item },
  /** Open it, which is written on it. */
  'card.open': { input: ItemId, output: Item },
  /** Plan the look back at a version; one that waits moves along. */
  'agreement.review': { input: z.strictObject({ agreementId: ItemId, versionId: ItemId, on: Day }), output: Item },

  /** What the path keeps of this space; begun already: that one. */
  'path.begin': { input: z.strictObject({ spaceId: SpaceId }), output: Item },
  /** The search for a mentor, with the four criteria that are offered; begun already: that one. */
  'exam.begin': { input: z.strictObject({ spaceId: SpaceId, language: Language }), output: Item },
  /** Somebody said yes: they are the mentor of this space, and the notes become private entries. */
  'candidate.accept': { input: z.strictObject({ id: ItemId, language: Language }), output: z.strictObject(Accepted) },
  /** Take that back, with what it answered. */
  'candidate.release': { input: z.strictObject({ id: ItemId, ...Accepted }), output: Space },

  'search.find': {
    input: z.strictObject({ text: z.string().max(500), spaceId: SpaceId.nullable(), kinds: z.array(ItemKind).nullable(), limit: z.int().min(1).max(200) }),
    output: z.array(Hit),
  },

  /** Let the person choose a file or a folder, and read it: a dry run, nothing is added. Null when cancelled. */
  'import.choose': { input: z.strictObject({ from: z.enum(['file', 'folder']) }), output: ImportPlan.nullable() },
  /** The same for what was dropped on the window, in base64. */
  'import.drop': {
    input: z.strictObject({ files: z.array(z.strictObject({ name: z.string().min(1).max(500), bytes: z.string().max(Math.ceil(droppedMaxBytes / 3) * 4) })).min(1).max(1000) }),
    output: ImportPlan,
  },
  /** Add what the dry run found, all of it or nothing, private; says how far it is by `work.progress` with the id `import`. */
  'import.add': { input: z.strictObject({ id: ImportId, spaceId: SpaceId, skipDuplicates: z.boolean() }), output: ImportRecord },
  /** Forget a dry run. */
  'import.leave': { input: nothing, output: nothing },
  /** Newest first. */
  'import.list': { input: nothing, output: z.array(ImportRecord) },
  /** Take out everything it added that is still here, changed since or not; `changed` counts those. It waits in the bin for thirty days. */
  'import.undo': { input: ImportId, output: z.strictObject({ record: ImportRecord, changed: z.int() }) },
  /** Put back what `import.undo` took out, as it then was. */
  'import.restore': { input: ImportId, output: ImportRecord },

  'export.gather': { input: z.strictObject({ scope: ExportScope, audience: Audience, language: Language }), output: ExportDraft },
  /** The page as it will look, as HTML with no script and no outside address. */
  'export.preview': { input: ExportOrder, output: z.strictObject({ html: z.string() }) },
  /** Null when the person closed the dialog. */
  'export.save': { input: z.strictObject({ order: ExportOrder, format: ExportFormat }), output: ExportRecord.nullable() },
  'export.print': { input: ExportOrder, output: ExportRecord },
  /** Show a file exported in this run in its folder. */
  'export.show': { input: ExportRecordId, output: nothing },
  'export.ledger': { input: SpaceId, output: z.array(ExportRecord) },
  /** The copies that went out with this item in them, newest first; also of an item that is gone. */
  'export.holding': { input: ItemId, output: z.array(ExportRecord) },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type CallName = keyof typeof contract
/** The caller's side. */
export type Input<N extends CallName> = z.input<(typeof contract)[N]['input']>
/** The handler's side. */
export type Parsed<N extends CallName> = z.output<(typeof contract)[N]['input']>
export type Output<N extends CallName> = z.output<(typeof contract)[N]['output']>

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name)
}

/** Calls that a locked vault answers; all others answer `vault.locked`. */
export const callsWhileLocked: readonly CallName[] = [
  'vault.status', 'vault.choose', 'vault.create', 'vault.unlock', 'keychain.unlock', 'vault.recover', 'vault.lock',
  'passphrase.suggest', 'passphrase.rate', 'preference.get', 'preference.set',
  'backup.list', 'backup.add', 'backup.check', 'backup.restore', 'work.cancel', 'channel.open',
]

/**
 * Valid inputs of every call, over a small world that exists: what a page would
 * send. A new call without a sample does not compile.
 */
import { randomUUID } from 'node:crypto'
import type { CallName, Input } from '../../shared/contract.ts'
import type { ExportOrder } from '../../shared/exporting.ts'
import { BackupId } from '../../shared/backup.ts'
import { ExportRecordId, ItemId, LinkId, SpaceId } from '../../shared/ids.ts'
import { ImportId } from '../../shared/importing.ts'
import type { KindAndBody } from '../../shared/item.ts'
import { richTextFromPlain } from '../../shared/rich-text.ts'
import { SlotId } from '../../shared/slot.ts'
import type { TestBackend } from './test-backend.ts'

export type SampleWorld = {
  spaceId: SpaceId
  entryId: ItemId
  sessionId: ItemId
  agendaItemId: ItemId
  agreementId: ItemId
  clauseId: ItemId
  versionId: ItemId
  commitmentId: ItemId
  linkId: LinkId
  exportRecordId: ExportRecordId
  importId: ImportId
}

/** Ids of nothing: for inputs that only have to be well formed. */
export function nowhere(): SampleWorld {
  const item = () => ItemId.parse(randomUUID())
  return {
    spaceId: SpaceId.parse(randomUUID()), entryId: item(), sessionId: item(), agendaItemId: item(), agreementId: item(),
    clauseId: item(), versionId: item(), commitmentId: item(), linkId: LinkId.parse(randomUUID()), exportRecordId: ExportRecordId.parse(randomUUID()),
    importId: ImportId.parse(randomUUID()),
  }
}

/** Make one of everything in an open vault. */
export async function makeWorld(test: Pick<TestBackend, 'call'>): Promise<SampleWorld> {
  const world = nowhere()
  const { id: spaceId } = await test.call('space.create', { role: 'mentee', me: 'Sari', other: 'Bram' })
  const create = async (content: KindAndBody, parentId: ItemId | null) => {
    const { id } = await test.call('item.create', { id: randomUUID(), spaceId, parentId, content, onDate: null, privacy: 'private' })
    return id
  }
  const session = await test.call('session.plan', { spaceId, startsAt: '2026-12-04T10:00', minutes: 60, place: 'Library', mode: 'face-to-face' })
  const agreement = await test.call('agreement.begin', { spaceId, from: 'sample', language: 'en' })
  const [clause] = await test.call('item.list', { spaceId, kinds: ['clause'], parentId: agreement.id, limit: 10 })
  const version = await test.call('version.settle', { agreementId: agreement.id, number: 1, how: 'signed', on: '2026-11-22', names: { mentor: 'Bram' } })
  const entryId = await create(entry, null)
  const agendaItemId = await create(agendaItem, session.id)
  const commitmentId = await create(commitment, session.id)
  const [link] = await test.call('link.add', { from: entryId, to: session.id, type: 'about' })
  return {
    ...world, spaceId, entryId, agendaItemId, commitmentId, sessionId: session.id, agreementId: agreement.id,
    clauseId: clause?.id ?? world.clauseId, versionId: version.id, linkId: link?.id ?? world.linkId,
  }
}

const slotId = SlotId.parse('00000000-0000-4000-8000-000000000001')
const oneBackup = { id: BackupId.parse('2026-11-20T09-00-00Z'), place: 'beside' as const, passphrase: null }
const entry: KindAndBody = {
  kind: 'entry', body: { sort: 'reflection', prompt: 'What stayed with you?', text: richTextFromPlain('A thought\nand a second line'), raise: true },
}
const agendaItem: KindAndBody = { kind: 'agenda-item', body: { text: 'The talk with my manager', minutes: 15, outcome: 'open', reason: { rule: 'own' } } }
const commitment: KindAndBody = {
  kind: 'commitment',
  body: { text: 'Send the reading list', who: 'mentor', sort: 'information', due: '2026-12-01', status: 'open', settledAt: null, word: '', earlierDates: ['2026-11-29'] },
}

/** One body of each kind. */
export const sampleContents: readonly KindAndBody[] = [
  entry, agendaItem, commitment,
  {
    kind: 'session',
    body: {
      number: 1, status: 'planned', startsAt: '2026-12-04T10:00', minutes: 60, place: 'Library', mode: 'online',
      moves: [{ from: '2026-12-03T10:00', at: '2026-11-22T20:00:00.000Z' }], cancelled: null, startedAt: null, closedAt: null,
    },
  },
  { kind: 'note', body: { text: richTextFromPlain('She laughed'), who: 'mentee' } },
  { kind: 'prep', body: { want: 'An opinion', bring: 'The draft', hard: '' } },
  { kind: 'result', body: { text: 'We go on in January' } },
  { kind: 'answer', body: { question: 'useful', who: 'mentee', text: 'The second half' } },
  { kind: 'agreement', body: { version: 1, language: 'nl' } },
  {
    kind: 'clause',
    body: {
      group: 'confidence', sample: null, texts: { en: 'What {mentor} hears stays here.' }, clear: true,
      confidence: { what: ['notes', 'results'], may: 'asked', whom: ['other'], other: 'Bu Rina', when: 'after-end', only: 'No names' },
    },
  },
  { kind: 'path', body: { phase: 3, ticks: [{ line: 'mentee-why', at: '2026-11-22T20:00:00.000Z' }], read: [{ who: 'mentor', on: '2026-11-22' }] } },
  {
    kind: 'exam',
    body: { keep: 'The weekly walk', stop: '', start: 'Saying no', strengths: 'Patience', weaknesses: 'Numbers', helps: ['view', 'people'], help: 'Courage', looking: null },
  },
  { kind: 'criterion', body: { text: 'Lives near by', given: null, weight: 'some' } },
  {
    kind: 'candidate',
    body: {
      name: 'Wayan', why: 'Runs the night shift', introducer: 'Dewi', askedOn: '2026-11-20', answer: 'thinking',
      fits: [{ criterion: ItemId.parse('00000000-0000-4000-8000-000000000002'), fit: 'partly', word: 'Two hours by train' }],
    },
  },
  { kind: 'inquiry', body: { who: 'Dewi', askedOn: null, said: 'Ask Wayan' } },
  { kind: 'letter', body: { language: 'id', text: 'Yth. Wayan,' } },
  {
    kind: 'boundary',
    body: {
      question: 'hours', text: '', nearness: 'near', proposal: null,
      answers: { mentor: { choices: ['evening'], text: 'Not on Sundays', doneAt: '2026-11-22T20:00:00.000Z' }, mentee: { choices: [], text: '', doneAt: null } },
    },
  },
  { kind: 'ending-card', body: { who: 'mentee', text: 'When I stop preparing', sealedAt: null, openings: [] } },
  {
    kind: 'version',
    body: {
      number: 1, how: 'signed', on: '2026-11-22', language: 'nl', parties: { mentor: 'Bram', mentee: 'Sari' }, period: { from: '2026-11-22', to: null },
      clauses: [{ id: ItemId.parse('00000000-0000-4000-8000-000000000003'), group: 'confidence', texts: { nl: 'Wat Bram hoort, blijft hier.' } }],
      signatures: [{ who: 'mentor', name: 'Bram', on: '2026-11-22', at: '2026-11-22T20:00:00.000Z', withdrawnAt: null }],
      vouches: [{ language: 'id', who: 'mentee' }], hash: 'a'.repeat(64), words: ['river', 'lamp', 'oak', 'sugar'],
    },
  },
  {
    kind: 'agreement-review',
    body: {
      version: ItemId.parse('00000000-0000-4000-8000-000000000004'), on: '2026-12-22', status: 'planned', doneAt: null,
      verdicts: [{ clause: ItemId.parse('00000000-0000-4000-8000-000000000003'), mentor: 'works', mentee: 'change', word: 'Too short a time' }],
    },
  },
  { kind: 'question', body: { text: 'What do you hope for?', given: null, part: 'know', minutes: 15, asked: true, answers: { mentor: '', mentee: 'To dare more' } } },
  { kind: 'topic', body: { text: 'Saying no', given: null, used: [{ session: ItemId.parse('00000000-0000-4000-8000-000000000005'), on: '2026-11-22' }] } },
  { kind: 'story', body: { title: 'The night shift', text: 'I slept through the alarm.', sort: 'lesson', told: [] } },
]

function order(world: SampleWorld): ExportOrder {
  return {
    scope: { what: 'session', spaceId: world.spaceId, sessionId: world.sessionId },
    audience: 'mentor', audienceName: '', language: 'en', title: 'Summary',
    blocks: [{ id: world.agendaItemId, paragraphs: [{ style: 'plain', indent: 0, runs: [{ text: 'The talk with my manager', bold: true }] }] }],
  }
}

export function sampleInputs(world: SampleWorld): { readonly [N in CallName]: ReadonlyArray<Input<N>> } {
  const { spaceId, entryId, sessionId, agendaItemId, agreementId, clauseId, versionId, commitmentId, linkId, exportRecordId } = world
  const passphrase = 'five words nobody would guess'
  return {
    'vault.status': [undefined],
    'vault.choose': [{ for: 'open' }, { for: 'create' }],
    'vault.create': [{ passphrase, me: 'Sari' }],
    'vault.unlock': [{ passphrase }],
    'vault.recover': [{ code: '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ', newPassphrase: passphrase }],
    'keychain.unlock': [undefined],
    'vault.accept': [undefined],
    'vault.lock': [undefined],
    'vault.facts': [undefined],
    'vault.move': [undefined],
    'vault.check': [undefined],
    'backup.status': [undefined],
    'backup.list': [undefined],
    'backup.make': [undefined],
    'backup.mirror': [{ forget: true }],
    'backup.add': [undefined],
    'backup.check': [oneBackup],
    'backup.items': [oneBackup],
    'backup.fetch': [{ ...oneBackup, items: [world.entryId] }],
    'backup.restore': [oneBackup],
    'dump.save': [{ passphrase, own: true, language: 'en' }, { passphrase, own: false, language: 'id' }],
    'dump.choose': [undefined],
    'dump.restore': [{ passphrase }],
    'dump.undo': [{ undo: randomUUID() }],
    'work.cancel': [{ id: 'backup' }],
    'passphrase.suggest': [undefined],
    'passphrase.rate': [{ passphrase }],
    'passphrase.change': [{ current: passphrase, next: 'vijf woorden die niemand raadt' }],
    'recovery.confirm': [{ code: '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ' }],
    'recovery.renew': [{ passphrase }, { passphrase: null }],
    'recovery.remind': [{ on: false }, { on: true }],
    'slot.list': [undefined],
    'slot.remove': [{ id: slotId, passphrase }, { id: slotId, passphrase: null }],
    'keychain.offer': [undefined],
    'keychain.add': [{ passphrase }],
    'recovery.save': [{ code: '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ', language: 'nl' }],
    'recovery.print': [{ code: '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ', language: 'id' }],
    'preference.get': [undefined],
    'preference.set': [{ theme: 'dark', idleMinutes: 10 }, { language: 'id', textSize: 115, compact: true, reducedMotion: false }],
    'channel.open': [{ key: 'BGsX0fLhLEJH+Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT+NC4v4af5uO5+tKfA+eFivOM1drMV7Oy7ZAaDe/UfU=' }],
    'window.close': [undefined],
    'discreet.get': [undefined],
    'discreet.set': [{ on: true }, { on: false }],
    'review.get': [undefined],
    'review.keep': [{ kept: '{"step":"what"}' }, { kept: null }],
    'place.get': [undefined],
    'place.keep': [{ location: `/journal/${entryId}`, field: 'text', caret: 12 }, { location: '/plan', field: null, caret: null, words: { 'commitment:': 'Half a sente' } }],
    'space.list': [undefined],
    'space.create': [{ role: 'mentor', me: 'Bram', other: '' }],
    'space.update': [{ id: spaceId, other: 'Bram K.' }],
    'space.entered': [undefined],
    'space.enter': [world.spaceId],
    'space.remove': [world.spaceId],
    'today.get': [{ spaceId }],
    'today.later': [{ spaceId, rule: 'session-soon', itemId: sessionId }, { spaceId, rule: 'nothing', itemId: null }],
    'item.create': [
      ...sampleContents.map((content) => ({ id: randomUUID(), spaceId, parentId: sessionId, content, onDate: '2026-11-22', privacy: 'private' as const })),
      { id: randomUUID(), spaceId, parentId: null, content: entry, onDate: null, privacy: 'shareable' },
    ],
    'item.get': [entryId, sessionId],
    'item.list': [
      { spaceId, kinds: ['entry'], sort: 'reflection', limit: 50 },
      { spaceId, kinds: ['agenda-item', 'note'], parentId: sessionId, limit: 1000 },
      { spaceId, kinds: ['session'], parentId: null, before: { onDate: '2027-01-01', id: entryId }, limit: 1 },
    ],
    'item.draft': [{ id: entryId, revision: 1, content: entry, draft: 1 }],
    'item.save': [{ id: entryId, revision: 1, content: entry }, { id: commitmentId, revision: 1, content: commitment, onDate: '2026-12-01' }],
    'item.label': [{ id: entryId, privacy: 'shareable' }],
    'item.move': [{ id: agendaItemId, after: null }, { id: clauseId, after: null }],
    'item.delete': [entryId],
    'item.restore': [entryId],
    'item.leave': [entryId],
    'item.flush': [undefined],
    'item.unsaved': [undefined],
    'bin.list': [undefined],
    'bin.delete': [entryId],
    'bin.empty': [undefined],
    'history.list': [entryId],
    'history.restore': [{ id: entryId, revision: 1 }],
    'history.forget': [entryId],
    'link.list': [entryId],
    'link.add': [{ from: entryId, to: agendaItemId, type: 'about' }],
    'link.remove': [linkId],
    'session.plan': [{ spaceId, startsAt: '2026-12-18T09:30', minutes: 45, place: '', mode: 'phone' }],
    'session.start': [sessionId],
    'session.close': [sessionId],
    'session.reopen': [sessionId],
    'session.reschedule': [{ id: sessionId, startsAt: '2026-12-05T10:00' }],
    'session.cancel': [{ id: sessionId, word: 'ill' }],
    'session.carry': [{ agendaItemId, outcome: 'next-time' }],
    'meeting.begin': [{ sessionId, language: 'nl' }],
    'meeting.remove': [{ sessionId }],
    'meeting.restore': [{ sessionId, items: [] }],
    'agreement.begin': [{ spaceId, from: 'blank', language: 'en' }],
    'version.settle': [
      { agreementId, number: 1, how: 'signed', on: '2026-11-22', names: { mentee: 'Sari Wulandari' } },
      { agreementId, number: 1, how: 'declined', on: '2026-11-22' },
    ],
    'version.sign': [{ id: versionId, who: 'mentor', name: 'Bram', on: '2026-11-23' }],
    'version.withdraw': [{ id: versionId, who: 'mentee' }, { id: versionId, who: 'mentor', undo: '2026-11-22T20:00:00.000Z' }],
    'boundary.begin': [{ agreementId }],
    'boundary.finish': [{ agreementId, who: 'mentor' }, { agreementId, who: 'mentee' }],
    'boundary.again': [{ agreementId }],
    'card.seal': [entryId],
    'card.open': [entryId],
    'agreement.review': [{ agreementId, versionId: entryId, on: '2026-12-22' }],
    'path.begin': [{ spaceId }],
    'exam.begin': [{ spaceId, language: 'nl' }],
    'candidate.accept': [{ id: entryId, language: 'id' }],
    'candidate.release': [{ id: entryId, entries: [], answer: 'none', other: '' }],
    'search.find': [{ text: 'thought', spaceId, kinds: ['entry'], limit: 20 }, { text: '"a* OR (NEAR', spaceId: null, kinds: null, limit: 200 }],
    'import.choose': [{ from: 'file' }, { from: 'folder' }],
    'import.drop': [{ files: [{ name: 'a.txt', bytes: 'QSB0aG91Z2h0' }] }],
    'import.add': [{ id: world.importId, spaceId, skipDuplicates: true }],
    'import.leave': [undefined],
    'import.list': [undefined],
    'import.undo': [world.importId],
    'import.restore': [world.importId],
    'export.gather': [
      { scope: { what: 'period', spaceId, from: '2026-11-01', to: '2026-12-31' }, audience: 'coordinator', language: 'en' },
      { scope: { what: 'agreement', spaceId, agreementId, beside: 'id' }, audience: 'myself', language: 'nl' },
    ],
    'export.preview': [order(world)],
    'export.save': [{ order: order(world), format: 'markdown' }],
    'export.print': [{ ...order(world), audience: 'other', audienceName: 'Programme office' }],
    'export.show': [exportRecordId],
    'export.ledger': [spaceId],
    'export.holding': [clauseId, entryId],
  }
}

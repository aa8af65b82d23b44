import type { SettledClause, Version } from '../../../shared/agreement.ts'
import type { ExportOrder, ExportScope } from '../../../shared/exporting.ts'
import type { ItemId, SpaceId } from '../../../shared/ids.ts'
import type { AnyItem, Body, ItemKind, ItemOf, Privacy } from '../../../shared/item.ts'
import { Language } from '../../../shared/language.ts'
import { richTextFromPlain } from '../../../shared/rich-text.ts'
import type { RichNode, RichText } from '../../../shared/rich-text.ts'
import { noTerms } from '../../../shared/space.ts'
import type { Space } from '../../../shared/space.ts'
import { fillNames } from '../../../shared/texts/fill.ts'
import { sampleContract, endingClause, texts } from '../../../shared/texts/texts.ts'
import { gather } from '../../../electron/exports/gather.ts'
import type { GatherInput } from '../../../electron/exports/gather.ts'
import { buildModel } from '../../../electron/exports/guard.ts'
import type { DocumentModel, Gathered } from '../../../electron/exports/model.ts'

export const spaceId = '00000000-0000-4000-8000-000000000001' as SpaceId
let made = 0

/** Ids in the order in which things were made, so that a test can name them. */
export function newId(): ItemId {
  made += 1
  return `00000000-0000-4000-9000-${String(made).padStart(12, '0')}` as ItemId
}

export const space: Space = { id: spaceId, role: 'mentee', me: 'Ana de Vries', other: 'Sari Wulandari', terms: noTerms, createdAt: '2026-10-01T08:00:00.000Z' }

type Rest = { privacy?: Privacy; onDate?: string | null; parentId?: ItemId | null; id?: ItemId; createdAt?: string; deletedAt?: string | null }

export function item<K extends ItemKind>(kind: K, body: Body<K>, rest: Rest = {}): ItemOf<K> {
  const id = rest.id ?? newId()
  return {
    id, spaceId, parentId: null, position: made, title: '', privacy: 'shareable', onDate: null,
    createdAt: '2026-11-24T11:00:00.000Z', updatedAt: '2026-11-24T11:00:00.000Z', revision: 1, deletedAt: null,
    ...rest, kind, body,
    // Kind and body were given together.
  } as unknown as ItemOf<K>
}

export function richText(...children: RichNode[]): RichText {
  return { root: { type: 'root', version: 1, children } }
}

export const text = (words: string, format = 0): RichNode => ({ type: 'text', version: 1, text: words, format })
export const paragraph = (...children: RichNode[]): RichNode => ({ type: 'paragraph', version: 1, children })
export const entry = (text: RichText, rest: Rest = {}, prompt: string | null = null) =>
  item('entry', { sort: 'reflection', prompt, text, raise: false }, { onDate: '2026-11-24', ...rest })

/** A session as two people held it, with something of every kind under it. */
export function sampleRelationship(): { items: AnyItem[]; sessionId: ItemId; agreementId: ItemId; entryId: ItemId; about: Map<ItemId, ItemId> } {
  const session = item('session', {
    number: 4, status: 'closed', startsAt: '2026-11-24T10:00', minutes: 60, place: 'Café De Unie', mode: 'face-to-face',
    moves: [], cancelled: null, startedAt: '2026-11-24T09:00:00.000Z', closedAt: '2026-11-24T10:00:00.000Z',
  }, { onDate: '2026-11-24' })
  const under = { parentId: session.id }
  const agenda = (words: string, outcome: Body<'agenda-item'>['outcome'], minutes: number) =>
    item('agenda-item', { text: words, minutes, outcome, reason: { rule: 'own' } }, under)
  const agreement = item('agreement', { version: 1, language: 'en' })
  const clauses = [...sampleContract, endingClause].map(({ id, group }) => item('clause', {
    group, sample: id, clear: true, texts: { en: texts.en.clauses[id], nl: texts.nl.clauses[id], id: texts.id.clauses[id] },
  }, { parentId: agreement.id }))
  const aboutSession = entry(richText(
    paragraph(text('Sari asked why I had not sent the budget. I said '), text('time', 2), text(', but it was '), text('fear', 1), text('.')),
    { type: 'list', listType: 'number', children: [
      { type: 'listitem', children: [text('Write the first page, badly.')] },
      { type: 'listitem', children: [text('Show it to one person.')] },
    ] },
    { type: 'quote', children: [text('Nobody reads a budget for its style.')] },
  ), {}, 'What did I avoid saying today?')
  const items: AnyItem[] = [
    session,
    agenda('Begin with what went well, before the list of problems', 'covered', 5),
    agenda('Time management: where the hours of the Monday rota go', 'covered', 20),
    agenda('How do I say no to a colleague who is also a friend?', 'next-time', 10),
    item('note', { text: richTextFromPlain('████ said no three times before anyone at the table heard it. Only ████ looked up.'), who: 'mentee' }, under),
    item('result', { text: 'The figures come first on every agenda until the new year.' }, under),
    item('commitment', { text: 'Ask Budi for the figures of the north route.', who: 'mentee', sort: null, due: '2026-12-04', status: 'open', settledAt: null, word: '', earlierDates: [] }, { ...under, onDate: '2026-12-04' }),
    item('commitment', { text: 'Ask whether Ana may sit in at the harbour office.', who: 'mentor', sort: 'contact', due: '2027-01-15', status: 'done', settledAt: null, word: '', earlierDates: [] }, { ...under, onDate: '2027-01-15' }),
    item('answer', { question: 'useful', who: 'mentee', text: 'The drawing of my week: almost none of it was mine to decide.' }, under),
    item('answer', { question: 'change', who: 'both', text: 'Start with the hardest line.' }, under),
    item('prep', { want: 'One honest look at the budget talk.', bring: 'Last week’s rota.', hard: 'That it was not the time.' }, { ...under, privacy: 'private' }),
    aboutSession,
    entry(richTextFromPlain('Ran the rota meeting myself. Shaky, but it ran.'), { onDate: '2026-11-20', createdAt: '2026-11-20T20:00:00.000Z' }),
    item('commitment', { text: 'Read the chapter on delegating.', who: 'mentee', sort: null, due: '2026-11-30', status: 'open', settledAt: null, word: '', earlierDates: [] }, { onDate: '2026-11-30', createdAt: '2026-11-21T20:00:00.000Z' }),
    agreement, ...clauses,
  ]
  return { items, sessionId: session.id, agreementId: agreement.id, entryId: aboutSession.id, about: new Map([[aboutSession.id, session.id]]) }
}

export const november: ExportScope = { what: 'period', spaceId, from: '2026-11-01', to: '2026-11-30' }

export function gathered(items: readonly AnyItem[], rest: Partial<GatherInput> = {}): Gathered {
  return gather({ space, scope: november, language: 'en', items, about: new Map(), today: '2026-11-24', ...rest })
}

/** Everything that may go, ticked as it stands. */
export function tickAll(from: Gathered): Pick<ExportOrder, 'title' | 'blocks'> {
  return {
    title: from.title,
    blocks: from.sections.flatMap((section) => section.blocks).filter((block) => block.privacy === 'shareable')
      .map(({ id, paragraphs }) => ({ id, paragraphs })),
  }
}

export function modelOf(items: readonly AnyItem[], rest: Partial<GatherInput> = {}): DocumentModel {
  const from = gathered(items, rest)
  return buildModel(from, tickAll(from))
}

export function sampleSummary(language: Language = 'en'): DocumentModel {
  const { items, about } = sampleRelationship()
  return modelOf(items, { about, language })
}

export function sampleAgreement(language: Language = 'en', who: Space = space): DocumentModel {
  const { items, agreementId } = sampleRelationship()
  return modelOf(items, { language, space: who, scope: { what: 'agreement', spaceId, agreementId } })
}

/** A version of an agreement as it would be settled, with its items and its scope. */
export function settled(change: Partial<Version> = {}, privacy: Privacy = 'shareable'): { items: AnyItem[]; version: ItemOf<'version'>; scope: Extract<ExportScope, { what: 'agreement' }> } {
  const agreement = item('agreement', { version: 4, language: 'en' }, { privacy })
  const names = { mentor: 'Sari Wulandari', mentee: 'Ana de Vries' }
  const clauses = [...sampleContract, endingClause].map(({ id, group }): SettledClause => ({
    id: newId(), group, texts: Object.fromEntries(Language.options.map((language) => [language, fillNames(texts[language].clauses[id], names, language)])),
  }))
  const version = item('version', {
    number: 3, how: 'signed', on: '2026-11-24', language: 'en', parties: names, period: { from: '2026-10-01', to: '2027-10-01' }, clauses,
    signatures: (['mentor', 'mentee'] as const).map((who) => ({ who, name: names[who], on: '2026-11-24', at: '2026-11-24T11:00:00.000Z', withdrawnAt: null })),
    vouches: [], hash: '0'.repeat(64), words: ['river', 'lamp', 'oak', 'sugar'], ...change,
  }, { parentId: agreement.id, privacy })
  return { items: [agreement, version], version, scope: { what: 'agreement', spaceId, agreementId: agreement.id, versionId: version.id } }
}

export function settledModel(change: Partial<Version> = {}, language: Language = 'en', beside?: Language): DocumentModel {
  const { items, scope } = settled(change)
  return modelOf(items, { language, scope: { ...scope, ...(beside !== undefined && { beside }) } })
}

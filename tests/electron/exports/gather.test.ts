import { expect, test } from 'vitest'
import { toDraft } from '../../../electron/exports/gather.ts'
import { ExportDraft } from '../../../shared/exporting.ts'
import { Language } from '../../../shared/language.ts'
import { richTextFromPlain } from '../../../shared/rich-text.ts'
import { entry, gathered, item, newId, november, sampleRelationship, space, spaceId } from './sample.ts'

const labels = (from: ReturnType<typeof gathered>) => from.sections.flatMap((section) => section.blocks).map((block) => block.label)

test('[F72] a period is laid out by session and day, in the order of the calendar', () => {
  const { items, about } = sampleRelationship()

  const draft = toDraft(gathered(items, { about }))

  expect(draft.sections.map((section) => section.heading)).toEqual(['Friday 20 November 2026', 'Session 4, Tuesday 24 November 2026', 'Commitments'])
  expect(draft.subtitle).toBe('Mentor: Sari Wulandari · Mentee: Ana de Vries · Period: 1–30 November 2026')
  expect(draft.fileName).toBe('summary-2026-11-30')
  ExportDraft.parse(draft)
})

test('session, agenda, result, commitment and closing answer stand open; note, preparation and entry are folded', () => {
  const { items, about } = sampleRelationship()

  const blocks = toDraft(gathered(items, { about })).sections.flatMap((section) => section.blocks)

  expect(new Set(blocks.filter((block) => block.open).map((block) => block.kind))).toEqual(new Set(['session', 'agenda-item', 'result', 'commitment', 'answer']))
  expect(new Set(blocks.filter((block) => !block.open).map((block) => block.kind))).toEqual(new Set(['note', 'prep', 'entry']))
})

test('a Dutch day has a capital where it is a heading', () => {
  expect(gathered([entry(richTextFromPlain('x'))], { language: 'nl' }).sections[0]?.heading).toBe('Dinsdag 24 november 2026')
})

test('labels are in the document’s language, with names and dates', () => {
  const { items, about } = sampleRelationship()

  expect(labels(gathered(items, { about }))).toContain('Commitment, Ana de Vries, by 4 December')
  expect(labels(gathered(items, { about }))).toContain('Commitment, Sari Wulandari, by 15 January 2027, done')
  expect(labels(gathered(items, { about, language: 'nl' }))).toContain('Toezegging, Ana de Vries, uiterlijk 4 december')
  expect(labels(gathered(items, { about, language: 'id' }))).toContain('Komitmen, Ana de Vries, paling lambat 4 Desember')
  expect(labels(gathered(items, { about, language: 'id', space: { ...space, me: '' } }))).toContain('Komitmen, Mentee, paling lambat 4 Desember')
})

test('a session’s summary holds the session, what hangs under it, and what was written about it, whenever', () => {
  const { items, sessionId, entryId, about } = sampleRelationship()
  const line = items.find((each) => each.kind === 'agenda-item')
  const late = entry(richTextFromPlain('A thought two weeks later.'), { onDate: '2026-12-08' })
  const deep = item('note', { text: richTextFromPlain('Under an agenda line.'), who: null }, { parentId: line?.id ?? null })

  const from = gathered([...items, late, deep], { scope: { what: 'session', spaceId, sessionId }, about: new Map([...about, [late.id, sessionId]]) })

  expect(from.sections.map((section) => section.id)).toEqual([sessionId])
  const ids = from.sections.flatMap((section) => section.blocks).map((block) => block.id)
  expect(ids).toContain(entryId)
  expect(ids).toContain(late.id)
  expect(ids).toContain(deep.id)
  expect(from.fileName).toBe('summary-2026-11-24')
})

test('what lies outside the days, in another space, or in the bin is not offered', () => {
  const outside = [
    entry(richTextFromPlain('October'), { onDate: '2026-10-31' }),
    entry(richTextFromPlain('December'), { onDate: '2026-12-01' }),
    entry(richTextFromPlain('Thrown away'), { deletedAt: '2026-11-25T10:00:00.000Z' }),
    // Any id but this space's own will do.
    { ...entry(richTextFromPlain('Another space')), spaceId: newId() as unknown as typeof spaceId },
  ]

  expect(gathered(outside).sections).toEqual([])
  expect(gathered([entry(richTextFromPlain('First day'), { onDate: november.what === 'period' ? november.from : null })]).sections).toHaveLength(1)
})

test('what holds no words is not offered, and a question alone is no entry', () => {
  const empty = [
    entry(richTextFromPlain('  \n '), {}, 'What did I avoid saying today?'),
    item('commitment', { text: ' ', who: 'mentor', sort: null, due: '2026-11-30', status: 'open', settledAt: null, word: '', earlierDates: [] }, { onDate: '2026-11-30' }),
  ]

  expect(gathered(empty).sections).toEqual([])
})

test('a body this version cannot read is offered as its text', () => {
  const readable = entry(richTextFromPlain('x'))
  const item = { ...readable, kind: 'unreadable' as const, body: undefined, was: 'vision', text: 'Words of a later version.' }

  const [section] = gathered([item]).sections

  expect(section?.blocks[0]).toMatchObject({ kind: 'unreadable', open: false, label: 'Text' })
  expect(JSON.stringify(section)).toContain('Words of a later version.')
})

test('planned lines are numbered, held ones are ticked', () => {
  const { items, sessionId } = sampleRelationship()
  const planned = items.map((each) => each.kind === 'session' ? { ...each, body: { ...each.body, status: 'planned' as const } } : each)
  const styles = (from: ReturnType<typeof gathered>) =>
    from.sections.flatMap((section) => section.blocks).filter((block) => block.kind === 'agenda-item').map((block) => block.paragraphs[0]?.style)
  const scope = { what: 'session', spaceId, sessionId } as const

  expect(styles(gathered(items, { scope }))).toEqual(['ticked', 'ticked', 'unticked'])
  expect(styles(gathered(planned, { scope }))).toEqual(['number', 'number', 'number'])
})

test.each(Language.options)('an agreement in %s is its clauses in their groups, numbered through, names filled in', (language) => {
  const { items, agreementId } = sampleRelationship()

  const from = gathered(items, { language, scope: { what: 'agreement', spaceId, agreementId } })

  expect(from.sections.map((section) => section.blocks.length)).toEqual([6, 5, 1])
  expect(from.sections.flatMap((section) => section.blocks).map((block) => block.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  expect(JSON.stringify(from)).not.toMatch(/\{mentor\}|\{mentee\}/)
  expect(from.settlement?.places.map(({ name }) => name)).toEqual(['Sari Wulandari', 'Ana de Vries'])
  ExportDraft.parse(toDraft(from))
})

test('one label lets the whole agreement out; a clause not written in the language is taken as it was written', () => {
  const agreement = item('agreement', { version: 2, language: 'en' }, { privacy: 'shareable' })
  const own = item('clause', { group: 'practical', sample: null, clear: false, texts: { en: 'We meet on Tuesdays.' } }, { parentId: agreement.id, privacy: 'private' })
  const sample = item('clause', { group: 'mentee', sample: 'mentee-help', clear: false, texts: { en: '{mentee} asks for help when it is needed.' } }, { parentId: agreement.id, privacy: 'private' })

  const from = gathered([agreement, own, sample], { language: 'nl', scope: { what: 'agreement', spaceId, agreementId: agreement.id } })

  const blocks = from.sections.flatMap((section) => section.blocks)
  expect(blocks.map((block) => block.privacy)).toEqual(['shareable', 'shareable'])
  expect(blocks.map((block) => block.paragraphs[0]?.runs[0]?.text)).toEqual(['Ana de Vries vraagt om hulp wanneer dat nodig is.', 'We meet on Tuesdays.'])
})

test('a space of one’s own has no parties in its head', () => {
  const from = gathered([entry(richTextFromPlain('Alone.'))], { space: { ...space, role: 'alone' } })

  expect(from.facts).toEqual([{ label: 'Period', value: '1–30 November 2026' }])
})

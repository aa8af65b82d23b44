import { describe, expect, test } from 'vitest'
import { renderDocx } from '../../../electron/exports/docx.ts'
import { buildModel } from '../../../electron/exports/guard.ts'
import { renderHtml } from '../../../electron/exports/html.ts'
import { plainParagraph } from '../../../electron/exports/lexical.ts'
import { renderMarkdown } from '../../../electron/exports/markdown.ts'
import { mask } from '../../../shared/exporting.ts'
import { AppError } from '../../../shared/errors.ts'
import { richTextFromPlain } from '../../../shared/rich-text.ts'
import { documentXml } from './docx-parts.ts'
import { entry, gathered, item, modelOf, newId, november, paragraph, richText, sampleRelationship, spaceId, text, tickAll } from './sample.ts'

const codeOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof AppError) return error.code
  }
  return 'nothing was refused'
}

const words = (model: unknown) => JSON.stringify(model)

describe('the guard refuses', () => {
  const shared = entry(richTextFromPlain('May go.'))
  const secret = entry(richTextFromPlain('Stays here.'), { privacy: 'private' })
  const from = gathered([shared, secret])
  const block = (id: typeof shared.id) => ({ id, paragraphs: [plainParagraph('May go.')] })

  test('[F71] what is private now, though it was gathered', () => {
    expect(codeOf(() => buildModel(from, { title: '', blocks: [block(shared.id), block(secret.id)] }))).toBe('export.not-shareable')
  })

  test('what was never gathered for this scope', () => {
    const elsewhere = entry(richTextFromPlain('May go, but in October.'), { onDate: '2026-10-10' })

    expect(codeOf(() => buildModel(gathered([shared, elsewhere]), { title: '', blocks: [block(elsewhere.id)] }))).toBe('export.not-shareable')
    expect(codeOf(() => buildModel(from, { title: '', blocks: [block(newId())] }))).toBe('export.not-shareable')
  })

  test('one block twice', () => {
    expect(codeOf(() => buildModel(from, { title: '', blocks: [block(shared.id), block(shared.id)] }))).toBe('export.not-shareable')
  })

  test('an empty document, whether nothing was ticked or every word was taken out', () => {
    expect(codeOf(() => buildModel(from, { title: 'A title', blocks: [] }))).toBe('export.empty')
    expect(codeOf(() => buildModel(from, { title: '', blocks: [{ id: shared.id, paragraphs: [] }] }))).toBe('export.empty')
    expect(codeOf(() => buildModel(from, { title: '', blocks: [{ id: shared.id, paragraphs: [plainParagraph(' \n ')] }] }))).toBe('export.empty')
  })
})

test('[F71] a private sentence is in no format, where a shared one is in every format', async () => {
  const secret = 'Nobody else may read this sentence.'
  const open = 'This sentence was ticked.'
  const items = [
    entry(richTextFromPlain(secret), { privacy: 'private' }), entry(richTextFromPlain(open)),
    item('prep', { want: secret, bring: '', hard: '' }, { privacy: 'private' }),
    item('commitment', { text: secret, who: 'mentee', sort: null, due: '2026-11-30', status: 'open', settledAt: null, word: secret, earlierDates: [] }, { privacy: 'private', onDate: '2026-11-30' }),
  ]

  const model = modelOf(items)
  const outputs = [renderMarkdown(model), renderHtml(model, 'screen'), renderHtml(model, 'paper'), documentXml(await renderDocx(model))]

  for (const output of outputs) {
    expect(output).not.toContain(secret)
    expect(output).toContain(open)
  }
})

test('[F71] the edited copy goes out, and the written words stay behind', async () => {
  const written = entry(richTextFromPlain('Budi said it at the harbour.'))
  const from = gathered([written])

  const model = buildModel(from, { title: '', blocks: [{ id: written.id, paragraphs: [plainParagraph(`${mask} said it somewhere.`)] }] })

  for (const output of [renderMarkdown(model), renderHtml(model, 'screen'), documentXml(await renderDocx(model))]) {
    expect(output).not.toContain('Budi')
    expect(output).not.toContain('harbour')
    expect(output).toContain('said it somewhere.')
    expect(output).toContain(mask)
  }
})

test('every mask has one width, so that no length shows', () => {
  const written = entry(richText(paragraph(text(`${mask}${mask}█`), text(`${mask} and ██`, 1))))

  const [section] = modelOf([written]).sections

  expect(section?.parts[0]?.blocks[0]?.paragraphs[0]?.runs).toEqual([{ text: mask }, { text: ` and ${mask}`, bold: true }])
})

test('the order of the document is the order of the calendar, however the ticks came back', () => {
  const { items, about } = sampleRelationship()
  const from = gathered(items, { about })
  const ticked = tickAll(from)

  expect(buildModel(from, { ...ticked, blocks: ticked.blocks.toReversed() })).toEqual(buildModel(from, ticked))
})

test('control characters and halves of characters are taken out, the words around them stay', () => {
  const written = entry(richTextFromPlain('be\u0000fore\u001B[31m \uD83D after\uFFFE 😀'))

  const model = modelOf([written])

  expect(words(model)).toContain('before[31m � after 😀')
})

test('a title is one line, and an empty one is the document’s own', () => {
  const from = gathered([entry(richTextFromPlain('x'))])

  expect(buildModel(from, { ...tickAll(from), title: ' Two\nlines ' }).title).toBe('Two lines')
  expect(buildModel(from, { ...tickAll(from), title: '  ' }).title).toBe('Summary')
})

test('two copies with the same words have the same id, another word makes another', () => {
  const id = (said: string) => modelOf([entry(richTextFromPlain(said))], { scope: november }).id

  expect(id('one')).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(id('one')).toBe(id('one'))
  expect(id('one')).not.toBe(id('another'))
})

test('numbers count through an agenda, and begin again in each entry', () => {
  const list = (...lines: string[]) => ({ type: 'list', listType: 'number', children: lines.map((line) => ({ type: 'listitem', children: [text(line)] })) })
  const session = sampleRelationship().items.flatMap((each) => each.kind === 'session' ? [{ ...each, body: { ...each.body, status: 'planned' as const } }] : [])
  const line = (words: string) => item('agenda-item', { text: words, minutes: null, outcome: 'open', reason: { rule: 'own' } }, { parentId: session[0]?.id ?? null })
  const numbers = (kind: string, model: ReturnType<typeof modelOf>) => model.sections.flatMap((section) => section.parts)
    .filter((part) => part.kind === kind).flatMap((part) => part.blocks).flatMap((block) => block.paragraphs).map((each) => each.number)

  const model = modelOf([...session, line('a'), line('b'), line('c'),
    entry(richText(list('a', 'b'), paragraph(text('between')), list('c')), { onDate: '2026-11-02' }), entry(richText(list('d')), { onDate: '2026-11-02' })])

  expect(numbers('agenda', model)).toEqual([1, 2, 3])
  expect(numbers('entries', model)).toEqual([1, 2, null, 1, 1])
})

test('the label of the agreement’s scope does not let a single clause of another agreement out', () => {
  const { items, agreementId } = sampleRelationship()
  const stranger = item('clause', { group: 'mentor', sample: null, clear: false, texts: { en: 'Not of this agreement.' } }, { parentId: newId() })
  const from = gathered([...items, stranger], { scope: { what: 'agreement', spaceId, agreementId } })

  expect(codeOf(() => buildModel(from, { title: '', blocks: [{ id: stranger.id, paragraphs: [plainParagraph('Not of this agreement.')] }] }))).toBe('export.not-shareable')
})

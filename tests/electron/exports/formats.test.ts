import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderDocx } from '../../../electron/exports/docx.ts'
import { renderHtml } from '../../../electron/exports/html.ts'
import { renderMarkdown } from '../../../electron/exports/markdown.ts'
import { recoverySheetHtml } from '../../../electron/exports/recovery-sheet.ts'
import { mask } from '../../../shared/exporting.ts'
import { Language } from '../../../shared/language.ts'
import { richTextFromPlain } from '../../../shared/rich-text.ts'
import { stopwatch } from '../../helpers/took.ts'
import { docxParts, docxWords } from './docx-parts.ts'
import { entry, modelOf, paragraph, richText, sampleAgreement, sampleSummary, space, text } from './sample.ts'

/** Sentences that a careless renderer would make something else of. */
const tricky = [
  '# not a heading', '1. not a list', '- not a list', '+ not a list', '> not a quote', '--- ', '===', '```', '* * *', '% title', ': definition', '|a|b|',
  'a *b* _c_ `d` ~~e~~ ==f== [g](h) ![i](j) <k> & &amp; &lt; \\ $x$ ^y^ {.z}', 'https://example.org/a?b=c&d=e www.example.org a@example.org',
  '<script>alert(1)</script><img src=x onerror=alert(1)>', `</style><b onclick='x'>"quoted"</b>`, ']]> <!-- --> {{x}} ${y}',
  '[x] not a task', '😀 👩‍👩‍👧 é e\u0301', 'שלום, זה משפט', 'مرحبا بالعالم', `${mask} was masked, ${mask}.`, 'trailing spaces   ', '\ttab',
]

/** The words of a Markdown file without its escapes. */
const unescaped = (markdown: string) => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1')
const untagged = (html: string) => html.replace(/<style>[^]*?<\/style>/g, '').replace(/<br>/g, '\n').replace(/<[^>]*>/g, '')
  .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ 'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"', '#39': "'" })[name] ?? '')

describe('tricky words', () => {
  const model = modelOf(tricky.map((words) => entry(richText(paragraph(text(words))))))

  test('read back from Markdown as they were typed', () => {
    const words = unescaped(renderMarkdown(model))

    for (const sentence of tricky) expect(words).toContain(sentence.trim())
  })

  test('begin no heading, list, quote, rule or block in Markdown, and make no link', () => {
    const lines = renderMarkdown(model).split('\n').slice(5).filter((line) => line !== '' && line !== '*Reflection*' && !line.startsWith('## '))

    expect(lines.filter((line) => /^(#|\d+[.)]|[-+*>=%:|]|```|~~~|\s)/.test(line))).toEqual([])
    expect(lines.join('\n')).not.toMatch(/(?<!\\)(:\/\/|@|<)|www\./)
  })

  test('read back from HTML as they were typed, and make no tag', () => {
    const html = renderHtml(model, 'screen')

    for (const sentence of tricky) expect(untagged(html)).toContain(sentence)
    expect(html).not.toMatch(/<(script|img|b|a|iframe|link|form|object)[\s>]/i)
  })

  test('read back from DOCX as they were typed', async () => {
    const words = docxWords(await renderDocx(model)).join('\n')

    for (const sentence of tricky) expect(words).toContain(sentence)
  })
})

describe('Markdown', () => {
  test('has the whole summary in headings, task lists, captions and quotes', () => {
    expect(renderMarkdown(sampleSummary())).toMatchSnapshot()
  })

  test('takes marks off where they would not be read as marks', () => {
    const markdown = renderMarkdown(modelOf([entry(richText(paragraph(text('a'), text('"b"', 1), text('c '), text('d ', 1), text('e'))))]))

    expect(markdown).toContain('a"b"c **d** e')
  })

  test('numbers an agreement through and leaves room to sign', () => {
    const markdown = renderMarkdown(sampleAgreement())

    expect(markdown).toContain('\n7. Ana de Vries comes to each session eager to learn.')
    expect(markdown).toMatch(/\nSari Wulandari \.{40} Date \.{20}\n/)
  })

  test('holds a line of 20,000 characters whole', () => {
    const line = 'word '.repeat(4000).trim()

    expect(renderMarkdown(modelOf([entry(richTextFromPlain(line))]))).toContain(`\n${line}\n`)
  })
})

describe('HTML', () => {
  test.each(['screen', 'paper'] as const)('for %s loads nothing, runs nothing and points nowhere', (use) => {
    const html = renderHtml(sampleSummary(), use)

    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'"`)
    expect(html).not.toMatch(/https?:|\bsrc=|\bhref=|<script|<link|@import|\bstyle=|javascript:|\bon\w+=/i)
    expect([...html.matchAll(/url\(([^)]{0,16})/g)].every((match) => match[1] === 'data:font/woff2;')).toBe(true)
  })

  test('carries its faces on paper only, with a foot on each page', () => {
    expect(renderHtml(sampleSummary(), 'screen')).not.toContain('@font-face')
    expect(renderHtml(sampleSummary(), 'paper').match(/@font-face/g)).toHaveLength(4)
    expect(renderHtml(sampleSummary('nl'), 'paper')).toMatch(/content: "Pagina " counter\(page\) " van " counter\(pages\)/)
    expect(renderHtml(sampleSummary(), 'screen')).not.toContain('counter(page)')
  })

  test('has a neutral title, its language, and a direction for each paragraph', () => {
    const html = renderHtml(modelOf([entry(richTextFromPlain('שלום'))], { language: 'id' }), 'screen')

    expect(html).toContain('<html lang="id">')
    expect(html).toContain('<title>Ringkasan</title>')
    expect(html).toContain('<p dir="auto">שלום</p>')
  })

  test('shows a mask as a bar with a name for a screen reader', () => {
    expect(renderHtml(sampleSummary('nl'), 'screen')).toContain(`<span class="mask" role="img" aria-label="weggelakt">${mask}</span>`)
  })

  test('says aloud what is ticked', () => {
    expect(renderHtml(sampleSummary(), 'screen')).toContain('<span class="box ticked" role="img" aria-label="done"></span>')
  })

  test.each(Language.options)('an agreement in %s has a line to sign for each, by name or by role', (language) => {
    expect(renderHtml(sampleAgreement(language), 'paper')).toContain('<span dir="auto">Sari Wulandari</span>')
    expect(renderHtml(sampleAgreement(language, { ...space, me: '', other: '' }), 'paper')).toContain('<span dir="auto">Mentee</span>')
  })
})

describe('DOCX', () => {
  test('names nobody, no program and no title in its properties', async () => {
    const parts = docxParts(await renderDocx(sampleSummary()))

    const properties = parts['docProps/core.xml'] ?? ''
    expect(properties).toContain('cp:coreProperties')
    expect(properties).not.toMatch(/creator>[^<]|lastModifiedBy>[^<]|title>[^<]|Un-named/)
    expect(Object.values(parts).join('')).not.toMatch(/Mentoring Journal|\/work\/|\/home\//)
  })

  test('has real headings, lists and boxes', async () => {
    const file = await renderDocx(sampleSummary())
    const xml = docxParts(file)['word/document.xml'] ?? ''

    expect(xml.match(/w:pStyle w:val="Heading1"/g)).toHaveLength(3)
    expect(xml).toContain('w:numPr')
    expect(docxWords(file)).toContain('☑\tBegin with what went well, before the list of problems (5 min)')
    expect(docxWords(file)).toContain('☐\tAsk Budi for the figures of the north route. (Ana de Vries · by 4 December)')
  })

  test('numbers the clauses of an agreement as one list from the first to the last', async () => {
    const xml = docxParts(await renderDocx(sampleAgreement()))['word/document.xml'] ?? ''

    const lists = [...xml.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map((match) => match[1])
    expect(lists).toHaveLength(12)
    expect(new Set(lists).size).toBe(1)
  })

  test('begins each entry’s numbers at one', async () => {
    const list = { type: 'list', listType: 'number', children: [{ type: 'listitem', children: [text('one')] }, { type: 'listitem', children: [text('two')] }] }
    const parts = docxParts(await renderDocx(modelOf([entry(richText(list)), entry(richText(list))])))

    const lists = [...(parts['word/document.xml'] ?? '').matchAll(/<w:numId w:val="(\d+)"\/>/g)].map((match) => match[1])
    expect(new Set(lists).size).toBe(2)
  })

  test('runs a paragraph in Arabic or Hebrew from right to left', async () => {
    const xml = docxParts(await renderDocx(modelOf([entry(richTextFromPlain('مرحبا'))])))['word/document.xml'] ?? ''

    expect(xml).toContain('<w:bidi/>')
  })

  test('is a file that another program reads', async ({ skip }) => {
    const file = await renderDocx(sampleSummary())
    let words: string
    try {
      words = execFileSync('pandoc', ['-f', 'docx', '-t', 'plain', '--wrap=none'], { input: file, stdio: ['pipe', 'pipe', 'ignore'] }).toString()
    } catch {
      return skip('no pandoc on this machine')
    }

    expect(words).toContain('Ask Budi for the figures of the north route.')
    expect(words).toContain('1.  Write the first page, badly.')
  })

  test('of a thousand entries is made fast enough to keep a save waiting no longer than a breath', async () => {
    const model = modelOf(Array.from({ length: 1000 }, (_, index) => entry(richTextFromPlain(`Entry ${index}\nand ${'words '.repeat(50)}`))))
    await renderDocx(sampleSummary())

    const took = stopwatch()
    await renderDocx(model)

    expect(took()).toBeLessThan(1000)
  })
})

test('whatever is written, every format renders it and keeps it well-formed', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ words: fc.string({ unit: 'binary', maxLength: 60 }), format: fc.integer({ min: 0, max: 3 }) }), { minLength: 1, maxLength: 6 }), async (pieces) => {
    const model = modelOf([entry(richText(paragraph(text('Here: '), ...pieces.map(({ words, format }) => text(words, format)))))])

    const html = renderHtml(model, 'screen')
    const xml = docxParts(await renderDocx(model))['word/document.xml'] ?? ''

    expect(renderMarkdown(model)).toContain('Here:')
    expect(untagged(html)).not.toContain('\u0000')
    expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/)
    expect(xml.isWellFormed()).toBe(true)
  }), { numRuns: 60 })
})

describe.each(Language.options)('the recovery sheet in %s', (language) => {
  const html = recoverySheetHtml({ code: '7kq4 m2xd-0abc9vtz PQRS-1234-WXYZ-HJKM', vault: 'Ours & <theirs>.mjournal', date: '2026-11-22', language })

  test('shows eight groups of four, and says what for, how and where to keep it', () => {
    const groups = [...html.matchAll(/<li>([0-9A-Z]{4})<\/li>/g)].map((match) => match[1])
    expect(groups).toEqual(['7KQ4', 'M2XD', '0ABC', '9VTZ', 'PQRS', '1234', 'WXYZ', 'HJKM'])
    expect(html.match(/<h2>/g)).toHaveLength(2)
    expect(html).toContain('Ours &amp; &lt;theirs&gt;.mjournal')
  })

  test('loads nothing and runs nothing', () => {
    expect(html).toContain(`default-src 'none'`)
    expect(html).not.toMatch(/https?:|\bsrc=|\bhref=|<script|@import/i)
  })
})

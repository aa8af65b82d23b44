import { expect, test } from 'vitest'
import { renderDocx } from '../../../electron/exports/docx.ts'
import { renderHtml } from '../../../electron/exports/html.ts'
import { paragraphsOf } from '../../../electron/exports/lexical.ts'
import { renderMarkdown } from '../../../electron/exports/markdown.ts'
import { mask, Paragraph } from '../../../shared/exporting.ts'
import { documentXml, docxWords } from './docx-parts.ts'
import { entry, modelOf, paragraph, richText, text } from './sample.ts'

const cell = (head: boolean, ...words: string[]) => ({ type: 'tablecell', headerState: head ? 1 : 0, children: words.map((each) => paragraph(text(each))) })
const table = (...rows: string[][]) => ({ type: 'table', children: rows.map((row, index) => ({ type: 'tablerow', children: row.map((words) => cell(index === 0, words)) })) })
const budget = table(['What', 'Who'], ['Budget | draft', 'Ana'], ['', mask])

test('each cell is a paragraph that knows its place; an empty one leaves only its place', () => {
  const paragraphs = paragraphsOf(richText(paragraph(text('Before.')), budget))

  expect(paragraphs.map(({ runs, cell }) => [runs[0]?.text, cell?.row, cell?.column, cell?.head])).toEqual([
    ['Before.', undefined, undefined, undefined], ['What', 0, 0, true], ['Who', 0, 1, true], ['Budget | draft', 1, 0, false], ['Ana', 1, 1, false], [mask, 2, 1, false],
  ])
  for (const each of paragraphs) expect(Paragraph.safeParse(each).success).toBe(true)
})

test('a table in a table gives its words to the outer cell, and one without end goes on as words', () => {
  const inner = { type: 'tablecell', headerState: 0, children: [table(['deep'])] }
  const wide = table([...Array(120).keys()].map(String))

  expect(paragraphsOf(richText({ type: 'table', children: [{ type: 'tablerow', children: [cell(false, 'a'), inner] }] })).map(({ runs, cell }) => [runs[0]?.text, cell?.column])).toEqual([['a', 0], ['deep', 1]])
  expect(paragraphsOf(richText(wide)).filter((each) => each.cell === undefined)).toHaveLength(20)
  expect(paragraphsOf(richText({ type: 'table', children: [{ type: 'tablerow', children: [text('loose')] }] }))).toEqual([{ style: 'plain', indent: 0, runs: [{ text: 'loose' }] }])
})

test('HTML has it as a table, with the bar of a mask in its cell', () => {
  const html = renderHtml(modelOf([entry(richText(budget, paragraph(text('After.')), budget))]), 'screen')

  expect(html.match(/<table>/g)).toHaveLength(2)
  expect(html).toContain('<tr><th><p dir="auto">What</p></th><th><p dir="auto">Who</p></th></tr>')
  expect(html).toMatch(/<tr><td><\/td><td><p dir="auto"><span class="mask"/)
})

test('Markdown has it as a table whose bars in the words part no cells', () => {
  const markdown = renderMarkdown(modelOf([entry(richText(budget))]))

  expect(markdown).toContain(`| What | Who |\n| --- | --- |\n| Budget \\| draft | Ana |\n|  | ${mask} |`)
})

test('Markdown gives one without a head an empty head, and keeps a list in a cell on its line', () => {
  const list = { type: 'list', listType: 'check', children: [{ type: 'listitem', checked: true, children: [text('done')] }, { type: 'listitem', children: [text('open')] }] }
  const markdown = renderMarkdown(modelOf([entry(richText({ type: 'table', children: [{ type: 'tablerow', children: [cell(false, 'a'), { type: 'tablecell', headerState: 0, children: [list] }] }] }))]))

  expect(markdown).toContain('|  |  |\n| --- | --- |\n| a | - [x] done<br>- [ ] open |')
})

test('DOCX has it as a table with a head that repeats', async () => {
  const docx = await renderDocx(modelOf([entry(richText(budget, paragraph(text('After.'))))]))

  expect(documentXml(docx).match(/<w:tbl>/g)).toHaveLength(1)
  expect(documentXml(docx)).toContain('<w:tblHeader/>')
  expect(docxWords(docx)).toEqual(expect.arrayContaining(['What', 'Budget | draft', 'Ana', mask, 'After.']))
})

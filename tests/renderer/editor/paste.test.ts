// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import type { RichNode } from '../../../shared/rich-text.ts'
import { RichText } from '../../../shared/rich-text.ts'
import { readHtml, readPlain } from '../../../renderer/editor/paste.ts'

/** Blocks in a short notation: what a person would see. */
function short(node: RichNode): string {
  const inside = () => (node.children ?? []).map(short).join('')
  switch (node.type) {
    case 'text': {
      const format = Number(node['format'])
      return `${format & 1 ? '*' : ''}${format & 2 ? '_' : ''}${node.text}${format & 2 ? '_' : ''}${format & 1 ? '*' : ''}`
    }
    case 'linebreak': return '/'
    case 'paragraph': return `p(${inside()})`
    case 'quote': return `q(${inside()})`
    case 'heading': return `${String(node['tag'])}(${inside()})`
    case 'list': return `${String(node['listType'])}[${(node.children ?? []).map(short).join(', ')}]`
    case 'listitem': return `${node['checked'] === true ? 'x ' : ''}${inside()}`
    case 'table': return `table[${(node.children ?? []).map((row) => (row.children ?? []).map((cell) => `${cell['headerState'] === 1 ? 'head ' : ''}${(cell.children ?? []).map((each) => short(each).slice(2, -1)).join(' ')}`).join(', ')).join('; ')}]`
    default: return `?${node.type}`
  }
}
const read = (html: string) => readHtml(html).blocks.map(short).join(' ')

const table: Array<[name: string, html: string, expected: string]> = [
  ['a paragraph', '<p>Sari asked why.</p>', 'p(Sari asked why.)'],
  ['text without a paragraph', 'Sari asked why.', 'p(Sari asked why.)'],
  ['white space as a browser shows it', '<p>  Sari\n   asked <b> why </b> not. </p>', 'p(Sari asked *why *not.)'],
  ['bold and italic in each of their ways', '<p><b>a</b> <strong>b</strong> <i>c</i> <em>d</em> <span style="font-weight:700">e</span> <span style="font-style: italic">f</span> <b><i>g</i></b></p>', 'p(*a* *b* _c_ _d_ *e* _f_ *_g_*)'],
  ['a script', '<p>before<script>alert(1)</script>after</p><script>alert(2)</script>', 'p(beforeafter)'],
  ['a style sheet', '<style>p { color: red }</style><p>words</p>', 'p(words)'],
  ['an event handler and a style attribute', '<p onclick="alert(1)" style="position:fixed;background:url(https://evil.example/x)" class="big">words</p>', 'p(words)'],
  ['a picture from elsewhere', '<p>before <img src="https://evil.example/track.png" onerror="alert(1)"> after</p>', 'p(before after)'],
  ['a link', '<p>see <a href="https://example.org">the page</a></p>', 'p(see the page)'],
  ['a link that is a script', '<p><a href="javascript:alert(1)">press me</a></p>', 'p(press me)'],
  ['a frame, an object, a form', '<iframe srcdoc="a">x</iframe><object data="x">y</object><form><p>name</p><input value="secret"><textarea>z</textarea></form>', 'p(name)'],
  ['hidden words', '<p>seen<span style="display:none">unseen</span><span hidden>unseen</span></p>', 'p(seen)'],
  ['a template and a comment', '<!-- <p>no</p> --><template><p>no</p></template><p>yes</p>', 'p(yes)'],
  ['headings, of which two sizes exist', '<h1>a</h1><h2><b>b</b></h2><h3>c</h3><h6>d</h6>', 'h2(a) h2(b) h3(c) h3(d)'],
  ['a quote', '<blockquote><p>a</p><p>b</p></blockquote><p>c</p>', 'q(a) q(b) p(c)'],
  ['line breaks', '<p>a<br>b<br></p><div>c</div><div>d</div>', 'p(a/b) p(c) p(d)'],
  ['preformatted text', '<pre>a  b\n  c</pre>', 'p(a  b/  c)'],
  ['lists', '<ul><li>a</li><li><p>b</p><p>c</p></li></ul><ol><li>d</li></ol>', 'bullet[a, b/c] number[d]'],
  ['a list in a list', '<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li><li>d</li></ul>', 'bullet[a, bullet[b, number[c]], d]'],
  ['a list straight in a list', '<ul><li>a</li><ul><li>b</li></ul></ul>', 'bullet[a, bullet[b]]'],
  ['ticked boxes', '<ul><li><input type="checkbox" checked> a</li><li><input type="checkbox"> b</li></ul>', 'check[x a, b]'],
  ['a table', '<table><tr><th>What</th><th>Who</th></tr><tr><td>budget</td><td>Ana</td></tr></table>', 'table[head What, head Who; budget, Ana]'],
  ['a table whose cells are merged', '<table><thead><tr><td colspan=2>Both</td></tr></thead><tr><td rowspan=2>a</td><td>b<br>c</td></tr><tr><td><p>d</p><ul><li>e</li></ul></td></tr></table><p>after</p>', 'table[head Both, head ; a, b c; , d e] p(after)'],
  ['a table of one row', '<table><tr><td>a</td><td>b</td></tr></table>', 'p(a · b)'],
  ['a table that is wider than a sheet', `<table>${`<tr>${'<td>x</td>'.repeat(21)}</tr>`.repeat(2)}</table>`, `p(${Array(21).fill('x').join(' · ')}) p(${Array(21).fill('x').join(' · ')})`],
  ['a table in a table', '<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>', 'p(a · b c)'],
  ['a table that only lays a page out', '<table><tr><td><p>a</p><p>b</p></td></tr></table>', 'p(a) p(b)'],
  ['Google Docs', '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-family:Arial;font-weight:700;white-space:pre-wrap;">Bold</span><span style="font-weight:400;font-style:italic"> and slanted</span></p><ul><li dir="ltr" role="checkbox" aria-checked="true"><img src="data:image/png;base64,AAAA" width="18px"><p><span>done</span></p></li></ul></b>', 'p(*Bold*_ and slanted_) check[x done]'],
  ['Word', '<html><head><style>@list l0</style><!--[if gte mso 9]><xml>x</xml><![endif]--></head><body><p class=MsoNormal>Plain <b>bold</b><o:p></o:p></p><p class=MsoListParagraphCxSpFirst style=\'text-indent:-18pt;mso-list:l0 level1 lfo1\'><![if !supportLists]><span style=\'mso-list:Ignore\'>·<span style="font:7pt">&nbsp;&nbsp; </span></span><![endif]>first</p><p class=MsoListParagraph style=\'mso-list:l0 level2 lfo1\'><span style=\'mso-list:Ignore\'>o</span>second</p><p class=MsoListParagraph style=\'mso-list:l1 level1 lfo2\'><span style=\'mso-list:Ignore\'>1.</span>third</p><p class=MsoNormal>&nbsp;</p></body></html>', 'p(Plain *bold*) bullet[first, bullet[second]] number[third]'],
  ['words that look like attributes', '<p>a style="b" onclick=c &lt;style&gt; d</p>', 'p(a style="b" onclick=c <style> d)'],
  ['a style sheet that never ends', '<p>a</p><style>p { color: red }', 'p(a)'],
  ['control characters', `<p>a${String.fromCharCode(0, 7, 27)}b</p>`, 'p(ab)'],
]

describe('what is pasted is reduced to what we know', () => {
  test.each(table)('%s', (_name, html, expected) => {
    expect(read(html)).toBe(expected)
  })

  test('pictures are counted, so that it can be said that they come later; spies of one pixel are not', () => {
    expect(readHtml('<img src=a><svg></svg><img src=b width=1 height=1><video></video>').pictures).toBe(3)
  })

  test('whatever is pasted passes the check of a stored text', () => {
    const deep = '<ul><li>a'.repeat(300)

    const { blocks } = readHtml(`${'<div>'.repeat(300)}${deep}<table><tr><td>${'<b>'.repeat(300)}x`)

    expect(RichText.safeParse({ root: { type: 'root', children: blocks } }).success).toBe(true)
  })

  test('nothing but the known fields of known nodes comes out', () => {
    const seen = new Set<string>()
    const visit = (node: RichNode): void => { Object.entries(node).forEach(([key, value]) => { if (key === 'style') expect(value).toBe(''); seen.add(`${node.type}.${key}`) }); node.children?.forEach(visit) }

    for (const [, html] of table) readHtml(html).blocks.forEach(visit)

    expect([...new Set([...seen].map((key) => key.split('.')[0]))].sort()).toEqual(['heading', 'linebreak', 'list', 'listitem', 'paragraph', 'quote', 'table', 'tablecell', 'tablerow', 'text'])
  })
})

describe('plain text', () => {
  test.each([
    ['one line', 'a', 'p(a)'],
    ['a paragraph per line', 'a\nb\r\nc', 'p(a) p(b) p(c)'],
    ['blank lines part paragraphs, and single ones stay within', 'a\nb\n\nc\n \n\nd', 'p(a/b) p(c) p(d)'],
    ['a spreadsheet', 'What\tWho\nbudget\tAna\n', 'table[What, Who; budget, Ana]'],
    ['lines that are indented with tabs', '\ta\n\tb', 'p(\ta) p(\tb)'],
    ['a table in Markdown, among words', 'Before\n| What | Who |\n|:--|--:|\n| a \\| b | Ana |\n| c\nAfter', 'p(Before) table[head What, head Who; a | b, Ana; c, ] p(After)'],
    ['two tables in Markdown', 'a|b\n-|-\n1|2\n\nwords\n\nc|d\n-|-', 'table[head a, head b; 1, 2] p(words) table[head c, head d]'],
    ['bars that are no table', 'a | b\nc | d', 'p(a | b) p(c | d)'],
    ['nothing', ' \n\n ', ''],
  ])('%s', (_name, text, expected) => {
    expect(readPlain(text).blocks.map(short).join(' ')).toBe(expected)
  })
})

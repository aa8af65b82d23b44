// @vitest-environment happy-dom
import { buildEditorFromExtensions } from '@lexical/extension'
import { expect, onTestFinished, test } from 'vitest'
import type { RichNode, RichText } from '../../../shared/rich-text.ts'
import { emptyRichText, richTextFromPlain } from '../../../shared/rich-text.ts'
import { editorExtension } from '../../../renderer/editor/editor-extension.ts'
import { readHtml } from '../../../renderer/editor/paste.ts'
import { emptyParagraph, fromEditor, textNode, toEditor } from '../../../renderer/editor/stored-text.ts'
import { openEditor, storedText } from './open-editor.ts'

const rich = (...children: RichNode[]): RichText => ({ root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children } })
const paragraph = (...children: RichNode[]): RichNode => ({ ...emptyParagraph(), children })

const strangers: Array<[name: string, node: RichNode, shown: string]> = [
  ['a block of a later version', { type: 'table', version: 3, rows: [1, 2], children: [{ type: 'cell', children: [{ type: 'text', text: 'Ana' }] }] }, 'Ana'],
  ['a heading that is a script', { type: 'heading', version: 1, tag: 'script', children: [{ type: 'text', text: 'alert(1)' }] }, 'alert(1)'],
  ['a heading that is a frame', { type: 'heading', version: 1, tag: 'iframe', children: [] }, 'placeholder'],
  ['a list of nothing we know', { type: 'list', version: 1, listType: 'toggle', children: [{ type: 'listitem', children: [] }] }, 'placeholder'],
  ['a list that holds no items', { type: 'list', version: 1, listType: 'bullet', children: [{ type: 'paragraph', children: [] }] }, 'placeholder'],
  ['words without a paragraph', { type: 'text', version: 1, text: 'loose' }, 'loose'],
  ['a node that calls itself kept', { type: 'kept', original: { type: 'text', text: 'a' } }, 'placeholder'],
  ['a node with slots', { ...emptyParagraph(), $slots: { a: emptyParagraph() } }, 'placeholder'],
]

test.each(strangers)('%s is kept, shown as text, and comes out unchanged', (_name, node, shown) => {
  const stored = rich(paragraph(textNode('before')), node)

  const { editor, root } = openEditor(stored)

  expect(storedText(editor).root.children?.[1]).toEqual(node)
  expect(root.textContent).toContain(shown)
  expect(root.querySelector('script, iframe, table')).toBeNull()
})

test('an unknown node inside a line is kept inside that line', () => {
  const strange: RichNode = { type: 'mention', version: 2, person: 'x', children: [{ type: 'text', text: 'Sari' }] }
  const stored = rich(paragraph(textNode('ask '), strange, textNode(' today')))

  const { editor, root } = openEditor(stored)

  expect(root.querySelector('p')?.textContent).toBe('ask Sari today')
  expect(storedText(editor).root.children?.[0]?.children?.[1]).toEqual(strange)
})

test('an unknown node stays when the text around it is changed', async () => {
  const strange: RichNode = { type: 'drawing', version: 1, strokes: [[1, 2]] }
  const { editor, type } = openEditor(rich(strange, paragraph(textNode('a'))))

  await type('b')

  expect(storedText(editor).root.children).toMatchObject([strange, { children: [{ text: 'ab' }] }])
})

test.each([
  ['nothing', emptyRichText()],
  ['lines', richTextFromPlain('a\n\nb')],
  ['all we know', rich(...readHtml('<h2>a</h2><p>b <b>c</b><br><i>d</i></p><blockquote>e</blockquote><ul><li>f<ol><li>g</li></ol></li></ul><ul><li><input type=checkbox checked>h</li></ul>').blocks)],
])('opening a text and reading it out again changes none of its words: %s', (_name, stored) => {
  const once = storedText(openEditor(stored).editor)
  const twice = storedText(openEditor(once).editor)

  expect(twice).toEqual(once)
  expect(shape(once.root)).toEqual(shape(stored.root))
})

/** Types, words and ticks; not the library's own bookkeeping. */
function shape(node: RichNode): unknown {
  return [node.type, node.text, node['tag'], node['checked'], node['format'] === 0 || node['format'] === '' ? undefined : node['format'], node.children?.map(shape)]
}

test('styles stored by anything else do not reach the page', () => {
  const stored = rich(paragraph({ ...textNode('a'), style: 'background: url(https://evil.example)' }))

  const { root } = openEditor(stored)

  expect(root.innerHTML).not.toContain('evil')
})

test('no element of the surface carries a style attribute in markup', () => {
  const { root } = openEditor(rich(...readHtml('<h2>a</h2><ul><li>b</li></ul><p><b>c</b></p>').blocks))

  expect(root.querySelectorAll('[style]')).toHaveLength(0)
})

test('a text of only what we do not know still has a place for the caret', () => {
  expect(toEditor(rich({ type: 'drawing' })).root.children?.map((node) => node.type)).toEqual(['kept', 'paragraph'])
  expect(fromEditor(toEditor(rich({ type: 'drawing' }))).root.children?.[0]).toEqual({ type: 'drawing' })
})

test('the undo stack of a text is there again when one comes back to it', async () => {
  const setup = { theme: { tableScrollableWrapper: 'box' }, words: { headingMade: '', headingGone: '', undone: '', redone: '', table: { made: '', leave: '' } }, editable: true, notify: () => {} }
  const first = openEditor(richTextFromPlain('a'), 'same')
  await first.type('b')
  const left = storedText(first.editor)
  first.close()

  const second = openEditor(left, 'same')
  await second.undo()

  expect(second.root.textContent).toBe('a')
  expect(first.root.textContent).not.toBe(undefined)
  const other = buildEditorFromExtensions(editorExtension({ value: richTextFromPlain('else'), historyKey: 'same', ...setup }))
  onTestFinished(() => other.dispose())
  expect(JSON.stringify(other.getEditorState().toJSON())).toContain('else')
})

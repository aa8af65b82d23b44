// @vitest-environment happy-dom
import { $getSelection, $isRangeSelection, FORMAT_TEXT_COMMAND, KEY_ENTER_COMMAND, KEY_ESCAPE_COMMAND, PASTE_COMMAND } from 'lexical'
import { describe, expect, test } from 'vitest'
import { toggleBlock } from '../../../renderer/editor/blocks.ts'
import { $caretOffset, $placeCaret } from '../../../renderer/editor/caret.ts'
import { pasteMaxCharacters, readHtml } from '../../../renderer/editor/paste.ts'
import { richTextFromPlain } from '../../../shared/rich-text.ts'
import type { RichNode, RichText } from '../../../shared/rich-text.ts'
import { openEditor, storedText } from './open-editor.ts'

const rich = (html: string): RichText => ({ root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: readHtml(html).blocks } })
const types = (text: RichText) => (text.root.children ?? []).map((node) => [node.type, node['listType'] ?? node['tag']].filter(Boolean).join(' '))

describe('Markdown, as one types', () => {
  test.each([
    ['# a', 'heading h2'],
    ['## a', 'heading h3'],
    ['> a', 'quote'],
    ['- a', 'list bullet'],
    ['1. a', 'list number'],
    ['[ ] a', 'list check'],
    ['- [x] a', 'list check'],
    ['#a', 'paragraph'],
    ['```a', 'paragraph'],
  ])('%s', async (typed, expected) => {
    const { editor, type } = openEditor()

    await type(typed)

    expect(types(storedText(editor))).toEqual([expected])
  })

  test.each([['**a** b', 1], ['*a* b', 2], ['_a_ b', 2], ['***a*** b', 3]])('%s', async (typed, format) => {
    const { editor, type } = openEditor()

    await type(typed)

    expect(storedText(editor).root.children?.[0]?.children).toMatchObject([{ text: 'a', format }, { text: ' b', format: 0 }])
  })
})

describe('the caret as a number', () => {
  const text = rich('<p>ab<b>cd</b></p><ul><li>e</li><li>f<ul><li>gh</li></ul></li></ul><p>i<br>j</p>')

  test('each place has a number of its own, and the number leads back to it', () => {
    const { editor } = openEditor(text)
    const length = 'abcd\ne\nf\ngh\ni\nj'.length

    const offsets = Array.from({ length: length + 1 }, (_, offset) => {
      editor.update(() => $placeCaret(offset), { discrete: true })
      return editor.getEditorState().read($caretOffset)
    })

    expect(offsets).toEqual(Array.from({ length: length + 1 }, (_, offset) => offset))
  })

  test('a number past the end is the end, and empty paragraphs count', () => {
    const { editor } = openEditor(richTextFromPlain('a\n\nb'))

    editor.update(() => $placeCaret(99), { discrete: true })
    const end = editor.getEditorState().read($caretOffset)
    editor.update(() => $placeCaret(2), { discrete: true })

    expect(end).toBe(4)
    expect(editor.getEditorState().read(() => { const selection = $getSelection(); return $isRangeSelection(selection) && selection.anchor.getNode().getType() })).toBe('paragraph')
  })
})

function clipboard(data: Record<string, string>, files: File[] = []): ClipboardEvent {
  const transfer = { types: [...Object.keys(data), ...(files.length > 0 ? ['Files'] : [])], files, items: [], getData: (type: string) => data[type] ?? '' }
  const event = new ClipboardEvent('paste', { cancelable: true })
  Object.defineProperty(event, 'clipboardData', { value: transfer })
  return event
}

describe('pasting into the text', () => {
  const paste = async (opened: ReturnType<typeof openEditor>, data: Record<string, string>, files: File[] = []) => {
    await opened.type('')
    opened.editor.update(() => { opened.editor.dispatchCommand(PASTE_COMMAND, clipboard(data, files)) }, { discrete: true })
    await opened.update(() => {})
  }

  test('one paragraph goes into the line of the caret; undo takes out the paste alone', async () => {
    const opened = openEditor()
    await opened.type('a')

    await paste(opened, { 'text/html': '<p>b <b>c</b></p>', 'text/plain': 'b c' })
    const pasted = storedText(opened.editor).root.children
    await opened.undo()

    expect(pasted).toMatchObject([{ children: [{ text: 'ab ' }, { text: 'c', format: 1 }] }])
    expect(opened.root.textContent).toBe('a')
  })

  test('a picture leaves only the line that says they come later', async () => {
    const opened = openEditor(richTextFromPlain('a'))

    await paste(opened, { 'text/html': '<p>b<img src="https://evil.example/x.png"></p>', 'text/plain': 'b' })

    expect(opened.root.innerHTML).not.toMatch(/img|evil/)
    expect(opened.root.textContent).toBe('ab')
    expect(opened.notices).toEqual(['pictures'])
  })

  test('a copied picture file adds nothing and says so', async () => {
    const opened = openEditor(richTextFromPlain('a'))

    await paste(opened, {}, [new File(['x'], 'x.png', { type: 'image/png' })])

    expect(opened.root.textContent).toBe('a')
    expect(opened.notices).toEqual(['files'])
  })

  test('a hundred megabytes are refused with a word, and nothing changes', async () => {
    const opened = openEditor(richTextFromPlain('a'))

    await paste(opened, { 'text/plain': 'x'.repeat(100_000_000) })
    await paste(opened, { 'text/html': 'x'.repeat(100_000_000), 'text/plain': 'x' })
    await paste(opened, { 'text/plain': 'x'.repeat(pasteMaxCharacters + 1) })

    expect(opened.root.textContent).toBe('a')
    expect(opened.notices).toEqual(['too-much', 'too-much', 'too-much'])
  })

  test('what claims to come from this editor is checked like anything else', async () => {
    const opened = openEditor(richTextFromPlain('a'))
    const nodes: RichNode[] = [{ type: 'heading', tag: 'script', children: [{ type: 'text', text: 'alert(1)' }] }]

    await paste(opened, { 'application/x-lexical-editor': JSON.stringify({ namespace: 'mentoring-journal', nodes }), 'text/plain': 'x' })

    expect(document.querySelector('script')).toBeNull()
    expect(opened.root.textContent).toContain('alert(1)')
  })

  test('what comes from another editor is read as text', async () => {
    const opened = openEditor(richTextFromPlain('a'))

    await paste(opened, { 'application/x-lexical-editor': '{"namespace":"playground","nodes":[{"type":"text","text":"no"}]}', 'text/plain': ' b' })

    expect(opened.root.textContent).toBe('a b')
  })
})

describe('formats', () => {
  test.each([['heading', 'heading h2'], ['quote', 'quote'], ['bullet', 'list bullet'], ['number', 'list number'], ['check', 'list check']] as const)('%s is put on and taken off again', async (choice, expected) => {
    const { editor, type, update } = openEditor(richTextFromPlain('a'))
    await type('')

    toggleBlock(editor, choice)
    await update(() => {})
    const on = types(storedText(editor))
    toggleBlock(editor, choice)
    await update(() => {})

    expect(on).toEqual([expected])
    expect(types(storedText(editor))).toEqual(['paragraph'])
  })

  test('formats that cannot be seen outside this app cannot be made', async () => {
    const { editor, type } = openEditor()
    await type('')

    editor.update(() => { editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'underline') }, { discrete: true })
    await type('a')

    expect(storedText(editor).root.children?.[0]?.children).toMatchObject([{ text: 'a', format: 0 }])
  })

  test('Escape stays in the text', async () => {
    const { editor, type } = openEditor(richTextFromPlain('a'))
    await type('')
    let left = false
    editor.blur = () => { left = true }

    expect(editor.dispatchCommand(KEY_ESCAPE_COMMAND, new KeyboardEvent('keydown', { key: 'Escape' }))).toBe(true)
    expect(left).toBe(false)
  })

  test('Ctrl+Enter is left to the screen', async () => {
    const { editor, type } = openEditor(richTextFromPlain('a'))
    await type('')

    editor.dispatchCommand(KEY_ENTER_COMMAND, new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }))

    expect(storedText(editor).root.children).toHaveLength(1)
  })
})

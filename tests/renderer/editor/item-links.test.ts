// @vitest-environment happy-dom
import { $createNodeSelection, $getRoot, $isElementNode, $setSelection, KEY_ENTER_COMMAND } from 'lexical'
import { expect, test } from 'vitest'
import type { ItemId } from '../../../shared/ids.ts'
import { itemLinkNode, linkedItems } from '../../../shared/item-link.ts'
import { plainText } from '../../../shared/rich-text.ts'
import type { RichNode, RichText } from '../../../shared/rich-text.ts'
import { $askedHere, $putItemLink, beginItemLink } from '../../../renderer/editor/item-links.ts'
import { emptyParagraph, textNode } from '../../../renderer/editor/stored-text.ts'
import { openEditor, storedText } from './open-editor.ts'

// Made up, and shaped as every id is.
const sari = '11111111-1111-4111-8111-111111111111' as ItemId
const stored = (...children: RichNode[]): RichText => ({ root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: [{ ...emptyParagraph(), children }] } })

test('two brackets ask, what is typed on asks further, and the choice takes their place', async () => {
  const opened = openEditor()

  await opened.type('See [[the bud')
  expect(opened.editor.read(() => $askedHere()?.query)).toBe('the bud')
  await opened.update(() => { $putItemLink(sari, 'The budget') })
  await opened.type('now.')

  expect(plainText(storedText(opened.editor))).toBe('See The budget now.')
  expect(linkedItems(storedText(opened.editor))).toEqual([sari])
  await opened.undo()
  await opened.undo()
  expect(linkedItems(storedText(opened.editor))).toEqual([])
})

test.each([['one bracket', 'a [b'], ['brackets that were closed', 'a [[b]] c'], ['nothing', '']])('%s asks for nothing', async (_name, typed) => {
  const opened = openEditor()

  await opened.type(typed)

  expect(opened.editor.read(() => $askedHere())).toBeNull()
})

test('the button begins as the brackets do', async () => {
  const opened = openEditor(stored(textNode('See ')))

  await opened.update(() => { $getRoot().selectEnd() })
  beginItemLink(opened.editor)
  await expect.poll(() => opened.editor.read(() => $askedHere()?.query)).toBe('')

  expect(plainText(storedText(opened.editor))).toBe('See [[')
})

test('a stored link stays as it is, and one that is none stays as it was', () => {
  const bad: RichNode = { type: 'item-link', version: 1, item: 'javascript:alert(1)', text: 'press me' }

  const { editor } = openEditor(stored(itemLinkNode(sari, 'The budget'), bad))

  expect(storedText(editor).root.children?.[0]?.children).toEqual([itemLinkNode(sari, 'The budget'), bad])
})

test('Enter on a chosen link makes no new line', async () => {
  const opened = openEditor(stored(itemLinkNode(sari, 'The budget')))
  await opened.update(() => {
    const line = $getRoot().getFirstChild()
    const selection = $createNodeSelection()
    if ($isElementNode(line)) selection.add(line.getFirstChildOrThrow().getKey())
    $setSelection(selection)
  })

  opened.editor.dispatchCommand(KEY_ENTER_COMMAND, new KeyboardEvent('keydown', { key: 'Enter' }))

  expect(storedText(opened.editor).root.children).toHaveLength(1)
})

// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { whatDoesNotFit } from '../../../renderer/frame/use-full-fields.ts'

const fieldOf = (value: string, most: number | null, tag: 'textarea' | 'input' = 'textarea') => {
  const field = document.createElement(tag)
  if (most !== null) field.maxLength = most
  field.value = value
  field.setSelectionRange(value.length, value.length)
  return field
}
const put = (field: HTMLElement, inputType: string, data: string | null, isComposing = false) =>
  whatDoesNotFit({ target: field, inputType, data, dataTransfer: null, isComposing } as unknown as InputEvent)

test('what fits to the last character goes in', () => {
  expect(put(fieldOf('a'.repeat(19_999), 20_000), 'insertText', 'b')).toBeNull()
  expect(put(fieldOf('', 20_000), 'insertFromPaste', 'b'.repeat(20_000))).toBeNull()
  expect(put(fieldOf('a'.repeat(30_000), null), 'insertText', 'b')).toBeNull()
})

test('one key too many, and a paste that would be cut, are refused whole and told apart', () => {
  expect(put(fieldOf('a'.repeat(200), 200, 'input'), 'insertText', 'b')).toEqual({ typed: true, most: 200 })
  expect(put(fieldOf('a'.repeat(200), 200), 'insertLineBreak', null)).toEqual({ typed: true, most: 200 })
  expect(put(fieldOf('a', 20_000), 'insertFromPaste', 'b'.repeat(20_000))).toEqual({ typed: false, most: 20_000 })
  expect(put(fieldOf('a', 20_000), 'insertFromDrop', 'b'.repeat(100_000_000))).toEqual({ typed: false, most: 20_000 })
})

test('what is chosen gives its room, and taking away always goes', () => {
  const full = fieldOf('a'.repeat(20_000), 20_000)
  full.setSelectionRange(0, 500)

  expect(put(full, 'insertFromPaste', 'b'.repeat(500))).toBeNull()
  expect(put(full, 'insertFromPaste', 'b'.repeat(501))).toEqual({ typed: false, most: 20_000 })
  expect(put(full, 'deleteContentBackward', null)).toBeNull()
})

test('a composition is not broken into, and other things that are written in are left alone', () => {
  expect(put(fieldOf('a'.repeat(200), 200), 'insertCompositionText', 'ば', true)).toBeNull()
  expect(put(document.createElement('div'), 'insertText', 'b')).toBeNull()
})

import { describe, expect, test } from 'vitest'
import { mask } from '../../../shared/exporting.ts'
import type { Paragraph } from '../../../shared/exporting.ts'
import { asWritten, countMasks, isRetyped, leaving, masked, plainOf, retyped, unmasked } from '../../../renderer/sharing/outgoing.ts'
import type { OutParagraph } from '../../../renderer/sharing/outgoing.ts'

const written: Paragraph[] = [
  { style: 'plain', indent: 0, runs: [{ text: 'Budi said ' }, { text: 'no', bold: true }, { text: ' three times. Only Rina looked up.' }] },
]

const first = (paragraphs: readonly OutParagraph[]) => paragraphs[0] as OutParagraph
const at = (text: string) => {
  const start = plainOf(first(asWritten(written))).indexOf(text)
  return [start, start + text.length] as const
}

describe('a mask', () => {
  test('takes the letters out of what leaves', () => {
    const copy = [masked(first(asWritten(written)), ...at('Budi'))]

    expect(JSON.stringify(leaving(copy))).not.toContain('Budi')
    expect(plainOf(first(copy))).toBe(`${mask} said no three times. Only Rina looked up.`)
    expect(countMasks(copy)).toBe(1)
  })

  test('covers whole words, without the spaces around them', () => {
    const [start, end] = at('ina lo')

    const copy = masked(first(asWritten(written)), start, end)

    expect(plainOf(copy)).toBe(`Budi said no three times. Only ${mask} up.`)
  })

  test('has one width, however long the words are', () => {
    const copy = first(asWritten(written))

    expect(plainOf(masked(copy, ...at('no')))).toBe(`Budi said ${mask} three times. Only Rina looked up.`)
    expect(plainOf(masked(copy, ...at('said no three')))).toBe(`Budi ${mask} times. Only Rina looked up.`)
  })

  test('over a mask is one mask, and gives everything back with its format', () => {
    const once = masked(first(asWritten(written)), ...at('no'))
    const twice = masked(once, 0, plainOf(once).indexOf(' three'))

    expect(plainOf(twice)).toBe(`${mask} three times. Only Rina looked up.`)
    expect(leaving(unmasked([twice]))).toEqual(written)
  })

  test('of nothing changes nothing', () => {
    const copy = first(asWritten(written))

    expect(masked(copy, 4, 5)).toBe(copy)
  })

  test('is taken off where the caret stands, and others stay', () => {
    const copy = masked(masked(first(asWritten(written)), ...at('Rina')), ...at('Budi'))

    expect(plainOf(first(unmasked([copy], 0, 0, 1)))).toBe(`Budi said no three times. Only ${mask} looked up.`)
  })
})

describe('a changed copy', () => {
  test('keeps formats and masks where the words stayed', () => {
    const copy = masked(first(asWritten(written)), ...at('Budi'))

    const changed = retyped(copy, plainOf(copy).replace('three', 'four'))

    expect(changed.runs.map(({ text, bold }) => [text, bold ?? false])).toEqual([
      [mask, false], [' said ', false], ['no', true], [' four times. Only Rina looked up.', false],
    ])
    expect(isRetyped([changed], written)).toBe(true)
  })

  test('that was only masked is not a changed one', () => {
    expect(isRetyped([masked(first(asWritten(written)), ...at('Budi'))], written)).toBe(false)
  })

  test('loses a mask as a whole when a part of it is deleted', () => {
    const copy = masked(first(asWritten(written)), ...at('Budi'))

    expect(plainOf(retyped(copy, plainOf(copy).slice(1)))).toBe(' said no three times. Only Rina looked up.')
  })

  test('makes one mask of bars that were typed or pasted', () => {
    const copy = retyped(first(asWritten(written)), '██ said no three times. Only ███████ looked up.')

    expect(plainOf(copy)).toBe(`${mask} said no three times. Only ${mask} looked up.`)
  })
})

import { expect, test } from 'vitest'
import { ItemId } from '../../../shared/ids.ts'
import { composeAgenda } from '../../../shared/rules/agenda.ts'
import type { AgendaSources } from '../../../shared/rules/agenda.ts'

const id = (n: number) => ItemId.parse(`00000000-0000-4000-8000-00000000000${n}`)
const nothing: AgendaSources = { carried: [], asked: [], raised: [] }

test('an agenda of nothing is empty', () => {
  expect(composeAgenda(nothing, 'en')).toEqual([])
})

test.each([
  ['en', 'A point to raise'], ['nl', 'Een punt om te bespreken'], ['id', 'Hal yang ingin dibahas'],
] as const)('a private entry brings no word of its own, in %s', (language, text) => {
  const [line] = composeAgenda({ ...nothing, raised: [{ id: id(1), title: 'I am afraid of her.', privacy: 'private' }] }, language)

  expect(line).toEqual({ text, minutes: null, outcome: 'open', reason: { rule: 'raised', from: id(1) } })
})

test('a shareable entry without a title brings the neutral line', () => {
  expect(composeAgenda({ ...nothing, raised: [{ id: id(1), title: '', privacy: 'shareable' }] }, 'en')[0]?.text).toBe('A point to raise')
})

test('carried lines stand before what was asked for, and that before what was raised', () => {
  const lines = composeAgenda({
    raised: [{ id: id(1), title: 'raised', privacy: 'shareable' }],
    asked: [{ id: id(2), text: 'asked' }],
    carried: [{ id: id(3), text: 'carried b' }, { id: id(4), text: 'carried a' }],
  }, 'en')

  expect(lines.map((line) => line.text)).toEqual(['carried b', 'carried a', 'asked', 'raised'])
})

test('a line is one line, and an empty one is left out', () => {
  const lines = composeAgenda({ ...nothing, asked: [{ id: id(1), text: ' More\n\ntime  please ' }, { id: id(2), text: ' \n ' }] }, 'en')

  expect(lines.map((line) => line.text)).toEqual(['More time please'])
})

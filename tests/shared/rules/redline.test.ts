import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SettledClause } from '../../../shared/agreement.ts'
import { ItemId } from '../../../shared/ids.ts'
import { changedWords, redline } from '../../../shared/rules/redline.ts'
import type { Piece } from '../../../shared/rules/redline.ts'
import { stopwatch } from '../../helpers/took.ts'

const idOf = (letter: string) => ItemId.parse(`00000000-0000-4000-8000-00000000000${letter}`)
/** `a:words` is clause a in the mentor's group. */
const clausesOf = (...lines: string[]): SettledClause[] => lines.map((line) => {
  const [letter = 'a', text = letter] = line.split(':')
  return { id: idOf(letter), group: 'mentor', texts: { en: text } }
})
const told = (before: SettledClause[], after: SettledClause[]) =>
  redline(before, after).map(({ id, change, moved, was, is }) => `${id.at(-1)} ${change}${moved ? ' moved' : ''} ${was ?? '-'}>${is ?? '-'}`)
const read = (pieces: Piece[]) => pieces.map(({ change, text }) => (change === 'same' ? text : change === 'added' ? `[+${text}]` : `[-${text}]`)).join('')
const without = (pieces: Piece[], change: Piece['change']) => pieces.filter((piece) => piece.change !== change).map(({ text }) => text).join('')

test('nothing changed is told as nothing', () => {
  expect(told(clausesOf('a', 'b'), clausesOf('a', 'b'))).toEqual(['a same 1>1', 'b same 2>2'])
  expect(redline([], [])).toEqual([])
})

test.each([
  { what: 'added at the end', before: ['a'], after: ['a', 'b'], says: ['a same 1>1', 'b added ->2'] },
  { what: 'added first', before: ['a'], after: ['b', 'a'], says: ['b added ->1', 'a same 1>2'] },
  { what: 'removed in the middle', before: ['a', 'b', 'c'], after: ['a', 'c'], says: ['a same 1>1', 'b removed 2>-', 'c same 3>2'] },
  { what: 'removed first', before: ['a', 'b'], after: ['b'], says: ['a removed 1>-', 'b same 2>1'] },
  { what: 'two removed keep their order', before: ['a', 'b', 'c'], after: ['a'], says: ['a same 1>1', 'b removed 2>-', 'c removed 3>-'] },
  { what: 'one moved down', before: ['a', 'b', 'c'], after: ['b', 'c', 'a'], says: ['b same 2>1', 'c same 3>2', 'a same moved 1>3'] },
  { what: 'moved and changed', before: ['a:one', 'b', 'c'], after: ['b', 'c', 'a:two'], says: ['b same 2>1', 'c same 3>2', 'a changed moved 1>3'] },
  { what: 'everything removed', before: ['a', 'b'], after: [], says: ['a removed 1>-', 'b removed 2>-'] },
  { what: 'all new', before: ['a'], after: ['b'], says: ['a removed 1>-', 'b added ->1'] },
])('clauses are matched by what they are: $what', ({ before, after, says }) => {
  expect(told(clausesOf(...before), clausesOf(...after))).toEqual(says)
})

test('a clause in another group has moved, though its number stayed', () => {
  const after = clausesOf('a').map((clause) => ({ ...clause, group: 'mentee' as const }))

  expect(redline(clausesOf('a'), after)[0]).toMatchObject({ change: 'same', moved: true, was: 1, is: 1, group: 'mentee' })
})

test.each([
  ['We meet on Tuesday.', 'We meet on Friday.', 'We meet on [-Tuesday][+Friday].'],
  ['We meet.', 'We meet every week.', 'We meet[+ every week].'],
  ['one two three', 'four five six', '[-one two three][+four five six]'],
  ['', 'New.', '[+New.]'],
  ['Gone.', '', '[-Gone.]'],
  ['20:00 uur', '21:00 uur', '[-20:00][+21:00] uur'],
  ['نلتقي يوم الثلاثاء', 'نلتقي يوم الجمعة', 'نلتقي يوم [-الثلاثاء][+الجمعة]'],
  ['Saya 👩🏽‍🚀 datang', 'Saya 🧭 datang', 'Saya [-👩🏽‍🚀][+🧭] datang'],
])('words that came and went stand beside each other: %s', (before, after, says) => {
  expect(read(changedWords(before, after, 'en'))).toBe(says)
})

test('only the languages asked for are read, and a language that came is new words', () => {
  const before: SettledClause[] = [{ id: idOf('a'), group: 'ending', texts: { en: 'Stop.' } }]
  const after: SettledClause[] = [{ id: idOf('a'), group: 'ending', texts: { en: 'Stop.', id: 'Berhenti.' } }]

  expect(redline(before, after, ['en'])[0]).toMatchObject({ change: 'same', texts: [{ language: 'en' }] })
  expect(redline(before, after)[0]).toMatchObject({ change: 'changed', texts: [{ language: 'en' }, { language: 'id', pieces: [{ change: 'added', text: 'Berhenti.' }] }] })
})

test('twenty thousand characters that have nothing in common are read one after the other, soon', () => {
  const [before, after] = [Array.from({ length: 5000 }, (_, n) => `a${n}`).join(' '), Array.from({ length: 5000 }, (_, n) => `b${n}`).join(' ')]
  const took = stopwatch()

  const pieces = changedWords(before, after, 'en')

  expect(pieces.length).toBeLessThanOrEqual(2)
  expect(took()).toBeLessThan(5000)
})

const word = fc.constantFrom('we', 'meet', 'every', 'other', 'Tuesday', ',', '.', ' ', '  ', '\n', '🧭', 'é', 'ليلى', '{mentor}')
const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(''))

test('what stayed and what went is the old text; what stayed and what came is the new one', () => {
  fc.assert(fc.property(text, text, fc.constantFrom('en' as const, 'nl' as const, 'id' as const), (before, after, language) => {
    const pieces = changedWords(before, after, language)

    expect(without(pieces, 'added')).toBe(before)
    expect(without(pieces, 'removed')).toBe(after)
    // Neighbours differ, and what went stands before what came.
    pieces.forEach((piece, index) => { expect(piece.change).not.toBe(pieces[index + 1]?.change) })
  }), { numRuns: 400 })
})

test('every clause is told once; those that are there now in their order, those that stayed put by themselves in their old one', () => {
  const letters = fc.uniqueArray(fc.integer({ min: 1, max: 8 }).map(String))
  fc.assert(fc.property(letters, letters, (before, after) => {
    const changes = redline(clausesOf(...before), clausesOf(...after))
    const ids = (some: typeof changes) => some.map(({ id }) => id.at(-1))

    expect(ids(changes).toSorted()).toEqual([...new Set([...before, ...after])].toSorted())
    expect(ids(changes.filter(({ is }) => is !== null))).toEqual(after)
    expect(ids(changes.filter(({ is, moved }) => is !== null && !moved)).filter((id) => before.includes(id ?? ''))).toEqual(
      before.filter((id) => changes.some((change) => change.id.at(-1) === id && change.is !== null && !change.moved)))
    expect(ids(changes.filter(({ change }) => change === 'removed'))).toEqual(before.filter((id) => !after.includes(id)))
  }), { numRuns: 300 })
})

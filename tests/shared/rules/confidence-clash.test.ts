import { describe, expect, test } from 'vitest'
import { ConfidenceReader, ConfidenceRule, ConfidentialThing } from '../../../shared/agreement.ts'
import { ItemId } from '../../../shared/ids.ts'
import { clashesAmong } from '../../../shared/rules/confidence-clash.ts'
import { mayGo } from '../../../shared/rules/confidence.ts'
import { confidenceSamples } from '../../../shared/texts/clauses.ts'

const id = (n: number) => ItemId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
const rule = (part: Partial<ConfidenceRule> = {}): ConfidenceRule =>
  ({ what: ['notes'], may: 'freely', whom: ['coordinator'], other: '', when: 'any-time', only: '', ...part })
const clauses = (...rules: ConfidenceRule[]) => rules.map((one, n) => ({ id: id(n + 1), rule: one }))
const first = (...rules: ConfidenceRule[]) => clashesAmong(clauses(...rules)).get(id(1))?.[0] ?? null

const mays = ['never', 'asked', 'freely'] as const
const whens = ['any-time', 'after-end'] as const

test('to the programme here and to nobody there is a clash, said beside both', () => {
  const found = clashesAmong(clauses(rule(), rule({ may: 'never', whom: [] })))

  const whom = [{ who: 'coordinator', name: '' }]
  expect([...found]).toEqual([
    [id(1), [{ with: id(2), about: 'never', things: ['notes'], whom }]],
    [id(2), [{ with: id(1), about: 'never', things: ['notes'], whom }]],
  ])
})

test('every pair of words, times and readers about one thing: a clash where one of the two cannot be kept', () => {
  for (const what of ConfidentialThing.options) {
    for (const a of mays) for (const b of mays) for (const when of whens) for (const later of whens) {
      for (const to of [[], ...ConfidenceReader.options.map((who) => [who])]) for (const whom of [[], ...ConfidenceReader.options.map((who) => [who])]) {
        const [left, right] = [rule({ what: [what], may: a, when, whom: to }), rule({ what: [what], may: b, when: later, whom })]
        const [says, saysToo] = [to.length === 0 ? 'never' : a, whom.length === 0 ? 'never' : b]
        const everyoneElse = (readers: readonly ConfidenceReader[]): readonly ConfidenceReader[] => readers.length === 0 ? ['coordinator', 'other'] : readers
        const meets = everyoneElse(to).some((who) => everyoneElse(whom).includes(who))
        const expected = !meets || says === saysToo ? null : says === 'never' || saysToo === 'never' ? 'never' : when === later ? 'asked' : null
        expect(first(left, right)?.about ?? null, `${to.join()} ${a} ${when}, ${whom.join()} ${b} ${later}`).toBe(expected)
        expect(first(right, left)?.about ?? null).toBe(expected)
      }
    }
  }
})

test('a rule about one thing beside one about everything is an exception, and no clash', () => {
  for (const thing of ConfidentialThing.options.filter((one) => one !== 'everything')) {
    expect(first(rule({ what: [thing] }), rule({ what: ['everything'], may: 'never', whom: [] }))).toBeNull()
    // Everything beside one thing is everything.
    expect(first(rule({ what: [thing] }), rule({ what: ['everything', thing], may: 'never' }))).toBeNull()
  }
  expect(first(rule({ what: ['everything'] }), rule({ what: ['everything'], may: 'never', whom: [] }))?.things).toEqual(['everything'])
})

test('different things, or different readers, do not meet', () => {
  for (const a of ConfidentialThing.options) for (const b of ConfidentialThing.options) {
    expect(first(rule({ what: [a] }), rule({ what: [b], may: 'never' })) !== null, `${a} ${b}`).toBe(a === b)
  }
  for (const a of ConfidenceReader.options) for (const b of ConfidenceReader.options) {
    expect(first(rule({ whom: [a] }), rule({ whom: [b], may: 'never' })) !== null, `${a} ${b}`).toBe(a === b)
  }
})

test('only what both speak of is named: things in their order, readers as the two named them', () => {
  expect(first(rule({ what: ['feedback', 'notes', 'agenda'], whom: ['coordinator', 'mentor'] }), rule({ what: ['agenda', 'feedback'], whom: ['mentor', 'coordinator', 'other'], may: 'asked' })))
    .toEqual({ with: id(2), about: 'asked', things: ['agenda', 'feedback'], whom: [{ who: 'coordinator', name: '' }, { who: 'mentor', name: '' }] })
})

describe('someone else', () => {
  const other = (name: string, may: ConfidenceRule['may'] = 'freely') => rule({ whom: ['other'], other: name, may })
  test.each([
    ['Rina', 'rina ', 'Rina'], ['Rina', '', 'Rina'], ['', 'Rina', 'Rina'], ['', '', ''], ['  ', 'عبد الرحمن', 'عبد الرحمن'], ['Ｒｉｎａ', 'rina', 'Ｒｉｎａ'],
  ])('"%s" and "%s" are the same person, or anyone', (a, b, name) => {
    expect(first(other(a), other(b, 'never'))?.whom).toEqual([{ who: 'other', name }])
  })

  test('of two names are two people; and nobody means them all', () => {
    expect(first(other('Rina'), other('Budi', 'never'))).toBeNull()
    expect(first(other('Rina'), rule({ may: 'never', whom: [] }))?.whom).toEqual([{ who: 'other', name: 'Rina' }])
  })
})

describe('a condition', () => {
  test('on the rule that forbids, or on one of two that allow, may be what sets them apart', () => {
    expect(first(rule(), rule({ may: 'never', only: 'Unless somebody is in danger' }))).toBeNull()
    expect(first(rule({ only: 'Without names' }), rule({ may: 'asked' }))).toBeNull()
  })

  test('does not help a rule that allows against one that forbids without any; the same one on both changes nothing', () => {
    expect(first(rule({ only: 'Without names' }), rule({ may: 'never' }))?.about).toBe('never')
    expect(first(rule({ only: 'Without names' }), rule({ may: 'asked', only: ' without  Names' }))?.about).toBe('asked')
    expect(first(rule({ only: '   ' }), rule({ may: 'asked' }))?.about).toBe('asked')
  })
})

test('the samples we offer can all be kept together', () => {
  expect(clashesAmong(clauses(...confidenceSamples.map((sample) => sample.rule))).size).toBe(0)
})

test('nothing clashes with itself, alone or among none, and what clashes still has one ruling', () => {
  expect(clashesAmong([]).size).toBe(0)
  expect(clashesAmong(clauses(rule())).size).toBe(0)
  expect(mayGo(clauses(rule(), rule({ may: 'never' })), 'notes', { who: 'coordinator', name: '' }, false)).toMatchObject({ may: 'never', clause: id(2) })
})

test('beside one clause stand three at most, however many clash', () => {
  const many = clauses(...Array.from({ length: 200 }, (_, n) => rule({ may: n % 2 === 0 ? 'never' : 'freely', other: 'x'.repeat(200), whom: ['other'] })))

  const found = clashesAmong(many)

  expect(found.size).toBe(200)
  expect(new Set([...found.values()].map((each) => each.length))).toEqual(new Set([3]))
})

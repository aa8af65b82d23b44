import { describe, expect, test } from 'vitest'
import { ConfidenceReader, ConfidentialThing } from '../../../shared/agreement.ts'
import type { ConfidenceRule } from '../../../shared/agreement.ts'
import { ItemId } from '../../../shared/ids.ts'
import { ItemKind } from '../../../shared/item.ts'
import { mayGo, rulesAmong, thingOf } from '../../../shared/rules/confidence.ts'
import { confidenceSamples } from '../../../shared/texts/clauses.ts'

const id = (n: number) => ItemId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
const rule = (part: Partial<ConfidenceRule> = {}): ConfidenceRule =>
  ({ what: ['results'], may: 'freely', whom: ['coordinator'], other: '', when: 'any-time', only: '', ...part })
const clauses = (...rules: ConfidenceRule[]) => rules.map((one, n) => ({ id: id(n + 1), rule: one }))
const things = ConfidentialThing.options.filter((thing) => thing !== 'everything')
const coordinator = { who: 'coordinator', name: '' } as const

test('[F20] what no clause speaks of is unsaid, and never goes by silence', () => {
  for (const thing of things) {
    for (const who of ConfidenceReader.options) expect(mayGo([], thing, { who, name: 'Rina' }, false)).toEqual({ may: 'unsaid', clause: null, only: '' })
  }
})

test('oneself needs no clause, whatever the rules say', () => {
  const all = clauses(rule({ what: ['everything'], may: 'never', whom: [] }))

  for (const thing of things) expect(mayGo(all, thing, { who: 'myself', name: '' }, false).may).toBe('freely')
})

describe('one rule', () => {
  const mays = ['never', 'asked', 'freely'] as const
  test('decides for what and whom it names, by its own word and time, and for nothing else', () => {
    for (const what of ConfidentialThing.options) {
      for (const to of ConfidenceReader.options) {
        for (const may of mays) {
          for (const when of ['any-time', 'after-end'] as const) {
            for (const ended of [true, false]) {
              const all = clauses(rule({ what: [what], whom: [to], may, when }))
              for (const thing of things) {
                for (const who of ConfidenceReader.options) {
                  const speaks = (what === 'everything' || what === thing) && who === to
                  const expected = !speaks ? 'unsaid' : may !== 'never' && when === 'after-end' && !ended ? 'later' : may
                  expect(mayGo(all, thing, { who, name: '' }, ended)).toEqual({ may: expected, clause: speaks ? id(1) : null, only: '' })
                }
              }
            }
          }
        }
      }
    }
  })

  test('that keeps things between the two is about everyone but them', () => {
    const all = clauses(rule({ what: ['everything'], may: 'never', whom: [] }))

    expect(ConfidenceReader.options.map((who) => mayGo(all, 'notes', { who, name: 'Rina' }, false).may)).toEqual(['unsaid', 'unsaid', 'never', 'never'])
  })

  test('that lets something go but names nobody lets it go to nobody', () => {
    for (const may of mays) expect(mayGo(clauses(rule({ whom: [], may })), 'results', coordinator, true).may).toBe('never')
  })

  test('about someone by name is about that person, however the name is written', () => {
    const all = clauses(rule({ whom: ['other'], other: ' Bu  Rina ' }))

    expect(mayGo(all, 'results', { who: 'other', name: 'bu rina' }, false).may).toBe('freely')
    expect(mayGo(all, 'results', { who: 'other', name: 'Pak Budi' }, false).may).toBe('unsaid')
    expect(mayGo(clauses(rule({ whom: ['other'] })), 'results', { who: 'other', name: 'Pak Budi' }, false).may).toBe('freely')
  })

  test('brings its condition along for a person to judge', () => {
    expect(mayGo(clauses(rule({ only: ' no figures ' })), 'results', coordinator, false)).toEqual({ may: 'freely', clause: id(1), only: 'no figures' })
  })
})

describe('of several rules', () => {
  const decides = (...rules: ConfidenceRule[]) => {
    const forth = mayGo(clauses(...rules), 'results', coordinator, false)
    const back = mayGo(clauses(...rules).toReversed(), 'results', coordinator, false)
    // Their order on the page decides nothing.
    expect(back).toEqual(forth)
    return [forth.may, forth.clause]
  }

  test('one that names the thing goes before one about everything', () => {
    expect(decides(rule({ what: ['everything'], may: 'never' }), rule())).toEqual(['freely', id(2)])
    expect(decides(rule({ what: ['everything'] }), rule({ may: 'never', whom: [] }))).toEqual(['never', id(2)])
  })

  test('then one that names the reader', () => {
    expect(decides(rule({ may: 'never', whom: [] }), rule({ may: 'asked' }))).toEqual(['asked', id(2)])
    expect(decides(rule({ what: ['everything'], may: 'never', whom: [] }), rule({ what: ['everything'] }))).toEqual(['freely', id(2)])
  })

  test('then one that holds now, and the stricter', () => {
    expect(decides(rule(), rule({ may: 'asked' }))).toEqual(['asked', id(2)])
    expect(decides(rule({ may: 'asked' }), rule({ may: 'never' }))).toEqual(['never', id(2)])
    expect(decides(rule({ may: 'freely', when: 'after-end' }), rule({ may: 'asked' }))).toEqual(['asked', id(2)])
    expect(decides(rule(), rule({ only: 'no figures' }))).toEqual(['freely', id(2)])
  })

  test('the samples let a summary go to the two, results to the coordinator after asking, and nothing else', () => {
    const all = clauses(...confidenceSamples.map((sample) => sample.rule))
    const to = (who: 'mentor' | 'coordinator' | 'other') => Object.fromEntries(things.map((thing) => [thing, mayGo(all, thing, { who, name: 'Rina' }, false).may]))

    expect(to('mentor')).toEqual({ agenda: 'freely', results: 'freely', commitments: 'freely', closing: 'freely', notes: 'unsaid', journal: 'unsaid', feedback: 'unsaid', agreement: 'freely' })
    expect(to('coordinator')).toMatchObject({ results: 'asked', agenda: 'never', journal: 'never' })
    expect(new Set(Object.values(to('other')))).toEqual(new Set(['never']))
  })
})

test('only clauses made from a rule count as rules', () => {
  expect(rulesAmong([{ id: id(1), body: {} }, { id: id(2), body: { confidence: rule() } }])).toEqual([{ id: id(2), rule: rule() }])
})

test('every kind of item counts as something that a rule can speak of; what is one’s own counts as the journal', () => {
  for (const kind of ItemKind.options) expect(things).toContain(thingOf(kind))
  expect(thingOf('entry', 'feedback')).toBe('feedback')
  expect([thingOf('entry', 'win'), thingOf('prep'), thingOf('exam'), thingOf('ending-card')]).toEqual(['journal', 'journal', 'journal', 'journal'])
})

import { describe, expect, test } from 'vitest'
import { checklist, findPhase, isTicked, nextLine, phases } from '../../../shared/rules/phases.ts'
import type { PhaseFacts } from '../../../shared/rules/phases.ts'

const facts = (more: Partial<PhaseFacts> = {}): PhaseFacts => ({ role: 'mentee', chosen: null, agreement: false, planned: false, held: 0, ...more })

test.each([
  ['nobody was found yet', facts({ role: 'looking', agreement: true, held: 4 }), 1, 'no-person'],
  ['nothing was begun', facts(), 1, 'not-begun'],
  ['the first session is planned', facts({ planned: true }), 2, 'meeting'],
  ['the agreement is begun', facts({ agreement: true, planned: true }), 2, 'agreement'],
  ['one session was held without an agreement', facts({ held: 1 }), 2, 'no-agreement'],
  ['one session was held and the agreement begun', facts({ held: 1, agreement: true }), 3, 'held'],
  ['they meet without any agreement', facts({ held: 2 }), 3, 'held'],
  ['the person says so', facts({ chosen: 4, held: 1 }), 4, 'chosen'],
  ['the person says so, with nobody there', facts({ chosen: 2, role: 'looking' }), 2, 'chosen'],
])('where the two are when %s', (_, given, phase, reason) => {
  expect(findPhase(given)).toEqual({ phase, reason })
})

describe('a checklist', () => {
  test('differs for mentor and mentee, and has no line twice', () => {
    const all = (['mentor', 'mentee'] as const).flatMap((role) => phases.flatMap((phase) => checklist(role, phase)))

    expect(new Set(all).size).toBe(all.length)
    expect(phases.map((phase) => [checklist('mentor', phase).length, checklist('mentee', phase).length])).toEqual([[2, 2], [6, 6], [8, 7], [3, 4]])
    expect(checklist('looking', 1)).toEqual(checklist('mentee', 1))
  })

  test('offers its first line that is not ticked, and none when all are', () => {
    const at = '2026-11-22T20:00:00.000Z'
    const first = { ticks: [{ line: 'mentee-why', at }] }
    const both = { ticks: [...first.ticks, { line: 'mentee-criteria', at }, { line: 'a line of an older version', at }] }

    expect(nextLine('mentee', 1, null)).toBe('mentee-why')
    expect(nextLine('mentee', 1, first)).toBe('mentee-criteria')
    expect(nextLine('mentee', 1, both)).toBeNull()
    expect(isTicked(both, 'mentee-why')).toBe(true)
    expect(nextLine('mentor', 1, both)).toBe('mentor-why')
  })
})

import { describe, expect, test } from 'vitest'
import { before, isFirst, stepQuestion } from '../../../renderer/sessions/first-meeting.ts'
import type { QuestionItem } from '../../../renderer/sessions/first-meeting.ts'
import type { SessionItem } from '../../../renderer/sessions/session-plan.ts'
import type { ItemId } from '../../../shared/ids.ts'
import type { MeetingPart } from '../../../shared/meeting.ts'

const session = (id: string, status: SessionItem['body']['status'], startsAt = '2026-12-07T10:00') =>
  // As far as the question goes.
  ({ id, body: { status, startsAt } }) as unknown as SessionItem

describe('a session is the first of the two', () => {
  test('as long as it is ahead or under way and nothing was held before', () => {
    const planned = session('a', 'planned')

    expect(isFirst(planned, [planned])).toBe(true)
    expect(isFirst(session('a', 'running'), [])).toBe(true)
    expect(isFirst(planned, [planned, session('b', 'planned', '2026-12-14T10:00'), session('c', 'cancelled', '2026-11-01T10:00')])).toBe(true)
  })

  test('not when another was held, runs, or comes sooner, nor once it is over', () => {
    const planned = session('a', 'planned')

    expect(isFirst(planned, [planned, session('b', 'closed', '2026-12-31T10:00')])).toBe(false)
    expect(isFirst(planned, [planned, session('b', 'running', '2026-12-31T10:00')])).toBe(false)
    expect(isFirst(planned, [planned, session('b', 'planned', '2026-12-06T10:00')])).toBe(false)
    expect(isFirst(session('a', 'closed'), [])).toBe(false)
    expect(isFirst(session('a', 'cancelled'), [])).toBe(false)
  })
})

/** As they are stored: parts may lie mixed. */
const questions = (...parts: readonly (readonly [string, MeetingPart])[]) =>
  // Of a question, its part alone is looked at.
  parts.map(([id, part]) => ({ id, body: { part } }) as unknown as QuestionItem)
const id = (name: string) => name as ItemId

describe('a question moves a step', () => {
  const stored = questions(['a', 'know'], ['x', 'next'], ['b', 'know'], ['c', 'rules'])

  test('within its part, wherever the others of it lie', () => {
    expect(stepQuestion(stored, id('a'), 1)).toEqual({ part: 'know', after: 'b' })
    expect(stepQuestion(stored, id('b'), -1)).toEqual({ part: 'know', after: null })
  })

  test('over the edge into the part beside it: to its end going up, to its head going down', () => {
    expect(stepQuestion(stored, id('c'), -1)).toEqual({ part: 'know', after: 'b' })
    expect(stepQuestion(stored, id('b'), 1)).toEqual({ part: 'rules', after: 'x' })
    expect(stepQuestion(stored, id('x'), -1)).toEqual({ part: 'rules', after: 'c' })
  })

  test('not over either end, and a question that is gone not at all', () => {
    expect(stepQuestion(stored, id('a'), -1)).toBeNull()
    expect(stepQuestion(stored, id('x'), 1)).toBeNull()
    expect(stepQuestion(stored, id('gone'), 1)).toBeNull()
  })

  test('and back behind what it stood behind', () => {
    expect(before(stored, id('a'))).toBeNull()
    expect(before(stored, id('b'))).toBe('x')
  })
})

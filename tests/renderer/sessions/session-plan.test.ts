import { expect, test } from 'vitest'
import { groupSessions, isOver, nextPlanned, usualDetails } from '../../../renderer/sessions/session-plan.ts'
import { sessionItem } from './items.ts'

test('the first session is in two weeks at ten, an hour face to face', () => {
  expect(usualDetails([], '2026-11-23')).toEqual({ startsAt: '2026-12-07T10:00', minutes: 60, place: '', mode: 'face-to-face' })
})

test('the next one is like the last, two weeks on, and never in the past', () => {
  const last = sessionItem({ startsAt: '2026-11-24T15:30', minutes: 45, place: 'Room 3', mode: 'online' })
  const cancelled = sessionItem({ startsAt: '2026-12-01T09:00', status: 'cancelled', place: 'Elsewhere' })

  expect(usualDetails([last, cancelled], '2026-11-24')).toEqual({ startsAt: '2026-12-08T15:30', minutes: 45, place: 'Room 3', mode: 'online' })
  expect(usualDetails([last], '2027-01-05').startsAt).toBe('2027-01-12T15:30')
})

test('sessions ahead come soonest first, past ones by month, newest first', () => {
  const [october, november, running, later, calledOff] = [
    sessionItem({ startsAt: '2026-10-06T10:00', status: 'closed' }),
    sessionItem({ startsAt: '2026-11-03T10:00', status: 'cancelled' }),
    sessionItem({ startsAt: '2026-11-24T10:00', status: 'running' }),
    sessionItem({ startsAt: '2026-12-08T10:00' }),
    sessionItem({ startsAt: '2026-12-01T10:00', status: 'cancelled' }),
  ]

  const groups = groupSessions([october, later, november, running, calledOff], '2026-11-24')

  expect(groups).toEqual({
    ahead: [running, calledOff, later],
    past: [{ month: '2026-11-01', sessions: [november] }, { month: '2026-10-01', sessions: [october] }],
  })
})

test('the session after this one is the soonest planned that is not before it', () => {
  const here = sessionItem({ startsAt: '2026-11-24T10:00', status: 'running' })
  const [before, after, muchLater] = [sessionItem({ startsAt: '2026-11-10T10:00' }), sessionItem({ startsAt: '2026-12-08T10:00' }), sessionItem({ startsAt: '2026-12-22T10:00' })]

  expect(nextPlanned([muchLater, before, after, here], here)).toBe(after)
  expect(nextPlanned([here], here)).toBeNull()
})

test('a session is over when its minutes are', () => {
  const session = sessionItem({ startsAt: '2026-11-24T10:00', minutes: 60 })

  expect(isOver(session, '2026-11-24T10:59')).toBe(false)
  expect(isOver(session, '2026-11-24T11:00')).toBe(true)
})

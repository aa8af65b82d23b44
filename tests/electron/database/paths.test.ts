import { expect, test } from 'vitest'
import { beginAgreement } from '../../../electron/database/agreements.ts'
import { changeBody, listItems } from '../../../electron/database/items.ts'
import { beginExam, beginPath, findPath } from '../../../electron/database/paths.ts'
import { closeSession, planSession } from '../../../electron/database/sessions.ts'
import { updateSpace } from '../../../electron/database/spaces.ts'
import { putOffStep, readToday } from '../../../electron/database/today.ts'
import { addSpace, newItemId, sessionPlan, startOfTests, testDatabase } from '../../helpers/test-database.ts'

test('a path is begun once, and the search with four criteria', () => {
  const { db } = testDatabase()
  const [a, b] = [addSpace(db), addSpace(db, { role: 'looking', other: '' })]

  const path = beginPath(db, a, newItemId, startOfTests)
  const exam = beginExam(db, b, 'nl', newItemId, startOfTests)

  expect(beginPath(db, a, newItemId, startOfTests)).toEqual(path)
  expect(findPath(db, b)).toBeNull()
  expect(beginExam(db, b, 'en', newItemId, startOfTests)).toEqual(exam)
  expect(listItems(db, { spaceId: b, kinds: ['criterion'], parentId: exam.id, limit: 10 })).toHaveLength(4)
})

test('Today offers the next line of the phase when nothing else waits, and no more for a day once put off', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const path = beginPath(db, spaceId, newItemId, startOfTests)
  putOffStep(db, spaceId, 'recovery-not-asked-back', null, startOfTests)
  const before = readToday(db, spaceId, startOfTests).nextStep
  putOffStep(db, spaceId, 'nothing-planned', null, startOfTests)
  const first = readToday(db, spaceId, startOfTests).nextStep
  changeBody(db, path, { ticks: [{ line: 'mentee-why', at: startOfTests.toISOString() }] }, startOfTests)
  const second = readToday(db, spaceId, startOfTests).nextStep
  putOffStep(db, spaceId, 'phase-line', null, startOfTests)

  expect(before.rule).toBe('nothing-planned')
  expect(first).toEqual({ rule: 'phase-line', item: null, line: 'mentee-why' })
  expect(second.line).toBe('mentee-criteria')
  expect(readToday(db, spaceId, startOfTests).nextStep).toEqual({ rule: 'nothing', item: null })
})

test('who only writes is offered no line, and who is looking the first of a mentee’s', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db, { role: 'alone', other: '' })
  putOffStep(db, spaceId, 'recovery-not-asked-back', null, startOfTests)
  const alone = readToday(db, spaceId, startOfTests).nextStep.rule
  updateSpace(db, { id: spaceId, role: 'looking' }, startOfTests)

  expect(alone).toBe('nothing')
  expect(readToday(db, spaceId, startOfTests)).toMatchObject({ nextStep: { line: 'mentee-why' }, phase: { phase: 1, reason: 'no-person' } })
})

test('the phase goes on with what happens, and stays where it was put by hand', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const phase = () => readToday(db, spaceId, startOfTests).phase
  const seen = [phase()]
  const session = planSession(db, sessionPlan(spaceId, '2026-11-24T10:00'), 'en', newItemId, startOfTests)
  seen.push(phase())
  closeSession(db, session.id, startOfTests)
  seen.push(phase())
  beginAgreement(db, { spaceId, from: 'blank', language: 'en' }, newItemId, startOfTests)
  seen.push(phase())
  changeBody(db, beginPath(db, spaceId, newItemId, startOfTests), { phase: 4 }, startOfTests)
  seen.push(phase())

  expect(seen.map((one) => `${one.phase} ${one.reason}`)).toEqual(['1 not-begun', '2 meeting', '2 no-agreement', '3 held', '4 chosen'])
})

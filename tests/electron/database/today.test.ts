import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { beginAgreement } from '../../../electron/database/agreements.ts'
import { insertExportRecord, listExportRecords } from '../../../electron/database/export-records.ts'
import type { Db } from '../../../electron/database/open.ts'
import { getPreference, setPreference } from '../../../electron/database/preferences.ts'
import { closeSession, planSession } from '../../../electron/database/sessions.ts'
import { listSpaces, updateSpace } from '../../../electron/database/spaces.ts'
import { putOffStep, readToday } from '../../../electron/database/today.ts'
import { writePreference } from '../../../electron/database/vault-record.ts'
import { settleVersion, signVersion } from '../../../electron/database/versions.ts'
import type { ExportRecord } from '../../../shared/exporting.ts'
import type { ExportRecordId, SpaceId } from '../../../shared/ids.ts'
import { addEntry, addItem, addSpace, commitmentOf, daysLater, minutesLater, newItemId, sessionPlan, startOfTests, testDatabase } from '../../helpers/test-database.ts'

const asked = (db: Db) => { writePreference(db, 'recovery.confirmedAt', startOfTests.toISOString()) }
const step = (db: Db, spaceId: SpaceId, now = startOfTests) => readToday(db, spaceId, now).nextStep.rule

test('a new vault asks for the recovery code first, and for a day not at all when put off', () => {
  const { db } = testDatabase()
  const [spaceId, other] = [addSpace(db), addSpace(db)]
  const first = step(db, spaceId)

  putOffStep(db, spaceId, 'recovery-not-asked-back', null, startOfTests)

  expect(first).toBe('recovery-not-asked-back')
  expect([step(db, spaceId), step(db, other)]).toEqual(['nothing-planned', 'nothing-planned'])
  expect(step(db, spaceId, daysLater(1.01))).toBe('recovery-not-asked-back')
})

test('[F46] open commitments stand by due day, the mentor’s first on the same day', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const add = (text: string, more: Parameters<typeof commitmentOf>[1]) => addItem(db, spaceId, commitmentOf(text, more))
  add('some day', { due: null })
  add('mine', { due: '2026-12-01' })
  add('ours', { due: '2026-12-01', who: 'both' })
  add('Sari’s', { due: '2026-12-01', who: 'mentor' })
  add('first', { due: '2026-11-25' })
  add('kept', { due: '2026-11-24', status: 'done' })

  expect(readToday(db, spaceId, startOfTests).openCommitments.map((item) => item.title))
    .toEqual(['first', 'Sari’s', 'mine', 'ours', 'some day'])
})

test('the card names what it is about, and one put off gives way to the next', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  asked(db)
  const session = planSession(db, sessionPlan(spaceId, '2026-11-23T10:00'), 'en', newItemId, startOfTests)
  const commitment = addItem(db, spaceId, commitmentOf('Mine, soon', { due: '2026-11-24' }))
  const first = readToday(db, spaceId, startOfTests).nextStep

  putOffStep(db, spaceId, 'session-soon', session.id, startOfTests)

  expect(first).toMatchObject({ rule: 'session-soon', item: { id: session.id } })
  expect(readToday(db, spaceId, startOfTests).nextStep).toMatchObject({ rule: 'commitment-due', item: { id: commitment.id } })
})

test('places join when they are needed', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const before = readToday(db, spaceId, startOfTests)
  addItem(db, spaceId, commitmentOf('Read the report', { status: 'done' }))
  const agreement = beginAgreement(db, { spaceId, from: 'blank', language: 'en' }, newItemId, startOfTests)
  insertExportRecord(db, record(spaceId), [agreement.id])

  const after = readToday(db, spaceId, startOfTests)

  expect(before).toMatchObject({ places: [], agreementId: null, nextSession: null })
  expect(after).toMatchObject({ places: ['plan', 'agreement', 'sharing'], agreementId: agreement.id })
})

test('the ledger keeps what left, newest first', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const [first, second] = [record(spaceId), { ...record(spaceId), at: minutesLater(5).toISOString(), audienceName: 'Budi' }]
  insertExportRecord(db, first)
  insertExportRecord(db, second)

  expect(listExportRecords(db, spaceId)).toEqual([second, first])
  expect(listExportRecords(db, addSpace(db))).toEqual([])
})

test('entries of this week are counted from Monday on', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  for (const onDate of ['2026-11-15', '2026-11-16', '2026-11-19']) addEntry(db, spaceId, onDate, { onDate })

  expect(readToday(db, spaceId, startOfTests).entriesThisWeek).toBe(2)
})

test('the next session is the soonest that has not passed', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const plan = (day: string) => planSession(db, sessionPlan(spaceId, `${day}T10:00`), 'en', newItemId, startOfTests)
  const [past, later, soon] = [plan('2026-11-01'), plan('2026-12-08'), plan('2026-11-24')]

  const first = readToday(db, spaceId, startOfTests).nextSession?.id
  closeSession(db, past.id, startOfTests)
  closeSession(db, soon.id, startOfTests)

  expect(first).toBe(soon.id)
  expect(readToday(db, spaceId, startOfTests).nextSession?.id).toBe(later.id)
})

test('[F27] a version with one signature waits for the other, and is looked back at thirty days after it was settled', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  asked(db)
  const { id: agreementId } = beginAgreement(db, { spaceId, from: 'sample', language: 'en' }, newItemId, startOfTests)
  const version = settleVersion(db, { agreementId, number: 1, how: 'signed', on: '2026-11-22', names: { mentee: 'Ana' } }, () => ['a', 'b', 'c', 'd'], newItemId, startOfTests)

  const waiting = readToday(db, spaceId, startOfTests).nextStep
  signVersion(db, { id: version.id, who: 'mentor', name: 'Sari', on: '2026-11-23' }, minutesLater(1))
  const [before, on] = [readToday(db, spaceId, daysLater(29)).nextStep, readToday(db, spaceId, daysLater(30)).nextStep]

  expect(waiting).toMatchObject({ rule: 'signature-waiting', item: { id: version.id } })
  expect(before.rule).toBe('nothing-planned')
  expect(on).toMatchObject({ rule: 'agreement-review', item: { body: { version: version.id, on: '2026-12-22' } } })
  putOffStep(db, spaceId, 'agreement-review', on.item?.id ?? null, daysLater(30))
  expect(step(db, spaceId, daysLater(30))).toBe('nothing-planned')
})

test('spaces keep the order they were made in, and names can be changed', () => {
  const { db } = testDatabase()
  const [a, b] = [addSpace(db), addSpace(db, { role: 'alone', other: '' })]

  const updated = updateSpace(db, { id: a, other: 'Wayan' }, minutesLater(1))

  expect(updated).toMatchObject({ id: a, role: 'mentee', me: 'Ana', other: 'Wayan' })
  expect(listSpaces(db).map((space) => space.id).toSorted()).toEqual([a, b].toSorted())
})

test('a preference that cannot be read is as if it had never been set', () => {
  const test = testDatabase()
  setPreference(test.db, 'place', { runId: 'r', place: { location: '/journal', field: null, caret: 3 } })
  const kept = getPreference(test.reopen(), 'place')
  writePreference(test.db, 'place', '{"half')

  expect(kept?.place.caret).toBe(3)
  expect(getPreference(test.db, 'place')).toBeNull()
})

function record(spaceId: SpaceId): ExportRecord {
  return {
    id: randomUUID() as ExportRecordId, spaceId, at: startOfTests.toISOString(), audience: 'mentor', audienceName: '',
    format: 'pdf', language: 'id', title: 'Summary', itemCount: 3, hash: 'a'.repeat(64),
  }
}

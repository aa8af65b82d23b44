import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSpace, getSpace, listSpaces, removeSpace, updateSpace } from '../../../electron/database/spaces.ts'
import { SpaceId } from '../../../shared/ids.ts'
import { noTerms, partyNames } from '../../../shared/space.ts'
import { addSpace, testDatabase } from '../../helpers/test-database.ts'

const now = new Date('2026-11-22T10:00:00Z')
const fresh = () => SpaceId.parse(randomUUID())

test('a space begins with nothing agreed, and what is agreed is kept', () => {
  const { db } = testDatabase()
  const { id, terms } = createSpace(db, fresh(), { role: 'mentee', me: 'Ana', other: 'Sari' }, now)

  expect(terms).toEqual(noTerms)
  const agreed = { ...noTerms, setting: 'formal' as const, from: '2026-09-01', to: '2027-01-31', round: 'autumn', contact: 'the desk on floor 2' }
  updateSpace(db, { id, terms: agreed }, now)

  expect(getSpace(db, id)).toMatchObject({ role: 'mentee', me: 'Ana', other: 'Sari', terms: agreed })
})

test.each(['not json', '{"setting":"secret"}', '[]', 'null'])('terms that cannot be read (%s) are as none, and the space stays', (stored) => {
  const { db } = testDatabase()
  const id = addSpace(db)
  db.prepare('UPDATE space SET terms = ?').run(stored)

  expect(getSpace(db, id).terms).toEqual(noTerms)
})

test('an empty space goes again, one with words in it or the only one stays', () => {
  const { db } = testDatabase()
  const first = addSpace(db)
  const second = createSpace(db, fresh(), { role: 'mentor', me: 'Ana', other: '' }, now)

  removeSpace(db, second.id)

  expect(listSpaces(db).map(({ id }) => id)).toEqual([first])
  expect(() => { removeSpace(db, first) }).toThrow(expect.objectContaining({ code: 'space.used' }))
  expect(() => { removeSpace(db, second.id) }).toThrow(expect.objectContaining({ code: 'item.missing' }))
})

test('where there is no name, the pair\'s own word stands', () => {
  const terms = { ...noTerms, words: { mentor: 'the guide', mentee: 'the learner' } }

  expect(partyNames({ role: 'mentee', me: '', other: 'Sari', terms })).toEqual({ mentor: 'Sari', mentee: 'the learner' })
  expect(partyNames({ role: 'mentor', me: '', other: ' ', terms })).toEqual({ mentor: 'the guide', mentee: 'the learner' })
})

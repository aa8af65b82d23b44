import { expect, test } from 'vitest'
import { deleteItem, emptyBin } from '../../../electron/database/bin.ts'
import { addLink, listLinks, removeLink } from '../../../electron/database/links.ts'
import { planSession } from '../../../electron/database/sessions.ts'
import { addEntry, addSpace, minutesLater, newItemId, newLinkId, sessionPlan, startOfTests, testDatabase } from '../../helpers/test-database.ts'

const code = (wanted: string) => expect.objectContaining({ code: wanted })

test('a link is seen from both ends, and twice the same is one', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const entry = addEntry(db, spaceId, 'What I made of it.')
  const session = planSession(db, sessionPlan(spaceId, '2026-11-24T10:00'), 'en', newItemId, startOfTests)
  addLink(db, newLinkId(), { from: entry.id, to: session.id, type: 'about' }, startOfTests)
  addLink(db, newLinkId(), { from: entry.id, to: session.id, type: 'about' }, minutesLater(1))

  const [forth, back] = [listLinks(db, entry.id, 'en'), listLinks(db, session.id, 'en')]

  expect(forth).toMatchObject([{ outgoing: true, type: 'about', other: { id: session.id, kind: 'session', title: '1', onDate: '2026-11-24' } }])
  expect(back).toMatchObject([{ outgoing: false, other: { id: entry.id, title: 'What I made of it.' } }])
})

test('an end in the bin is not shown, and gone for good it takes the link along', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const [a, b] = [addEntry(db, spaceId, 'a'), addEntry(db, spaceId, 'b')]
  addLink(db, newLinkId(), { from: a.id, to: b.id, type: 'see' }, startOfTests)

  deleteItem(db, b.id, minutesLater(1))
  const hidden = listLinks(db, a.id, 'en')
  emptyBin(db)

  expect(hidden).toEqual([])
  expect(db.prepare('SELECT count(*) FROM link').pluck().get()).toBe(0)
})

test('nothing links to itself, across spaces, or to what is not there', () => {
  const { db } = testDatabase()
  const [a, elsewhere] = [addEntry(db, addSpace(db), 'a'), addEntry(db, addSpace(db), 'elsewhere')]
  const link = (to: typeof a.id) => () => { addLink(db, newLinkId(), { from: a.id, to, type: 'see' }, startOfTests) }

  expect(link(a.id)).toThrow(code('input.invalid'))
  expect(link(elsewhere.id)).toThrow(code('input.invalid'))
  expect(link(newItemId())).toThrow(code('item.missing'))
})

test('a removed link is gone, and removing it again says so', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const [a, b] = [addEntry(db, spaceId, 'a'), addEntry(db, spaceId, 'b')]
  const id = newLinkId()
  addLink(db, id, { from: a.id, to: b.id, type: 'from' }, startOfTests)

  removeLink(db, id)

  expect(listLinks(db, a.id, 'en')).toEqual([])
  expect(() => { removeLink(db, id) }).toThrow(code('item.missing'))
})

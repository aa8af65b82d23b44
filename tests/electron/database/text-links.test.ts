import { expect, test } from 'vitest'
import { restoreRevision } from '../../../electron/database/history.ts'
import { saveItem } from '../../../electron/database/items.ts'
import { addLink, listLinks } from '../../../electron/database/links.ts'
import type { Db } from '../../../electron/database/open.ts'
import { itemLinkNode, linkedItems } from '../../../shared/item-link.ts'
import type { ItemId } from '../../../shared/ids.ts'
import type { Item } from '../../../shared/item.ts'
import { plainText, RichText } from '../../../shared/rich-text.ts'
import { addEntry, addSpace, minutesLater, newItemId, newLinkId, startOfTests, testDatabase } from '../../helpers/test-database.ts'

const linking = (...to: ItemId[]): RichText => ({ root: { type: 'root', version: 1, children: [{ type: 'paragraph', version: 1, children: to.map((id) => itemLinkNode(id, 'as it was')) }] } })
const write = (db: Db, entry: Item, text: RichText, at: Date) => {
  // The column's type is the table's.
  const { revision } = db.prepare('SELECT revision FROM item WHERE id = ?').get(entry.id) as { revision: number }
  return saveItem(db, { id: entry.id, revision, content: { kind: 'entry', body: { sort: 'reflection', prompt: null, raise: false, text } } }, at)
}
const seen = (db: Db, id: ItemId) => listLinks(db, id, 'en').map(({ type, outgoing, other }) => `${type} ${outgoing ? 'to' : 'from'} ${other.title}`)

test('what a text links to is a link of both, and goes when it goes from the text', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const [a, b, c] = [addEntry(db, spaceId, 'a'), addEntry(db, spaceId, 'b'), addEntry(db, spaceId, 'c')]
  addLink(db, newLinkId(), { from: a.id, to: c.id, type: 'about' }, startOfTests)

  write(db, a, linking(b.id, b.id, c.id), minutesLater(1))
  const both = [seen(db, a.id), seen(db, b.id)]
  write(db, a, linking(c.id), minutesLater(2))

  expect(both[0]?.toSorted()).toEqual(['about to c', 'see to b', 'see to c'])
  expect(both[1]).toEqual(['see from as it wasas it wasas it was'])
  expect(seen(db, b.id)).toEqual([])
  expect(seen(db, a.id)).toEqual(expect.arrayContaining(['about to c', 'see to c']))
})

test('a version that is put back has its links again', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const [a, b] = [addEntry(db, spaceId, 'a'), addEntry(db, spaceId, 'b')]
  write(db, a, linking(b.id), minutesLater(60))
  write(db, a, linking(), minutesLater(120))
  // As above.
  const { revision } = db.prepare('SELECT max(revision) AS revision FROM revision WHERE item_id = ?').get(a.id) as { revision: number }

  restoreRevision(db, a.id, revision, minutesLater(180))

  expect(seen(db, a.id)).toEqual(['see to b'])
})

test('a link to itself, to another relationship and to nothing is words only', () => {
  const { db } = testDatabase()
  const [spaceId, other] = [addSpace(db), addSpace(db)]
  const [a, elsewhere] = [addEntry(db, spaceId, 'a'), addEntry(db, other, 'elsewhere')]

  write(db, a, linking(a.id, elsewhere.id, newItemId()), minutesLater(1))

  expect(listLinks(db, a.id, 'en')).toEqual([])
  expect(db.prepare('SELECT words FROM item WHERE id = ?').pluck().get(a.id)).toBe('as it was'.repeat(3))
})

test('a link is read by its id and its words; what only looks like one is none', () => {
  const id = newItemId()
  const text = { root: { type: 'root', children: [itemLinkNode(id, 'x'), { type: 'item-link', item: 'no id', text: 'y' }, { type: 'item-link', item: id }] } }

  expect(RichText.safeParse(text).success).toBe(true)
  expect(linkedItems(text)).toEqual([id])
  expect(plainText(text)).toBe('xy')
})

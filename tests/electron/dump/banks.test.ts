import { expect, test } from 'vitest'
import { insertItem } from '../../../electron/database/items.ts'
import { readableFiles } from '../../../electron/dump/readable.ts'
import type { KindAndBody } from '../../../shared/item.ts'
import { meetingTexts } from '../../../shared/texts/meeting-all.ts'
import { addSpace, newItemId, startOfTests, testDatabase } from '../../helpers/test-database.ts'

test('topics and stories are one page, names filled in', () => {
  const { db } = testDatabase()
  const spaceId = addSpace(db, { role: 'mentor', me: 'Sari', other: 'Ana' })
  const add = (content: KindAndBody) => { insertItem(db, { id: newItemId(), spaceId, parentId: null, content, onDate: null, privacy: 'private' }, startOfTests) }
  add({ kind: 'story', body: { title: 'The night shift', text: 'I slept through the alarm.', sort: 'lesson', told: [] } })
  add({ kind: 'topic', body: { text: meetingTexts.en.topics['mentor-way'], given: 'mentor-way', used: [] } })

  const files = [...readableFiles(db, 'en', startOfTests)]

  expect(files.map(({ name, items }) => [name, items])).toEqual([['Ana/Topics and stories.md', 2]])
  expect(files[0]?.text).toMatch(/How Sari came to this work[^]*The night shift[^]*I slept through the alarm\./)
})

import { expect, test } from 'vitest'
import { acceptCandidate, releaseCandidate } from '../../../electron/database/candidates.ts'
import { changeBody, createItem, getItem, getItemOf, listItems } from '../../../electron/database/items.ts'
import { beginExam } from '../../../electron/database/paths.ts'
import { getSpace } from '../../../electron/database/spaces.ts'
import type { Candidate } from '../../../shared/path.ts'
import { plainText } from '../../../shared/rich-text.ts'
import { pathTexts } from '../../../shared/texts/path-all.ts'
import { addSpace, newItemId, startOfTests, testDatabase } from '../../helpers/test-database.ts'

function searching(more: Partial<Candidate> = {}) {
  const { db } = testDatabase()
  const spaceId = addSpace(db, { role: 'looking', other: '' })
  const exam = beginExam(db, spaceId, 'en', newItemId, startOfTests)
  const id = newItemId()
  createItem(db, {
    id, spaceId, parentId: exam.id, onDate: null, privacy: 'private',
    content: { kind: 'candidate', body: { name: 'Sari', why: 'Says what she thinks', introducer: '', askedOn: '2026-11-01', answer: 'thinking', fits: [], ...more } },
  }, startOfTests)
  return { db, spaceId, exam, id }
}

test('who said yes is the mentor of this space, and the notes are private entries', () => {
  const { db, spaceId, exam, id } = searching()
  changeBody(db, exam, { keep: 'The weekly walk', helps: ['view'] }, startOfTests)

  const accepted = acceptCandidate(db, id, 'nl', newItemId, startOfTests)

  expect(getSpace(db, spaceId)).toMatchObject({ role: 'mentee', other: 'Sari' })
  expect(getItemOf(db, 'candidate', id).body.answer).toBe('yes')
  const entries = listItems(db, { spaceId, kinds: ['entry'], limit: 10 }).flatMap((item) => item.kind === 'entry' ? [item] : [])
  expect(entries.map((entry) => entry.id).toSorted()).toEqual(accepted.entries.toSorted())
  expect(entries.map((entry) => entry.privacy)).toEqual(['private', 'private'])
  expect(entries.map((entry) => entry.body.prompt).toSorted()).toEqual(['Waarom Sari?', pathTexts.nl.exam.title].toSorted())
  expect(entries.map((entry) => plainText(entry.body.text)).join('\n')).toContain('The weekly walk')
})

test('it is taken back whole: the space looks again, the entries lie in the bin', () => {
  const { db, spaceId, id } = searching()
  const accepted = acceptCandidate(db, id, 'en', newItemId, startOfTests)

  const space = releaseCandidate(db, { id, ...accepted }, startOfTests)

  expect(space).toMatchObject({ role: 'looking', other: '' })
  expect(getItemOf(db, 'candidate', id).body.answer).toBe('thinking')
  expect(accepted.entries.map((entry) => getItem(db, entry).deletedAt)).toEqual([startOfTests.toISOString()])
  expect(listItems(db, { spaceId, kinds: ['entry'], limit: 10 })).toEqual([])
})

test('nothing noted makes no entry, and a long name is cut without tearing a character', () => {
  const { db, spaceId, id } = searching({ name: '👩🏽‍🚀'.repeat(28), why: '', askedOn: null })

  const { entries } = acceptCandidate(db, id, 'en', newItemId, startOfTests)

  expect(entries).toEqual([])
  expect(getSpace(db, spaceId).other.isWellFormed()).toBe(true)
})

test('a space has one person: a second yes is refused, and changes nothing', () => {
  const { db, spaceId, id } = searching()
  acceptCandidate(db, id, 'en', newItemId, startOfTests)

  expect(() => acceptCandidate(db, id, 'en', newItemId, startOfTests)).toThrow('item.changed')
  expect(listItems(db, { spaceId, kinds: ['entry'], limit: 10 })).toHaveLength(1)
})

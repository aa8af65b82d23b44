import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { acceptCandidate } from '../../../electron/database/candidates.ts'
import type { ItemId } from '../../../shared/ids.ts'
import type { KindAndBody } from '../../../shared/item.ts'
import { pathTexts } from '../../../shared/texts/path-all.ts'
import { openTestBackend } from '../../helpers/test-backend.ts'
import { putBack, saveDump } from './make-dump.ts'
import { openedDump } from './open-dump.ts'

const id = () => randomUUID() as ItemId

test('the copy of everything reads the path and the search for a mentor, and puts them back as they were', async () => {
  const { test: a } = await openTestBackend()
  const { id: spaceId } = await a.call('space.create', { role: 'looking', me: 'Ana', other: '' })
  const path = await a.call('path.begin', { spaceId })
  await a.call('item.save', { id: path.id, revision: 1, content: { kind: 'path', body: { phase: null, ticks: [{ line: 'mentee-why', at: '2026-11-22T20:00:00.000Z' }, { line: 'of another version', at: '2026-11-22T20:00:00.000Z' }], read: [] } } })
  const exam = await a.call('exam.begin', { spaceId, language: 'en' })
  if (exam.kind !== 'exam') throw new Error('no exam')
  await a.call('item.save', { id: exam.id, revision: 1, content: { kind: 'exam', body: { ...exam.body, keep: 'The weekly walk' } } })
  const under = (parentId: ItemId, content: KindAndBody) => a.call('item.create', { id: id(), spaceId, parentId, content, onDate: null, privacy: 'private' })
  const sari = await under(exam.id, { kind: 'candidate', body: { name: 'Sari', why: 'Says what she thinks', introducer: 'Wayan', askedOn: '2026-11-20', answer: 'thinking', fits: [{ criterion: exam.id, fit: 'well', word: 'An hour about the budget' }] } })
  await under(exam.id, { kind: 'inquiry', body: { who: 'Dewi', askedOn: null, said: 'Ask the harbour master' } })
  await under(sari.id, { kind: 'letter', body: { language: 'en', text: 'Dear Sari,\nhave you half an hour?' } })
  const file = await saveDump(a)

  const files = Object.entries(await openedDump(file))
  const named = (end: string) => files.find(([name]) => name.endsWith(`${end}.md`))?.[1] ?? ''
  expect(named(pathTexts.en.place)).toContain(`- [x] ${pathTexts.en.lines['mentee-why']}`)
  for (const words of ['The weekly walk', pathTexts.en.criteria.trust, 'Sari', 'Wayan · 20 November 2026', 'Says what she thinks', 'An hour about the budget', 'Ask the harbour master', 'have you half an hour?']) {
    expect(named(pathTexts.en.exam.title), words).toContain(words)
  }
  const { test: b } = await openTestBackend()
  await putBack(b, file)
  expect(await b.call('item.get', sari.id)).toMatchObject({ kind: 'candidate', parentId: exam.id, body: { name: 'Sari', fits: [{ word: 'An hour about the budget' }] } })
  expect(acceptCandidate(b.backend.db, sari.id, 'en', id, new Date()).entries).toHaveLength(2)
})

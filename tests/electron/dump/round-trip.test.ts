/** Everything out of one vault and into another, and out again. */
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { insertRevision } from '../../../electron/database/revisions.ts'
import type { ItemId, SpaceId } from '../../../shared/ids.ts'
import type { KindAndBody } from '../../../shared/item.ts'
import { noTerms } from '../../../shared/space.ts'
import { richTextFromPlain } from '../../../shared/rich-text.ts'
import { makeWorld } from '../../helpers/sample-inputs.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { openTestBackend, testPassphrase } from '../../helpers/test-backend.ts'
import type { TestBackend } from '../../helpers/test-backend.ts'
import { putBack, saveDump } from './make-dump.ts'
import { dumpPassphrase, journalIn, openedDump, without } from './open-dump.ts'

const entry = (words: string): KindAndBody => ({ kind: 'entry', body: { sort: 'reflection', prompt: null, text: richTextFromPlain(words), raise: false } })

async function write(test: TestBackend, spaceId: SpaceId, words: string, onDate: string | null = null): Promise<ItemId> {
  return (await test.call('item.create', { id: randomUUID() as ItemId, spaceId, parentId: null, content: entry(words), onDate, privacy: 'private' })).id
}

/** One of everything, with a history, a bin, a ledger and a body that nobody can read. */
async function fullVault() {
  const { test } = await openTestBackend()
  const world = await makeWorld(test)
  const { db } = test.backend
  await test.call('space.update', { id: world.spaceId, terms: { ...noTerms, words: { ...noTerms.words, mentor: 'coach' } } })
  const second = await test.call('space.create', { role: 'mentor', me: 'Sari', other: '' })
  const old = await write(test, second.id, 'Long ago', '1999-12-31')
  insertRevision(db, { id: old, revision: 7, updated_at: '2026-11-01T10:00:00.000Z', body_version: 1, body: JSON.stringify(entry('Before').body) })
  const gone = await write(test, second.id, 'Thrown away')
  await test.call('item.delete', gone)
  await test.call('item.delete', world.sessionId)
  const card = await test.call('item.create', {
    id: randomUUID() as ItemId, spaceId: world.spaceId, parentId: world.agreementId, onDate: null, privacy: 'private',
    content: { kind: 'ending-card', body: { who: 'mentee', text: 'When the heron stays away', sealedAt: null, openings: [] } },
  })
  await test.call('card.seal', card.id)
  const strange = await write(test, second.id, 'From another time')
  db.prepare(`UPDATE item SET kind = 'dream', body = 'not even json', body_version = 9, words = 'A dream' WHERE id = ?`).run(strange)
  db.prepare(`INSERT INTO export_record (id, space_id, at, audience, audience_name, format, language, title, item_count, hash) VALUES (?, ?, ?, 'mentor', '', 'pdf', 'nl', 'Summary', 1, 'abc')`)
    .run(randomUUID(), world.spaceId, '2026-11-20T10:00:00.000Z')
  return { test, world, second }
}

test('a new vault that a copy was put back into holds the very same', async () => {
  const { test: a } = await fullVault()
  const path = await saveDump(a)
  const { test: b } = await openTestBackend()
  await b.call('space.create', { role: 'mentee', me: 'Sari', other: 'Bram' })

  const restored = await putBack(b, path)

  expect(restored).toMatchObject({ beside: 0, same: 0 })
  expect(await journalIn(await saveDump(b))).toEqual(await journalIn(path))
  expect((await b.call('search.find', { text: 'thought', spaceId: null, kinds: null, limit: 5 })).length).toBeGreaterThan(0)
})

test('put back into the vault it came from, it changes nothing, and there is nothing to undo', async () => {
  const { test: a } = await fullVault()
  const path = await saveDump(a)

  const restored = await putBack(a, path)

  expect(restored).toMatchObject({ undo: null, added: 0, beside: 0 })
  // Its own ledger row is the one thing that came after.
  expect(without('exports', await journalIn(await saveDump(a)))).toEqual(without('exports', await journalIn(path)))
})

test('other words come in beside those here, once however often, and one undo takes out what nobody touched since', async () => {
  const { test: a } = await openTestBackend()
  const space = await a.call('space.create', { role: 'mentee', me: 'Sari', other: 'Bram' })
  const kept = await write(a, space.id, 'As it was')
  const lost = await write(a, space.id, 'To be lost')
  const path = await saveDump(a)
  await a.call('item.save', { id: kept, revision: 1, content: entry('As it is now') })
  await a.call('item.delete', lost)
  await a.call('bin.delete', lost)

  const restored = await putBack(a, path)
  const again = await putBack(a, path)

  expect(restored).toMatchObject({ added: 1, beside: 1, same: 0 })
  expect(again).toMatchObject({ undo: null, added: 0, beside: 0, same: 2 })
  const titles = async () => (await a.call('item.list', { spaceId: space.id, kinds: ['entry'], limit: 10 })).map(({ title }) => title).sort()
  expect(await titles()).toEqual(['As it is now', 'As it was', 'To be lost'])
  await a.call('item.save', { id: lost, revision: 1, content: entry('Written on') })
  const { removed } = await a.call('dump.undo', { undo: restored.undo ?? '' })
  expect(removed).toBe(1)
  expect(await titles()).toEqual(['As it is now', 'Written on'])
})

test('an empty space of a new vault makes room, and an undo brings it back', async () => {
  const { test: a } = await fullVault()
  const path = await saveDump(a)
  const { test: b } = await openTestBackend()
  const empty = await b.call('space.create', { role: 'mentee', me: 'Nur', other: 'Eka' })

  const { undo } = await putBack(b, path)
  const during = await b.call('space.list')
  await b.call('dump.undo', { undo: undo ?? '' })

  expect(during.map(({ id }) => id)).not.toContain(empty.id)
  expect(await b.call('space.list')).toEqual([empty])
  expect(b.backend.db.prepare('SELECT (SELECT count(*) FROM item) + (SELECT count(*) FROM export_record) + (SELECT count(*) FROM import_record) AS n').get()).toEqual({ n: 0 })
})

test('a restore that a lock cuts off is gone after the next unlock', async () => {
  const { test: a } = await fullVault()
  const path = await saveDump(a)
  const { test: b } = await openTestBackend()
  const space = await b.call('space.create', { role: 'mentee', me: 'Nur', other: 'Eka' })
  await write(b, space.id, 'Mine alone')
  b.host.paths.push(path)
  await b.call('dump.choose')
  const { db } = b.backend
  // As if it had ended in the middle of its batches.
  const undo = (await b.call('dump.restore', { passphrase: dumpPassphrase })).undo
  db.prepare(`UPDATE import_record SET state = 'adding' WHERE id = ?`).run(undo)
  b.backend.lock('closed')
  const after = b.restart()
  await after.call('vault.unlock', { passphrase: testPassphrase })

  expect((await after.call('item.list', { spaceId: space.id, kinds: ['entry'], limit: 10 })).map(({ title }) => title)).toEqual(['Mine alone'])
  expect(await after.call('space.list')).toHaveLength(1)
})

test('under the vault\'s own passphrase only who knows it gets a copy', async () => {
  const { test: a } = await openTestBackend()
  const path = join(tempFolder(), 'mine.age')

  expect(await a.outcome('dump.save', { passphrase: 'not this one', own: true, language: 'nl' })).toBe('vault.wrong-passphrase')
  a.host.paths.push(path)
  await a.call('dump.save', { passphrase: testPassphrase, own: true, language: 'nl' })

  expect(Object.keys(await openedDump(path, testPassphrase))).toEqual(['README.txt', 'journal.json'])
})

test('each space\'s ledger says that everything went to oneself, and nothing counts as shared by it', async () => {
  const { test: a, world, second } = await fullVault()
  await saveDump(a)

  for (const id of [world.spaceId, second.id]) {
    expect(await a.call('export.ledger', id)).toContainEqual(expect.objectContaining({ audience: 'myself', format: 'dump', title: 'Everything' }))
  }
  expect(a.backend.db.prepare('SELECT count(*) AS n FROM export_item').get()).toEqual({ n: 0 })
})

test('nothing lies beside the file, and nothing at all where it could not be written or was cancelled', async () => {
  const { test: a } = await fullVault()
  const path = await saveDump(a)
  expect(readdirSync(dirname(path))).toEqual(['everything.age'])
  const folder = tempFolder()

  a.host.paths.push(join(folder, 'no', 'such', 'folder.age'))
  expect(await a.outcome('dump.save', { passphrase: dumpPassphrase, own: false, language: 'en' })).toBe('folder.not-writable')
  a.host.paths.push(join(folder, 'cancelled.age'))
  const going = a.outcome('dump.save', { passphrase: dumpPassphrase, own: false, language: 'en' })
  await a.event('work.progress')
  while (!a.backend.works.has('dump')) await new Promise((resolve) => { setTimeout(resolve, 1) })
  await a.call('work.cancel', { id: 'dump' })

  expect(await going).toBe('work.cancelled')
  expect(readdirSync(folder)).toEqual([])
  expect(readdirSync(dirname(a.folder)).flatMap((name) => existsSync(join(dirname(a.folder), name)) ? readdirSync(join(dirname(a.folder), name)) : []).filter((name) => name.endsWith('.check'))).toEqual([])
})

test('a person finds their words in folders and files with names to read', async () => {
  const { test: a, world } = await fullVault()
  await a.call('item.restore', world.sessionId)

  const files = await openedDump(await saveDump(a))

  expect(Object.keys(files).filter((name) => name.endsWith('.md')).map((name) => name.replace(/\d{4}-\d\d-\d\d/, 'DAY')).sort()).toEqual([
    'Bram/Journal/DAY A thought.md', 'Bram/Mentoring agreement 1.md', 'Bram/Mentoring agreement.md', 'Bram/Middle ground.md', 'Bram/Sessions/DAY Session 1.md',
    'Mentee/Journal/DAY From another time.md', 'Mentee/Journal/DAY Long ago.md', 'Mentee/Removed/Journal/DAY Thrown away.md',
  ])
  expect(files['Bram/Sessions/2026-12-04 Session 1.md']).toContain('The talk with my manager')
  expect(files['Mentee/Journal/1999-12-31 Long ago.md']).toContain('# Friday 31 December 1999')
  expect(files['README.txt']).toContain('age --decrypt')
})

test('a file that is none of ours is said to be none, whatever it is', async () => {
  const { test: a } = await openTestBackend()
  const letter = join(tempFolder(), 'letter.age')
  writeFileSync(letter, 'Dear Sari')
  a.host.paths.push(letter)
  await a.call('dump.choose')

  expect(await a.outcome('dump.restore', { passphrase: dumpPassphrase })).toBe('dump.foreign')
  a.host.paths.push(tempFolder())
  expect(await a.outcome('dump.choose')).toBe('dump.foreign')
})

/** Imports through the real calls and a real vault: looked at, added, taken out, put back. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { SpaceId } from '../../../shared/ids.ts'
import type { ImportPlan, ImportRecord } from '../../../shared/importing.ts'
import { plainText } from '../../../shared/rich-text.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { openTestBackend } from '../../helpers/test-backend.ts'
import type { TestBackend } from '../../helpers/test-backend.ts'

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/imports/${name}`, import.meta.url))

async function journal(): Promise<{ test: TestBackend; spaceId: SpaceId; entries(): Promise<string[]> }> {
  const { test: open } = await openTestBackend()
  const { id: spaceId } = await open.call('space.create', { role: 'mentee', me: 'Sari', other: 'Bram' })
  const entries = async () => {
    const items = await open.call('item.list', { spaceId, kinds: ['entry'], limit: 1000 })
    return items.map((item) => `${item.onDate ?? ''} ${item.title}`)
  }
  return { test: open, spaceId, entries }
}

async function look(open: TestBackend, path: string): Promise<ImportPlan> {
  open.host.paths.push(path)
  const plan = await open.call('import.choose', { from: 'file' })
  if (plan === null) throw new Error('cancelled')
  return plan
}

async function bring(open: TestBackend, spaceId: SpaceId, path: string, skipDuplicates = true): Promise<ImportRecord> {
  const { id } = await look(open, path)
  return open.call('import.add', { id, spaceId, skipDuplicates })
}

test('a dry run tells what is in it and what is lost, and adds nothing', async () => {
  const { test: open, entries } = await journal()

  const plan = await look(open, fixture('day-one.zip'))

  expect(plan).toMatchObject({ format: 'day-one', count: 2, from: '2021-03-04', to: '2022-11-21', undated: 0, duplicates: 0 })
  expect(plan.losses).toEqual([
    { kind: 'picture', count: 2 }, { kind: 'attachment', count: 1 }, { kind: 'place', count: 1 }, { kind: 'weather', count: 1 },
    { kind: 'star', count: 1 }, { kind: 'wordless', count: 1 },
  ])
  expect(plan.first[0]).toMatchObject({ day: '2021-03-04', title: 'First talk with Bram' })
  expect(await entries()).toEqual([])
  expect(await open.call('import.list')).toEqual([])
})

test('what is added is private, keeps its day, its time and its tags, and is found by its words', async () => {
  const { test: open, spaceId } = await journal()

  const record = await bring(open, spaceId, fixture('joplin.jex'))

  expect(record).toMatchObject({ format: 'joplin', count: 3, present: 3, outAt: null, spaceId })
  const items = await open.call('item.list', { spaceId, kinds: ['entry'], limit: 10 })
  expect(items.map(({ onDate, title, privacy }) => [onDate, title, privacy])).toEqual([
    ['2023-02-04', 'Send the thank-you note', 'private'], ['2023-02-03', 'Agenda for the third talk', 'private'], ['2023-02-01', 'The plan', 'private'],
  ])
  const [, agenda] = items
  expect(agenda?.createdAt).toBe('2023-02-03T19:30:00.000Z')
  expect(agenda?.kind === 'entry' && agenda.body.tags).toEqual(['third talk', 'Mentoring', 'Work'])
  expect(await open.call('search.find', { text: 'third talk', spaceId: null, kinds: null, limit: 10 })).toHaveLength(1)
  expect(await open.call('search.find', { text: 'reference', spaceId: null, kinds: null, limit: 10 })).toHaveLength(1)
})

test('an import is taken out in one step, exactly, also what was changed since, and comes back as it was', async () => {
  const { test: open, spaceId, entries } = await journal()
  const own = await open.call('item.create', {
    id: crypto.randomUUID(), spaceId, parentId: null, onDate: '2024-06-28', privacy: 'private',
    content: { kind: 'entry', body: { sort: 'win', prompt: null, text: { root: { type: 'root', children: [{ type: 'text', text: 'My own words' }] } }, raise: false } },
  })
  const record = await bring(open, spaceId, fixture('jrnl.json'))
  const before = await entries()
  const [changed, removed] = (await open.call('item.list', { spaceId, kinds: ['entry'], limit: 10 })).filter(({ id }) => id !== own.id)
  if (changed?.kind !== 'entry' || removed === undefined) throw new Error('two entries were expected')
  await open.call('item.save', { id: changed.id, revision: changed.revision, content: { kind: 'entry', body: { ...changed.body, raise: true } } })
  await open.call('item.delete', removed.id)

  const out = await open.call('import.undo', record.id)

  expect(out).toMatchObject({ changed: 1, record: { count: 3, present: 0, outAt: expect.any(String) } })
  expect(await entries()).toEqual(['2024-06-28 My own words'])
  expect((await open.call('bin.list')).map(({ id }) => id)).toEqual([removed.id])
  expect(await open.call('search.find', { text: 'library', spaceId: null, kinds: null, limit: 10 })).toEqual([])

  const back = await open.call('import.restore', record.id)

  expect(back).toMatchObject({ present: 2, outAt: null })
  // What was removed by hand stays removed until it is put back by hand.
  await open.call('item.restore', removed.id)
  expect(await entries()).toEqual(before)
  const again = await open.call('item.get', changed.id)
  expect(again.kind === 'entry' && again.body.raise).toBe(true)
  expect(await open.call('search.find', { text: 'library', spaceId: null, kinds: null, limit: 10 })).toHaveLength(1)
})

test('undo works tomorrow as well, and for thirty days; then the words are gone for good', async () => {
  const { test: open, spaceId } = await journal()
  const record = await bring(open, spaceId, fixture('log.txt'))
  open.backend.lock('asked')
  const later = open.restart({ now: new Date(Date.now() + 86_400_000).toISOString() })
  await later.call('vault.unlock', { passphrase: 'een brugwachter zingt zacht' })

  await later.call('import.undo', record.id)

  expect(await later.call('item.list', { spaceId, kinds: ['entry'], limit: 10 })).toEqual([])
  later.backend.lock('asked')
  const monthLater = later.restart({ now: new Date(Date.now() + 33 * 86_400_000).toISOString() })
  await monthLater.call('vault.unlock', { passphrase: 'een brugwachter zingt zacht' })
  expect(await monthLater.call('import.list')).toEqual([])
  expect(await monthLater.outcome('import.restore', record.id)).toBe('item.missing')
  expect(monthLater.backend.db.prepare('SELECT count(*) AS n FROM item').get()).toEqual({ n: 0 })
})

test('emptying the removed items takes imports that were taken out along', async () => {
  const { test: open, spaceId } = await journal()
  const record = await bring(open, spaceId, fixture('log.txt'))
  await open.call('import.undo', record.id)

  expect(await open.call('bin.empty')).toEqual({ removed: 3 })

  expect(await open.call('import.list')).toEqual([])
  expect(open.backend.db.prepare('SELECT count(*) AS n FROM item').get()).toEqual({ n: 0 })
})

test('the same journal again is recognised, by its app\'s ids or by day and words, also from another format', async () => {
  const { test: open, spaceId, entries } = await journal()
  await bring(open, spaceId, fixture('jrnl.json'))

  expect((await look(open, fixture('jrnl.json'))).duplicates).toBe(3)
  // Two of the three read the same in jrnl's text.
  expect((await look(open, fixture('jrnl.txt'))).duplicates).toBe(2)
  const record = await bring(open, spaceId, fixture('jrnl.txt'))
  expect(record.count).toBe(1)
  expect(await entries()).toHaveLength(4)

  await bring(open, spaceId, fixture('day-one.zip'))
  expect((await look(open, fixture('day-one.zip'))).duplicates).toBe(2)
})

test('what was taken out is no duplicate, and all of it may be added twice on purpose', async () => {
  const { test: open, spaceId } = await journal()
  const first = await bring(open, spaceId, fixture('jrnl.json'))
  await open.call('import.undo', first.id)
  expect((await look(open, fixture('jrnl.json'))).duplicates).toBe(0)
  await open.call('import.restore', first.id)

  const plan = await look(open, fixture('jrnl.json'))
  expect(await open.outcome('import.add', { id: plan.id, spaceId, skipDuplicates: true })).toBe('import.empty')
  expect((await open.call('import.add', { id: plan.id, spaceId, skipDuplicates: false })).count).toBe(3)
})

test('a cancelled import leaves nothing behind', async () => {
  const { test: open, spaceId, entries } = await journal()
  const path = join(tempFolder(), 'long.txt')
  writeFileSync(path, Array.from({ length: 1000 }, (_, day) => `${new Date(Date.UTC(2010, 0, 1 + day)).toISOString().slice(0, 10)}\nDay ${day}, with some words.\n`).join('\n'))
  const plan = await look(open, path)

  const adding = open.outcome('import.add', { id: plan.id, spaceId, skipDuplicates: true })
  while ((open.backend.db.prepare('SELECT count(*) AS n FROM item').get() as { n: number }).n < 300) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(await entries()).toEqual([])
  await open.call('work.cancel', { id: 'import' })

  expect(await adding).toBe('work.cancelled')
  expect(open.backend.db.prepare('SELECT count(*) AS n FROM item').get()).toEqual({ n: 0 })
  expect(await open.call('import.list')).toEqual([])
  // The dry run is still there.
  expect((await open.call('import.add', { id: plan.id, spaceId, skipDuplicates: true })).count).toBe(1000)
})

test('a cancel counts to the end: what shows already goes again, what is being taken out or put back stays as it was', async () => {
  const { test: open, spaceId } = await journal()
  const path = join(tempFolder(), 'long.txt')
  writeFileSync(path, Array.from({ length: 600 }, (_, day) => `${new Date(Date.UTC(2010, 0, 1 + day)).toISOString().slice(0, 10)}\nDay ${day}, with some words.\n`).join('\n'))
  const count = (of: string) => (open.backend.db.prepare(`SELECT count(*) AS n FROM ${of}`).get() as { n: number }).n
  const found = async (text: string) => (await open.call('search.find', { text, spaceId: null, kinds: null, limit: 5 })).length
  const { id } = await look(open, path)

  const adding = open.outcome('import.add', { id, spaceId, skipDuplicates: true })
  while (count(`import_record WHERE state = 'showing'`) === 0) await new Promise((resolve) => setImmediate(resolve))
  open.backend.works.get('import')?.abort()
  expect(await adding).toBe('work.cancelled')
  expect(count('item')).toBe(0)
  expect(await open.call('import.list')).toEqual([])
  expect(await found('words')).toBe(0)

  /** Right after it was decided, before the first step. */
  const cancelled = async (doing: Promise<string>) => {
    while (!open.backend.works.has('import')) await Promise.resolve()
    open.backend.works.get('import')?.abort()
    return doing
  }
  await open.call('import.add', { id, spaceId, skipDuplicates: true })
  expect(await cancelled(open.outcome('import.undo', id))).toBe('work.cancelled')
  expect((await open.call('import.list')).map(({ present, outAt }) => [present, outAt])).toEqual([[600, null]])
  expect(await found('"Day 599"')).toBe(1)

  await open.call('import.undo', id)
  expect(await cancelled(open.outcome('import.restore', id))).toBe('work.cancelled')
  expect(count('item WHERE hidden = 0')).toBe(0)
  expect((await open.call('import.restore', id)).present).toBe(600)
})

test('an import that a lock cut off leaves nothing; one that was decided is finished', async () => {
  const { test: open, spaceId } = await journal()
  const path = join(tempFolder(), 'long.txt')
  writeFileSync(path, Array.from({ length: 800 }, (_, day) => `${new Date(Date.UTC(2010, 0, 1 + day)).toISOString().slice(0, 10)}\nDay ${day}.\n`).join('\n'))
  const plan = await look(open, path)
  const adding = open.outcome('import.add', { id: plan.id, spaceId, skipDuplicates: true })
  while ((open.backend.db.prepare('SELECT count(*) AS n FROM item').get() as { n: number }).n < 200) await new Promise((resolve) => setTimeout(resolve, 5))
  open.backend.lock('idle')
  expect(['work.cancelled', 'vault.locked']).toContain(await adding)

  const next = open.restart()
  await next.call('vault.unlock', { passphrase: 'een brugwachter zingt zacht' })
  expect(next.backend.db.prepare('SELECT count(*) AS n FROM item').get()).toEqual({ n: 0 })

  const whole = await bring(next, spaceId, path)
  next.backend.db.prepare(`UPDATE import_record SET state = 'hiding'`).run()
  next.backend.lock('idle')
  const last = next.restart()
  await last.call('vault.unlock', { passphrase: 'een brugwachter zingt zacht' })
  expect((await last.call('import.list')).map(({ id, present }) => [id, present])).toEqual([[whole.id, 0]])
})

test('what is dropped on the window is read like a file, and never more than its bound', async () => {
  const { test: open } = await journal()

  const plan = await open.call('import.drop', { files: [{ name: 'mini-diary.json', bytes: readFileSync(fixture('mini-diary.json')).toString('base64') }] })
  expect(plan).toMatchObject({ format: 'mini-diary', count: 3 })

  const half = Buffer.alloc(6_000_000, 'words ').toString('base64')
  expect(await open.outcome('import.drop', { files: [{ name: 'a.txt', bytes: half }, { name: 'b.txt', bytes: half }] })).toBe('import.too-large')
})

test('another file, and leaving, wait while one is being added', async () => {
  const { test: open, spaceId } = await journal()
  const plan = await look(open, fixture('joplin.jex'))

  const adding = open.call('import.add', { id: plan.id, spaceId, skipDuplicates: true })
  const beside = await open.outcome('import.drop', { files: [{ name: 'a.txt', bytes: Buffer.from('Words').toString('base64') }] })
  await open.call('import.leave')

  expect(beside).toBe('work.cancelled')
  expect((await adding).count).toBe(3)
})

test('a closed window, a forgotten dry run and a foreign id add nothing', async () => {
  const { test: open, spaceId, entries } = await journal()
  expect(await open.call('import.choose', { from: 'folder' })).toBeNull()
  const plan = await look(open, fixture('log.txt'))
  await open.call('import.leave')

  expect(await open.outcome('import.add', { id: plan.id, spaceId, skipDuplicates: true })).toBe('input.invalid')
  expect(await open.outcome('import.undo', crypto.randomUUID())).toBe('item.missing')
  expect(await entries()).toEqual([])
})

test('the words of an entry are what the other app showed', async () => {
  const { test: open, spaceId } = await journal()
  await bring(open, spaceId, fixture('day-one.zip'))

  const [, first] = await open.call('item.list', { spaceId, kinds: ['entry'], limit: 10 })

  expect(first?.kind === 'entry' && plainText(first.body.text)).toBe(
    'First talk with Bram\nHe asked what I want to learn... I did not have an answer, only a list:\nlisten longer\nsay no\nwrite to him by Friday')
})

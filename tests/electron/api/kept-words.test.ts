import { expect, it } from 'vitest'
import type { Backend } from '../../../electron/api/backend.ts'
import { plainText, richTextFromPlain } from '../../../shared/rich-text.ts'
import { newItemId } from '../../helpers/test-database.ts'
import { openTestBackend, testPassphrase } from '../../helpers/test-backend.ts'
import type { TestBackend } from '../../helpers/test-backend.ts'

const written = (text: string) => ({ kind: 'entry', body: { sort: 'reflection', prompt: null, text: richTextFromPlain(text), raise: false } }) as const
const long = (start: string) => `${start} ${'and so on '.repeat(1500)}`

/** A disk without room: the table refuses, as SQLite does when a page cannot be written. */
function fillDisk({ db }: Backend): void {
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`)
}

async function textOf(test: TestBackend, id: ReturnType<typeof newItemId>): Promise<string> {
  const item = await test.call('item.get', id)
  return item.kind === 'entry' ? plainText(item.body.text) : item.kind
}

/** Words on a disk without room, a lock, and the next core before it is given what was kept. */
async function locked() {
  const { test } = await openTestBackend()
  const space = await test.call('space.create', { role: 'alone', me: '', other: '' })
  const entry = { id: newItemId(), spaceId: space.id, parentId: null, onDate: null, privacy: 'private' } as const
  const second = { ...entry, id: newItemId() }
  await test.call('item.create', { ...entry, content: written('before') })
  fillDisk(test.backend)
  await test.call('item.draft', { id: entry.id, revision: 1, content: written(long('typed on a full disk')), draft: 7 })
  expect(await test.outcome('item.create', { ...second, content: written(long('begun on a full disk')) })).toBe('disk.full')
  await test.call('item.draft', { id: second.id, revision: 1, content: written(long('begun and gone on with on a full disk')), draft: 8 })
  test.backend.lock('idle')
  const next = test.restart()
  await next.call('vault.unlock', { passphrase: testPassphrase })
  return { kept: test.backend.kept ?? new Uint8Array(), next, entry, second }
}

it('words that a lock could not write wait sealed and are written after the next unlock', async () => {
  const { kept, next, entry, second } = await locked()
  expect(Buffer.from(kept).toString('latin1')).not.toContain('full disk')
  expect(await textOf(next, entry.id)).toBe('before')

  next.backend.takeBack(kept)

  expect(await textOf(next, entry.id)).toBe(long('typed on a full disk'))
  expect(await textOf(next, second.id)).toBe(long('begun and gone on with on a full disk'))
  await next.call('item.flush')
  expect(next.backend.db.prepare('SELECT title FROM item WHERE id = ?').pluck().get(entry.id)).toMatch(/^typed on a full disk/)
  await next.call('item.draft', { id: entry.id, revision: 1, content: written('and the page goes on'), draft: 1 })
  await next.call('item.flush')
  expect(await textOf(next, entry.id)).toBe('and the page goes on')
})

it('words of another vault, or changed ones, are left alone', async () => {
  const { kept, next, entry } = await locked()
  kept[40] = (kept[40] ?? 0) ^ 1

  next.backend.takeBack(kept)

  expect(await textOf(next, entry.id)).toBe('before')
})

it('a lock ends also when what is left cannot be kept', async () => {
  const { test } = await openTestBackend()
  const space = await test.call('space.create', { role: 'alone', me: '', other: '' })
  const { db, unmade } = test.backend
  const round = { id: newItemId(), spaceId: space.id, parentId: null, onDate: null, privacy: 'private', content: written(long('no room')), again: {} } as const
  Object.assign(round.again, round)
  unmade.set(round.id, round)
  fillDisk(test.backend)

  expect(() => { test.backend.lock('asked') }).toThrow(TypeError)

  expect(test.ended).toBe('asked')
  expect(db.open).toBe(false)
  expect(test.backend.kept).toBeNull()
})

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { ItemId } from '../../../shared/ids.ts'
import type { SpaceId } from '../../../shared/ids.ts'
import { entryOf } from '../../helpers/test-database.ts'
import { openTestBackend, testPassphrase } from '../../helpers/test-backend.ts'
import type { TestBackend } from '../../helpers/test-backend.ts'

test('what is typed is durable when the page is told so, and there after a lock', async () => {
  const { test, id } = await withEntry('before')

  await test.call('item.draft', { id, revision: 1, content: entryOf('typed in the evening'), draft: 3 })
  const saved = await test.event('item.saved')
  test.backend.lock('asked')
  const again = test.restart()
  await again.call('vault.unlock', { passphrase: testPassphrase })

  expect(saved).toMatchObject({ id, revision: 2, draft: 3 })
  expect(await again.call('item.get', id)).toMatchObject({ title: 'typed in the evening', revision: 2 })
})

test('a lock writes the words of the last half second', async () => {
  const { test, id } = await withEntry('before')

  await test.call('item.draft', { id, revision: 1, content: entryOf('mid-sentence'), draft: 1 })
  test.backend.lock('idle')
  const again = test.restart()
  await again.call('vault.unlock', { passphrase: testPassphrase })

  expect(await again.call('item.get', id)).toMatchObject({ title: 'mid-sentence' })
})

test('a stale save is refused and the words on disk stay', async () => {
  const { test, id } = await withEntry('first')
  await test.call('item.save', { id, revision: 1, content: entryOf('second') })

  const outcome = await test.outcome('item.save', { id, revision: 1, content: entryOf('stale') })

  expect(outcome).toBe('item.changed')
  expect(await test.call('item.get', id)).toMatchObject({ title: 'second' })
})

test('a refused draft is told, and both texts survive a lock', async () => {
  const { test, id } = await withEntry('first')
  await test.call('item.save', { id, revision: 1, content: entryOf('theirs') })

  await test.call('item.draft', { id, revision: 1, content: entryOf('mine'), draft: 1 })
  await test.call('item.flush')
  const refused = await test.event('save.failed')
  test.backend.lock('asked')
  const again = test.restart()
  await again.call('vault.unlock', { passphrase: testPassphrase })

  expect(refused).toEqual({ id, code: 'item.changed' })
  expect(await again.call('item.get', id)).toMatchObject({ title: 'theirs' })
  expect((await again.call('history.list', id)).map((revision) => revision.words)).toContain('mine')
})

test('what was typed a moment ago is found, and goes into the bin with the rest', async () => {
  const { test, id } = await withEntry('before')
  const find = (text: string) => test.call('search.find', { text, spaceId: null, kinds: null, limit: 10 })
  await test.call('item.draft', { id, revision: 1, content: entryOf('lighthouse'), draft: 1 })
  const found = await find('light')

  await test.call('item.draft', { id, revision: 2, content: entryOf('lighthouse and harbour'), draft: 2 })
  const binned = await test.call('item.delete', id)
  const inBin = await find('light')
  await test.call('item.restore', id)

  expect(found.map((hit) => hit.id)).toEqual([id])
  expect(binned.title).toBe('lighthouse and harbour')
  expect(inBin).toEqual([])
  expect(await find('harbour')).toHaveLength(1)
})

test('an item unknown, in the bin, or removed for good is missing', async () => {
  const { test, id } = await withEntry('gone soon')
  const nowhere = randomUUID()
  await test.call('item.delete', id)

  const inBin = await test.outcome('item.save', { id, revision: 1, content: entryOf('x') })
  await test.call('bin.delete', id)

  expect([inBin, await test.outcome('item.get', id), await test.outcome('item.get', nowhere), await test.outcome('bin.delete', id)])
    .toEqual(['item.missing', 'item.missing', 'item.missing', 'item.missing'])
  expect(await test.call('bin.empty')).toEqual({ removed: 0 })
})

test('[F80] an earlier version comes back by call, and can be forgotten', async () => {
  const { test, id } = await withEntry('first')
  await test.call('item.leave', id)
  await test.call('item.save', { id, revision: 1, content: entryOf('second') })

  const [earlier] = await test.call('history.list', id)
  const restored = await test.call('history.restore', { id, revision: earlier?.revision ?? 0 })

  expect(restored).toMatchObject({ title: 'first', revision: 3 })
  expect(await test.call('history.forget', id)).toEqual({ forgotten: 2 })
  expect(await test.call('history.list', id)).toEqual([])
})

test('the place is kept through a lock in one run, and forgotten by a fresh start', async () => {
  const { test } = await openTestBackend()
  const place = { location: '/journal', field: 'text', caret: 41, words: { 'commitment:': 'Half a sente' } }
  await test.call('place.keep', place)
  test.backend.lock('idle')

  const sameRun = test.restart({ openedBefore: true })
  await sameRun.call('vault.unlock', { passphrase: testPassphrase })
  const kept = await sameRun.call('place.get')
  sameRun.backend.lock('closed')
  const freshRun = test.restart({ runId: 'another run' })
  await freshRun.call('vault.unlock', { passphrase: testPassphrase })

  expect(kept).toEqual(place)
  expect(await freshRun.call('place.get')).toBeNull()
})

test('a session from plan to next time, in calls', async () => {
  const { test, spaceId, id: entryId } = await withEntry('What the drawing showed me')
  const plan = (startsAt: string) => test.call('session.plan', { spaceId, startsAt, minutes: 60, place: '', mode: 'online' })
  const first = await plan('2026-11-24T10:00')
  const line = await test.call('item.create', {
    id: randomUUID(), spaceId, parentId: first.id, onDate: null, privacy: 'private',
    content: { kind: 'agenda-item', body: { text: 'The budget', minutes: 20, outcome: 'open', reason: { rule: 'own' } } },
  })
  await test.call('link.add', { from: entryId, to: first.id, type: 'about' })
  await test.call('session.start', first.id)
  await test.call('session.close', first.id)

  await test.call('session.carry', { agendaItemId: line.id, outcome: 'next-time' })
  const second = await plan('2026-12-08T10:00')
  const agenda = await test.call('item.list', { spaceId, kinds: ['agenda-item'], parentId: second.id, limit: 20 })
  const today = await test.call('today.get', { spaceId })

  expect(agenda).toMatchObject([{ body: { text: 'The budget', reason: { rule: 'carried', from: line.id } } }])
  expect(today.nextSession?.id).toBe(second.id)
  expect(await test.call('link.list', first.id)).toMatchObject([{ outgoing: false, other: { id: entryId } }])
})

async function withEntry(text: string): Promise<{ test: TestBackend; spaceId: SpaceId; id: ItemId }> {
  const { test } = await openTestBackend()
  const { id: spaceId } = await test.call('space.create', { role: 'mentee', me: 'Ana', other: 'Sari' })
  const id = ItemId.parse(randomUUID())
  await test.call('item.create', { id, spaceId, parentId: null, content: entryOf(text), onDate: null, privacy: 'private' })
  return { test, spaceId, id }
}

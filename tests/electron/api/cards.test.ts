/** A sealed card is nowhere to be come upon, and is lost nowhere. */
import { expect, test } from 'vitest'
import { readableFiles } from '../../../electron/dump/readable.ts'
import type { ItemId, SpaceId } from '../../../shared/ids.ts'
import { one, opened } from '../../helpers/backed-up.ts'
import { openTestBackend } from '../../helpers/test-backend.ts'
import type { TestBackend } from '../../helpers/test-backend.ts'
import { newItemId } from '../../helpers/test-database.ts'
import { putBack, saveDump } from '../dump/make-dump.ts'
import { openedDump } from '../dump/open-dump.ts'

const words = 'I will know it is time when the heron stays away. \u0627\u0644\u0648\u062f\u0627\u0639 🪶'
const card = (text: string, more: { sealedAt?: string | null; openings?: string[] } = {}) =>
  ({ kind: 'ending-card' as const, body: { who: 'mentee' as const, text, sealedAt: null, openings: [], ...more } })

async function written(test: TestBackend, text = words): Promise<{ spaceId: SpaceId; agreementId: ItemId; id: ItemId }> {
  const { id: spaceId } = await test.call('space.create', { role: 'mentee', me: 'Ana', other: 'Sari' })
  const { id: agreementId } = await test.call('agreement.begin', { spaceId, from: 'blank', language: 'en' })
  const id = newItemId()
  await test.call('item.create', { id, spaceId, parentId: agreementId, onDate: null, privacy: 'shareable', content: card('Something else at first') })
  await test.call('item.leave', id)
  await test.call('item.save', { id, revision: 1, content: card(text) })
  return { spaceId, agreementId, id }
}

/** Every answer that a page could ask for about this card. */
async function everywhere(test: TestBackend, { spaceId, agreementId, id }: Awaited<ReturnType<typeof written>>): Promise<string> {
  const backup = await test.call('backup.make')
  return JSON.stringify([
    await test.call('item.get', id), await test.call('item.list', { spaceId, kinds: ['ending-card'], parentId: agreementId, limit: 10 }),
    await test.call('item.list', { spaceId, kinds: ['ending-card', 'clause', 'entry'], limit: 100 }),
    await test.call('search.find', { text: 'heron', spaceId: null, kinds: null, limit: 10 }),
    await test.call('history.list', id), await test.call('bin.list'), await test.call('link.list', id), await test.call('today.get', { spaceId }),
    await test.call('export.gather', { scope: { what: 'agreement', spaceId, agreementId }, audience: 'myself', language: 'en' }),
    await test.call('export.gather', { scope: { what: 'period', spaceId, from: '2000-01-01', to: '2100-01-01' }, audience: 'myself', language: 'en' }),
    await test.call('backup.items', one(backup)),
  ])
}

test('sealed words are in no list, search, history, export or backup’s list, and come back when the card is opened, which stands on it', async () => {
  const test = await opened()
  const world = await written(test)
  // A backup from before holds the card open.
  const before = await test.call('backup.make')

  const sealed = await test.call('card.seal', world.id)

  expect(sealed.body).toMatchObject({ text: '', sealedAt: expect.any(String), openings: [] })
  expect(await everywhere(test, world)).not.toMatch(/heron|Something else/)
  expect(JSON.stringify(await test.call('backup.items', one(before)))).not.toMatch(/heron/)
  expect(await test.call('backup.fetch', { ...one(before), items: [world.id] })).toEqual({ restored: [] })
  expect(await test.call('card.seal', world.id)).toEqual(sealed)
  const opening = await test.call('card.open', world.id)
  expect(opening.body).toMatchObject({ text: words, sealedAt: null, openings: [expect.any(String)] })
  expect(await test.call('card.open', world.id)).toEqual(opening)
  expect(await test.call('search.find', { text: 'heron', spaceId: null, kinds: null, limit: 10 })).toHaveLength(1)
  expect(await test.call('history.list', world.id)).toEqual([])
  await test.call('card.seal', world.id)
  expect((await test.call('card.open', world.id)).body).toMatchObject({ openings: [expect.any(String), expect.any(String)] })
})

test('a seal is set and broken by its own calls alone, and never on nothing', async () => {
  const test = await opened()
  const { spaceId, agreementId, id } = await written(test)
  const at = '2026-11-22T20:00:00.000Z'
  const make = (content: ReturnType<typeof card>) => test.outcome('item.create', { id: newItemId(), spaceId, parentId: agreementId, onDate: null, privacy: 'private', content })
  const blank = newItemId()
  await test.call('item.create', { id: blank, spaceId, parentId: agreementId, onDate: null, privacy: 'private', content: card(' \n ') })

  expect(await test.outcome('card.seal', blank)).toBe('input.invalid')
  expect(await test.outcome('card.seal', agreementId)).toBe('item.missing')
  expect(await make(card('', { sealedAt: at }))).toBe('input.invalid')
  expect(await make(card('x', { openings: [at] }))).toBe('input.invalid')
  expect(await test.outcome('item.save', { id, revision: 2, content: card(words, { sealedAt: at }) })).toBe('input.invalid')
  expect(await test.outcome('item.save', { id, revision: 2, content: card(words, { openings: [at] }) })).toBe('input.invalid')
  const { revision } = await test.call('card.seal', id)
  expect(await test.outcome('item.save', { id, revision, content: card('Instead') })).toBe('input.invalid')
  expect(await test.outcome('item.delete', id)).toBe('input.invalid')
  expect(await test.outcome('history.restore', { id, revision: 1 })).toBe('item.missing')
  expect((await test.call('card.open', id)).body).toMatchObject({ text: words })
  // Opened, its openings still cannot be wiped off.
  expect(await test.outcome('item.save', { id, revision: revision + 1, content: card(words) })).toBe('input.invalid')
})

test('words still on their way are sealed with the rest, 20,000 characters as well', async () => {
  const test = await opened()
  const { id } = await written(test)
  const long = 'ā'.repeat(20_000)
  await test.call('item.draft', { id, revision: 2, draft: 1, content: card(long) })

  await test.call('card.seal', id)

  expect((await test.call('item.get', id))).toMatchObject({ body: { text: '' } })
  expect((await test.call('card.open', id)).body).toMatchObject({ text: long })
})

test('the seal goes into the bin and out again, into a copy and out again, and into a backup and out again', async () => {
  const test = await opened()
  const world = await written(test)
  await test.call('card.seal', world.id)
  const backup = await test.call('backup.make')
  const copy = await saveDump(test)

  await test.call('item.delete', world.agreementId)
  expect(JSON.stringify(await test.call('bin.list'))).not.toMatch(/heron/)
  await test.call('item.restore', world.agreementId)
  expect(await test.call('item.get', world.id)).toMatchObject({ body: { text: '', sealedAt: expect.any(String) } })
  await test.call('item.delete', world.agreementId)
  await test.call('bin.delete', world.agreementId)
  expect(test.backend.db.prepare('SELECT count(*) FROM sealed').pluck().get()).toBe(0)
  await test.call('backup.fetch', { ...one(backup), items: [world.agreementId] })
  expect((await test.call('card.open', world.id)).body).toMatchObject({ text: words, openings: [expect.any(String)] })

  // Nobody who leafs through the copy comes upon it.
  expect(JSON.stringify(await openedDump(copy))).not.toMatch(/heron/)
  const { test: other } = await openTestBackend()
  await other.call('space.create', { role: 'mentee', me: 'Ana', other: 'Sari' })
  await putBack(other, copy)
  expect((await other.call('card.open', world.id)).body).toMatchObject({ text: words })
  // Opened here meanwhile, the sealed one comes in beside it.
  expect(await putBack(other, copy)).toMatchObject({ beside: 1 })
})

test('a copy of everything has the middle ground and the cards as words: what both may see, and that a card is sealed', async () => {
  const test = await opened()
  const { spaceId, agreementId, id } = await written(test)
  const [first, second] = await test.call('boundary.begin', { agreementId })
  if (first?.kind !== 'boundary' || second?.kind !== 'boundary') throw new Error('no questions')
  const answers = { mentor: { choices: ['listen'], text: 'The cormorant way', doneAt: null }, mentee: { choices: [], text: '', doneAt: null } }
  await test.call('item.save', { id: first.id, revision: first.revision, content: { kind: 'boundary', body: { ...first.body, answers } } })
  const text = () => [...readableFiles(test.backend.db, 'en', new Date())].map((file) => file.text).join('\n')

  const before = text()
  await test.call('boundary.finish', { agreementId, who: 'mentor' })
  await test.call('boundary.finish', { agreementId, who: 'mentee' })
  await test.call('card.seal', id)
  const after = text()

  expect(before).toContain('heron')
  expect(before).not.toContain('cormorant')
  expect(after).toContain('The cormorant way')
  expect(after).toContain('To listen')
  expect(after).not.toContain('heron')
  expect(after).toContain('Sealed. It is opened in the app')
  expect(await test.call('export.gather', { scope: { what: 'questions', spaceId, agreementId, who: 'mentor' }, audience: 'mentor', language: 'en' })
    .then((draft) => JSON.stringify(draft))).not.toContain('cormorant')
})

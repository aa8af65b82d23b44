// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { beginDraft, changeDraft, forgetDraft, handOverWords, leaveDraft, lockNow, openDraft } from '../../../renderer/editor/drafts.ts'
import type { AppEvent } from '../../../shared/events.ts'
import { ItemId, SpaceId } from '../../../shared/ids.ts'
import type { ItemOf } from '../../../shared/item.ts'

const listeners: Array<(event: AppEvent) => void> = []
/** A shell that acknowledges when the test says so. */
const drafts: Array<{ id: ItemId; draft: number }> = []
const calls: Array<{ name: string; input: unknown }> = []
let made: PromiseWithResolvers<unknown> = Promise.withResolvers()
window.bridge = {
  call: (name, input) => {
    calls.push({ name, input })
    if (name === 'item.create') return made.promise
    // The page sends drafts in this shape while there is no channel.
    if (name === 'item.draft') drafts.push(input as { id: ItemId; draft: number })
    return Promise.resolve({ ok: true, value: null })
  },
  onEvent: (listener) => { listeners.push(listener); return () => undefined },
  active: () => undefined, copied: () => undefined,
}
const at = '2026-11-23T10:00:00.000Z'

const result = (text: string, revision: number): ItemOf<'result'> => ({
  id: ItemId.parse('00000000-0000-4000-8000-000000000001'), spaceId: SpaceId.parse('00000000-0000-4000-8000-000000000002'), parentId: null, position: 1,
  title: '', privacy: 'private', onDate: null, createdAt: at, updatedAt: at, revision, deletedAt: null, kind: 'result', body: { text },
})

test('a list that was read before does not bring back an older state of what this page saved', () => {
  const keeper = openDraft(result('before', 3))
  keeper.users = 1
  changeDraft(keeper, { kind: 'result', body: { text: 'after' } })
  leaveDraft(keeper)
  const sent = drafts.at(-1)
  if (sent === undefined) throw new Error('nothing was sent')
  for (const listener of listeners) listener({ name: 'item.saved', data: { id: sent.id, revision: 4, at, draft: sent.draft } })

  const again = openDraft(result('before', 3))

  expect(again).not.toBe(keeper)
  expect(again.state.content).toEqual({ kind: 'result', body: { text: 'after' } })
  expect(again.revision).toBe(4)

  leaveDraft(again)
  expect(openDraft(result('restored', 5)).state.content.body).toEqual({ text: 'restored' })
})

describe('an item that is being made', () => {
  const id = ItemId.parse('00000000-0000-4000-8000-000000000003')
  const origin = { id, spaceId: SpaceId.parse('00000000-0000-4000-8000-000000000002'), parentId: null, onDate: null, privacy: 'private' } as const
  const words = (text: string) => ({ kind: 'result', body: { text } }) as const
  const sentWords = () => calls.filter(({ name }) => name === 'item.create' || name === 'item.draft').map(({ name, input }) => [name, (input as { content: { body: { text: string } } }).content.body.text])

  beforeEach(() => { calls.length = 0; made = Promise.withResolvers() })
  afterEach(() => { forgetDraft(id) })

  test('hands over what is typed before it is made: a lock does not wait for the answer', () => {
    const keeper = beginDraft(origin, words(''))
    changeDraft(keeper, words('s'))
    changeDraft(keeper, words('so'))
    changeDraft(keeper, words('sor'))

    handOverWords()

    expect(sentWords()).toEqual([['item.create', 's'], ['item.draft', 'sor']])
    expect(calls.at(-1)?.input).toMatchObject({ id, revision: 1 })
  })

  test('is saved when all of its words are, and goes on from there', async () => {
    const keeper = beginDraft(origin, words(''))
    keeper.users = 1
    changeDraft(keeper, words('s'))
    changeDraft(keeper, words('so'))
    handOverWords()

    made.resolve({ ok: true, value: { ...result('s', 1), id } })
    await vi.waitFor(() => { expect(keeper.state.made).toBe(true) })
    expect(keeper.state.status).toBe('saving')
    const sent = drafts.at(-1)
    for (const listener of listeners) listener({ name: 'item.saved', data: { id, revision: 2, at, draft: sent?.draft ?? 0 } })

    expect(keeper.state.status).toBe('saved')
    expect(keeper.revision).toBe(2)
    handOverWords()
    expect(sentWords()).toEqual([['item.create', 's'], ['item.draft', 'so']])
  })

  test('is tried again with all of its words, and told again what it may have missed', async () => {
    const keeper = beginDraft(origin, words(''))
    changeDraft(keeper, words('s'))
    changeDraft(keeper, words('so'))
    handOverWords()
    made.resolve({ ok: false, code: 'disk.full' })
    await vi.waitFor(() => { expect(keeper.state.status).toBe('failed') })

    made = Promise.withResolvers()
    made.resolve({ ok: true, value: { ...result('s', 1), id } })
    handOverWords()
    await vi.waitFor(() => { expect(sentWords()).toHaveLength(4) })

    expect(sentWords()).toEqual([['item.create', 's'], ['item.draft', 'so'], ['item.create', 'so'], ['item.draft', 'so']])
    expect(keeper.state.status).toBe('saving')
  })
})

describe('a line that is left without a word', () => {
  const id = ItemId.parse('00000000-0000-4000-8000-000000000004')
  const origin = { id, spaceId: SpaceId.parse('00000000-0000-4000-8000-000000000002'), parentId: null, onDate: null, privacy: 'private' } as const
  const line = (text: string) => ({ kind: 'agenda-item', body: { text, minutes: null, outcome: 'open', reason: { rule: 'own' } } }) as const
  const leftWhileMade = () => {
    const keeper = beginDraft(origin, line(''), false)
    keeper.users = 1
    changeDraft(keeper, line('x'))
    changeDraft(keeper, line(''))
    leaveDraft(keeper)
    return keeper
  }
  const answer = () => { made.resolve({ ok: true, value: { ...result('', 1), id, ...line('x') } }) }
  const named = (name: string) => calls.filter((one) => one.name === name).map(({ input }) => input)

  beforeEach(() => { calls.length = 0; made = Promise.withResolvers() })
  afterEach(() => { forgetDraft(id) })

  test('goes again, also when it is left while it is being made', async () => {
    leftWhileMade()
    expect(named('item.delete')).toEqual([])
    answer()

    await vi.waitFor(() => { expect(named('bin.delete')).toEqual([id]) })
    expect(named('item.delete')).toEqual([id])
  })

  test('stays when somebody came back to it meanwhile', async () => {
    const keeper = leftWhileMade()
    keeper.users = 1

    answer()
    await vi.waitFor(() => { expect(keeper.state.made).toBe(true) })

    expect(named('item.delete')).toEqual([])
  })

  test('is never made when nothing was typed', () => {
    const keeper = beginDraft(origin, line(''), false)
    keeper.users = 1

    leaveDraft(keeper)
    handOverWords()

    expect(calls.map(({ name }) => name)).not.toContain('item.create')
    expect(beginDraft(origin, line(''), false)).not.toBe(keeper)
  })
})

test('after the lock was asked for no key is taken, so that none is half kept', async () => {
  const field = document.body.appendChild(document.createElement('textarea'))
  const press = () => {
    const event = new KeyboardEvent('keydown', { key: 'w', bubbles: true, cancelable: true })
    field.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(press()).toBe(false)

  const locking = lockNow()
  expect(press()).toBe(true)
  await locking

  expect(press()).toBe(false)
})

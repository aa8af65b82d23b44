// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { changeDraft, leaveDraft, openDraft } from '../../../renderer/editor/drafts.ts'
import type { AppEvent } from '../../../shared/events.ts'
import { ItemId, SpaceId } from '../../../shared/ids.ts'
import type { ItemOf } from '../../../shared/item.ts'

const listeners: Array<(event: AppEvent) => void> = []
/** A shell that acknowledges when the test says so. */
const drafts: Array<{ id: ItemId; draft: number }> = []
window.bridge = {
  call: (name, input) => {
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

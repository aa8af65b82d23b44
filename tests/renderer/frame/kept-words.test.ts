// @vitest-environment happy-dom
import { act, createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { returnTo, tellPlace } from '../../../renderer/frame/keep-place.ts'
import { useKeptDraft } from '../../../renderer/frame/use-kept-words.ts'
import { Place } from '../../../shared/vault.ts'

type Draft = { name: string; sure: boolean }

let kept: Place | null = null
window.bridge = {
  call: (name, input) => {
    if (name === 'place.keep') kept = Place.parse(input)
    return Promise.resolve({ ok: true, value: null })
  },
  onEvent: () => () => undefined,
  active: () => undefined, copied: () => undefined,
}

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  returnTo({ location: '/today', field: null, caret: null })
})
afterEach(() => { vi.useRealTimers() })

/** A dialog with this draft, until it is closed. */
function open(name: string) {
  const seen: { draft: Draft; set: (draft: Draft) => void } = { draft: { name: '', sure: false }, set: () => undefined }
  const Dialog = () => {
    [seen.draft, seen.set] = useKeptDraft<Draft>(name, { name: '', sure: false })
    return null
  }
  const root = createRoot(document.createElement('div'))
  act(() => root.render(createElement(Dialog)))
  return { seen, change: (draft: Draft) => act(() => { seen.set(draft) }), close: () => act(() => root.unmount()) }
}

test('what stood in a dialog at a lock is in it again, with its choices, and only in that one', () => {
  const before = open('rule:1')
  before.change({ name: 'the progr', sure: true })
  tellPlace()
  const atLock = kept
  before.close()

  returnTo(atLock)

  const [same, other] = [open('rule:1'), open('rule:2')]
  expect(same.seen.draft).toEqual({ name: 'the progr', sure: true })
  expect(other.seen.draft).toEqual({ name: '', sure: false })
  same.close()
  other.close()
})

test('a dialog that was closed, by whatever act, keeps nothing', () => {
  const dialog = open('rule:1')
  dialog.change({ name: 'the programme', sure: false })
  dialog.close()
  tellPlace()

  expect(kept?.words ?? {}).toEqual({})
})

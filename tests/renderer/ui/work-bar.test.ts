// @vitest-environment happy-dom
import { act, createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test, vi } from 'vitest'
import { MessagesProvider } from '../../../renderer/messages/messages.tsx'
import { nl } from '../../../renderer/messages/nl.ts'
import { WorkBar } from '../../../renderer/ui/WorkBar.tsx'

type Progress = { running: boolean; done: number; of: number }

/** The bar on a bare page, with a clock that the test moves. */
function show() {
  vi.useFakeTimers()
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const box = document.createElement('div')
  const root = createRoot(box)
  const cancel = vi.fn()
  onTestFinished(() => {
    act(() => root.unmount())
    vi.useRealTimers()
  })
  return {
    box, cancel,
    at(progress: Progress, afterMs = 0) {
      const bar = createElement(WorkBar, { work: { ...progress, cancel }, words: 'Back-up maken…', unit: 'bytes' })
      act(() => root.render(createElement(MessagesProvider, { language: 'nl', table: nl, children: bar })))
      act(() => { vi.advanceTimersByTime(afterMs) })
    },
    get bar() { return box.querySelector('progress') },
    get cancelButton() { return box.querySelector('button') },
  }
}

const unknown = { running: true, done: 0, of: 0 }

test('says nothing before 0.4 s, then words, and after 4 s offers to stop', () => {
  const shown = show()
  shown.at(unknown, 399)
  expect(shown.box.textContent).toBe('')

  shown.at(unknown, 2)
  expect(shown.box.querySelector('[role=status]')?.textContent).toBe('Back-up maken…')
  expect([shown.bar, shown.cancelButton]).toEqual([null, null])

  shown.at(unknown, 3_600)
  expect(shown.bar?.hasAttribute('value')).toBe(false)
  shown.cancelButton?.click()
  expect(shown.cancel).toHaveBeenCalledOnce()
})

test('shows how far it is as soon as that is known, in the reader\'s own numbers', () => {
  const shown = show()
  shown.at({ running: true, done: 3_100_000, of: 14_200_000 }, 500)

  expect(shown.box.textContent).toContain('3,1 MB van 14,2 MB')
  expect(shown.bar?.getAttribute('aria-valuetext')).toBe('3,1 MB van 14,2 MB')
  expect(shown.cancelButton?.textContent).toBe(nl['act.cancel'])
})

test('is gone when the work is done, and begins anew with the next', () => {
  const shown = show()
  shown.at(unknown, 5_000)
  shown.at({ running: false, done: 0, of: 0 })
  expect(shown.box.textContent).toBe('')

  shown.at(unknown, 100)
  expect(shown.box.textContent).toBe('')
})

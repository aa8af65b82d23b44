/**
 * What runs in our pages before their own script. The functions are sent to the
 * browser as text, so each is self-contained, and the types of the page are
 * written out here: this folder is compiled for Node, without a DOM.
 */
import type { AppEvent } from '../../../shared/events.ts'
import { isBrowserKey } from './keys.ts'
import type { PressedKey } from './keys.ts'
import { appOrigin, dialogOrigin } from './origins.ts'

/** The names under which the browser hands our functions to the script below, which hides them again. */
export const names = { call: 'mjCall', active: 'mjActive', copied: 'mjCopied', resized: 'mjResized', dialog: 'mjDialog', deliver: 'mjDeliver' } as const

type Names = typeof names
type KeyEvent = Omit<PressedKey, 'altGraph' | 'mac'> & { getModifierState(name: string): boolean; preventDefault(): void }
type DropEvent = { defaultPrevented: boolean; preventDefault(): void; dataTransfer: { types: readonly string[] } | null }
type PageEvent = KeyEvent & DropEvent & { button: number; target: { closest?(selector: string): unknown } | null }
type PageGlobal = {
  [name: string]: unknown
  top: unknown
  location: { origin: string }
  navigator: { platform: string }
  outerWidth: number
  outerHeight: number
  setTimeout(then: () => void, ms: number): number
  clearTimeout(timer: number): void
  addEventListener(name: string, listener: (event: PageEvent) => void, options?: { capture?: boolean; passive?: boolean }): void
}

/** Give the journal's page `window.bridge`, the dialog's page `window.dialogBridge`, other pages nothing. */
function installBridge(names: Names, appOrigin: string, dialogOrigin: string): void {
  // The global object of a page, which Node's types do not know.
  const page = globalThis as unknown as PageGlobal
  const take = (name: string) => {
    const given = page[name] as (...values: unknown[]) => Promise<unknown>
    Reflect.deleteProperty(page, name)
    return given
  }
  const [call, active, copied, resized, dialog] = [take(names.call), take(names.active), take(names.copied), take(names.resized), take(names.dialog)]
  const fix = (name: string, value: unknown) => { Object.defineProperty(page, name, { value, writable: false, configurable: false }) }
  if (page.top !== globalThis) return
  if (page.location.origin === dialogOrigin) {
    fix('dialogBridge', Object.freeze({ ask: (request: unknown) => dialog(request) }))
    return
  }
  if (page.location.origin !== appOrigin) return

  const listeners = new Set<(event: AppEvent) => void>()
  // What comes before the page listens is kept for its first listener.
  let early: AppEvent[] = []
  Object.defineProperty(page, names.deliver, {
    enumerable: false, writable: false, configurable: false,
    value: (event: AppEvent) => {
      if (listeners.size === 0) early.push(event)
      for (const listener of listeners) listener(event)
    },
  })
  fix('bridge', Object.freeze({
    call: (name: string, input: unknown) => call(name, input),
    onEvent(listener: (event: AppEvent) => void) {
      listeners.add(listener)
      const kept = early
      early = []
      for (const event of kept) listener(event)
      return () => { listeners.delete(listener) }
    },
    active: () => { void active() },
    copied: (mark: unknown) => { void copied(mark) },
  }))

  let timer = 0
  page.addEventListener('resize', () => {
    page.clearTimeout(timer)
    timer = page.setTimeout(() => { void resized(page.outerWidth, page.outerHeight) }, 500)
  })
}

/** Deny what a browser does by itself: its keys, its menu, back buttons, files dropped on the window. */
function guardWindow(isBrowserKey: (pressed: PressedKey) => boolean): void {
  // The global object of a page, which Node's types do not know.
  const page = globalThis as unknown as PageGlobal
  const mac = page.navigator.platform.startsWith('Mac')
  page.addEventListener('keydown', (event) => {
    const altGraph = event.getModifierState('AltGraph')
    const { key, ctrlKey, altKey, metaKey, shiftKey } = event
    if (isBrowserKey({ key, ctrlKey, altKey, metaKey, shiftKey, altGraph, mac })) event.preventDefault()
  }, { capture: true })
  page.addEventListener('contextmenu', (event) => {
    // Cut, copy and paste by mouse stay where there is text to edit.
    const editable = event.target?.closest?.('input, textarea, [contenteditable="true"]') ?? null
    if (editable === null) event.preventDefault()
  }, { capture: true })
  for (const name of ['mousedown', 'mouseup', 'auxclick']) {
    page.addEventListener(name, (event) => { if (event.button === 3 || event.button === 4) event.preventDefault() }, { capture: true })
  }
  for (const name of ['dragover', 'drop']) {
    page.addEventListener(name, (event) => {
      const types = event.dataTransfer?.types ?? []
      if (types.includes('Files') || types.includes('text/uri-list')) event.preventDefault()
    }, { passive: false })
  }
}

/** The text of all of it. */
export const pageScript = [
  `(${installBridge.toString()})(${JSON.stringify(names)}, ${JSON.stringify(appOrigin)}, ${JSON.stringify(dialogOrigin)})`,
  `(${guardWindow.toString()})(${isBrowserKey.toString()})`,
].join(';\n')

import type { Page } from 'playwright-core'
import type { CopyMark } from '../../../shared/bridge.ts'

type PasteEvent = { clipboardData: { getData(type: string): string } | null; preventDefault(): void; stopImmediatePropagation(): void }
type PageGlobal = {
  addEventListener(name: 'paste', listener: (event: PasteEvent) => void, options: { capture: true; once: true }): void
  removeEventListener(name: 'paste', listener: (event: PasteEvent) => void, options: { capture: true }): void
  setTimeout(then: () => void, ms: number): number
  document: { body: object & { offsetHeight: number }; getSelection(): { rangeCount: number; selectAllChildren(node: object): void; removeAllRanges(): void } }
  crypto: { subtle: { digest(name: 'SHA-256', data: Uint8Array): Promise<ArrayBuffer> } }
  navigator: { clipboard: { writeText(text: string): Promise<void> } }
  TextEncoder: new () => { encode(text: string): Uint8Array }
}

const mostTries = 4

/**
 * Empty the clipboard if it holds what the mark is about. Reading it needs a
 * permission that our pages never have; a paste that the shell itself presses
 * does not, and its words go no further than the comparison in the page.
 */
export async function takeFromClipboard(page: Page, mark: CopyMark): Promise<void> {
  // A page that was loaded a moment ago does not heed it at once.
  for (let tries = 0; tries < mostTries; tries += 1) if (await tryToTake(page, mark)) return
}

/** Whether the clipboard was looked at. */
async function tryToTake(page: Page, mark: CopyMark): Promise<boolean> {
  const compared = page.evaluate(async ({ salt, hash }) => {
    // The global object of a page, which Node's types do not know.
    const global = globalThis as unknown as PageGlobal
    const { body } = global.document
    const selection = global.document.getSelection()
    // Where nothing was ever selected there is no place to paste, nor before the first layout.
    const bare = body.offsetHeight >= 0 && selection.rangeCount === 0
    if (bare) selection.selectAllChildren(body)
    const text = await new Promise<string | null>((resolve) => {
      const hear = (event: PasteEvent) => {
        event.preventDefault()
        event.stopImmediatePropagation()
        resolve(event.clipboardData?.getData('text/plain') ?? null)
      }
      global.addEventListener('paste', hear, { capture: true, once: true })
      global.setTimeout(() => { global.removeEventListener('paste', hear, { capture: true }); resolve(null) }, 200)
    })
    if (bare) selection.removeAllRanges()
    if (text === null) return false
    if (text === '') return true
    const salted = Uint8Array.from(salt.match(/../g) ?? [], (pair) => parseInt(pair, 16))
    const words = new global.TextEncoder().encode(text.replaceAll('\r\n', '\n'))
    const both = new Uint8Array(salted.length + words.length)
    both.set(salted)
    both.set(words, salted.length)
    const found = [...new Uint8Array(await global.crypto.subtle.digest('SHA-256', both))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    if (found === hash) await global.navigator.clipboard.writeText('')
    return true
  }, mark)
  const session = await page.context().newCDPSession(page)
  // Not a key: only what a key would have done.
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: '', commands: ['paste'] })
  const looked = await compared
  await session.detach()
  return looked
}

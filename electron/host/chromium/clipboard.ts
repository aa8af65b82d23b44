import type { Page } from 'playwright-core'
import type { CopyMark } from '../../../shared/bridge.ts'

type PasteEvent = { clipboardData: { getData(type: string): string } | null; preventDefault(): void; stopImmediatePropagation(): void }
type PageGlobal = {
  addEventListener(name: 'paste', listener: (event: PasteEvent) => void, options: { capture: true; once: true }): void
  removeEventListener(name: 'paste', listener: (event: PasteEvent) => void, options: { capture: true }): void
  setTimeout(then: () => void, ms: number): number
  crypto: { subtle: { digest(name: 'SHA-256', data: Uint8Array): Promise<ArrayBuffer> } }
  navigator: { clipboard: { writeText(text: string): Promise<void> } }
  TextEncoder: new () => { encode(text: string): Uint8Array }
}

/**
 * Empty the clipboard if it holds what the mark is about. Reading it needs a
 * permission that our pages never have; a paste that the shell itself presses
 * does not, and its words go no further than the comparison in the page.
 */
export async function takeFromClipboard(page: Page, mark: CopyMark): Promise<void> {
  const compared = page.evaluate(async ({ salt, hash }) => {
    // The global object of a page, which Node's types do not know.
    const global = globalThis as unknown as PageGlobal
    const text = await new Promise<string | null>((resolve) => {
      const hear = (event: PasteEvent) => {
        event.preventDefault()
        event.stopImmediatePropagation()
        resolve(event.clipboardData?.getData('text/plain') ?? null)
      }
      global.addEventListener('paste', hear, { capture: true, once: true })
      global.setTimeout(() => { global.removeEventListener('paste', hear, { capture: true }); resolve(null) }, 1_000)
    })
    if (text === null || text === '') return
    const salted = Uint8Array.from(salt.match(/../g) ?? [], (pair) => parseInt(pair, 16))
    const words = new global.TextEncoder().encode(text.replaceAll('\r\n', '\n'))
    const both = new Uint8Array(salted.length + words.length)
    both.set(salted)
    both.set(words, salted.length)
    const found = [...new Uint8Array(await global.crypto.subtle.digest('SHA-256', both))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    if (found === hash) await global.navigator.clipboard.writeText('')
  }, mark)
  const session = await page.context().newCDPSession(page)
  // Not a key: only what a key would have done.
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: '', commands: ['paste'] })
  await compared
  await session.detach()
}

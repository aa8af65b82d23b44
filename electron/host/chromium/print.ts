import type { Browser } from 'playwright-core'
import { openPrinter } from './browser.ts'

/**
 * Print HTML to A4 in a second browser without a window: the journal's own
 * page is never shown to a print preview. No script runs and nothing is
 * fetched; the bytes stay in memory.
 */
export async function printToPdf(html: string, place: { browser: string; folder: string; now: string | null; /** Those at work: who closes one ends its document. */ running: Set<Browser> }): Promise<Uint8Array> {
  const browser = await openPrinter(place)
  place.running.add(browser)
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, serviceWorkers: 'block', acceptDownloads: false, offline: true })
    await context.route(() => true, (route) => route.abort('blockedbyclient'))
    const page = await context.newPage()
    await page.setContent(html, { waitUntil: 'load' })
    const pdf = await page.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true, tagged: true, outline: true })
    return neutral(pdf, place.now)
  } finally {
    place.running.delete(browser)
    await browser.close()
  }
}

/**
 * Take what would tell of the maker out of the file: which browser, which
 * system, and with a fixed clock the real time. Same length, so that the
 * file's own table of positions stays right.
 */
export function neutral(pdf: Uint8Array, now: string | null): Uint8Array {
  // One byte per character, both ways.
  let text = Buffer.from(pdf).toString('latin1')
  text = text.replace(/(\/(?:Creator|Producer) *)\(((?:[^()\\]|\\.)*)\)/g,
    (_all, before: string, value: string) => `${before}()${' '.repeat(value.length)}`)
  if (now !== null) {
    const stamp = now.replace(/\D/g, '').slice(0, 14)
    text = text.replace(/(\/(?:CreationDate|ModDate)\s*\(D:)[0-9]{14}/g, (_all, before: string) => `${before}${stamp}`)
  }
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

/**
 * The app in a process of its own for a search of everything it leaves: first
 * start, writing, searching, copying, a document, lock, unlock. Tells each
 * stage, and waits for a line before the next.
 */
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect } from 'playwright/test'
import type { Page } from 'playwright/test'
import { openChromiumShell } from '../../electron/host/chromium/shell.ts'
import { beginJournal, lockAndUnlock, words } from './pages/first-start.ts'

const [home = '', backwards = ''] = process.argv.slice(2)
const phrase = [...backwards].reverse().join('')
const shell = await openChromiumShell({ home, dist: fileURLToPath(new URL('../../dist/renderer/', import.meta.url)) })
// The runner's types are those of the library the shell uses, under its other name.
const page = () => shell.page as Page
const t = words('en')

const heard = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const stage = async (name: string) => {
  process.stdout.write(`${name}\n`)
  await heard.next()
}

const code = await beginJournal(page(), { other: phrase })
await expect(page().getByRole('textbox', { name: t('journal.write') })).toBeFocused()
await page().keyboard.type(phrase)
await page().keyboard.press('Control+a')
await page().keyboard.press('Control+c')
await page().getByText(/Saved/).first().waitFor()
await page().keyboard.press('Control+k')
await page().keyboard.type(phrase.slice(0, 12))
await page().getByRole('main').getByText(phrase).first().waitFor()
await page().evaluate((given) => window.bridge.call('recovery.print', { code: given, language: 'en' }), code)
await stage('open')
await lockAndUnlock(page())
await page().keyboard.press('Control+l')
await page().getByLabel(t('passphrase.label'), { exact: true }).waitFor()
await stage('locked')
await lockAndUnlock(page())
await stage('kill')

/**
 * The app in a process of its own, so that only what the app itself keeps is
 * found in its memory. The phrase arrives turned round and is typed key by
 * key: nobody but the app puts it together. Tells each stage, and waits for a
 * line before the next.
 */
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect } from 'playwright/test'
import type { Page } from 'playwright/test'
import { openChromiumShell } from '../../electron/host/chromium/shell.ts'
import { beginJournal, passphrase, words } from './pages/first-start.ts'

const [home = '', backwards = ''] = process.argv.slice(2)
const shell = await openChromiumShell({ home, dist: fileURLToPath(new URL('../../dist/renderer/', import.meta.url)), headless: process.env['MJ_HEADLESS'] === '1' })
// The runner's types are those of the library the shell uses, under its other name.
const page = () => shell.page as Page
const t = words('en')

const heard = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const stage = async (name: string) => {
  process.stdout.write(`${name}\n`)
  await heard.next()
}

await beginJournal(page())
await expect(page().getByRole('textbox', { name: t('journal.write') })).toBeFocused()
for (let at = backwards.length - 1; at >= 0; at -= 1) await page().keyboard.press(backwards[at] === ' ' ? 'Space' : backwards[at] ?? '')
await page().keyboard.type(' and more')
await page().getByText(/Saved/).first().waitFor()
// Elsewhere and back: lists, searches and the editor all hold it once.
await page().keyboard.press('Control+2')
await page().getByRole('heading', { level: 1 }).waitFor()
await page().keyboard.press('Control+1')
await page().getByRole('textbox').first().waitFor()
await stage('written')
await page().keyboard.press('Control+l')
await page().getByLabel(t('passphrase.label'), { exact: true }).waitFor()
await page().waitForTimeout(1500)
await stage('locked')
await page().getByLabel(t('passphrase.label'), { exact: true }).fill(passphrase)
await page().keyboard.press('Enter')
await page().locator('#sheet').getByRole('heading', { level: 1 }).waitFor()
await stage('unlocked')
await shell.close()
process.exit()

/** Everything taken along in one file, and put back into a journal that was begun anew. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './open-app.ts'
import type { OpenedApp, Page } from './open-app.ts'
import { beginJournal, passphrase, words } from './pages/first-start.ts'
import { journal } from './pages/journal.ts'
import { journalIn, without } from '../electron/dump/open-dump.ts'

const t = words('en')
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function section(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+,')
  await button(page, name).click()
}

async function write(page: Page, text: string): Promise<void> {
  const { newEntry, save } = journal(page)
  await newEntry()
  await page.keyboard.type(text)
  await save()
}

async function makeCopy(app: OpenedApp, path: string): Promise<void> {
  const { page } = app
  await section(page, t('settings.vault'))
  await button(page, t('open-copy.create')).click()
  const dialog = page.getByRole('dialog', { name: t('open-copy.title') })
  await dialog.getByLabel(t('passphrase.label'), { exact: true }).fill(passphrase)
  await app.choosing(path, () => page.keyboard.press('Enter'))
  await expect(page.getByText(/^The readable copy was made/)).toBeVisible({ timeout: 30_000 })
  await expect(dialog).toBeHidden()
}

test('[F78] everything goes into one file, and from there into a journal that was begun anew', async ({ openApp }) => {
  const first = await openApp()
  await beginJournal(first.page, { me: 'Ana', other: 'Sari' })
  await write(first.page, 'What I want to take along')
  const path = join(first.home, 'everything.age')
  await section(first.page, t('settings.vault'))
  await button(first.page, t('open-copy.create')).click()
  await first.page.getByRole('dialog').getByLabel(t('passphrase.label'), { exact: true }).fill('not this one')
  await first.page.keyboard.press('Enter')
  await expect(first.page.getByRole('dialog').getByText(t('error.vault.wrong-passphrase'))).toBeVisible()
  expect(existsSync(path)).toBe(false)
  await button(first.page, t('act.cancel')).click()
  await makeCopy(first, path)
  await expect(first.page.getByText(/^Last made on/)).toBeVisible()

  const second = await openApp()
  const { page } = second
  await beginJournal(page, { me: 'Someone', other: 'Else' })
  await section(page, t('settings.import'))
  await second.choosing(path, () => button(page, t('open-copy.back.choose')).click())
  const dialog = page.getByRole('dialog', { name: t('open-copy.back.head') })
  await dialog.getByLabel(t('open-copy.back.passphrase')).fill('not this one')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toHaveText(t('error.dump.unreadable'), { timeout: 30_000 })
  await dialog.getByLabel(t('open-copy.back.passphrase')).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 item was added.')).toBeVisible({ timeout: 30_000 })

  await expect(page.getByRole('navigation', { name: t('place.list') })).toContainText('Sari')
  await page.keyboard.press('Control+2')
  await expect(page.getByText('What I want to take along')).toBeVisible()
  const again = join(second.home, 'again.age')
  await makeCopy(second, again)
  expect(without('preferences', await journalIn(again, passphrase))).toEqual(without('preferences', await journalIn(path, passphrase)))

  // Taken out again with one act, wherever one is by then.
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+2')
  await expect(page.getByText('What I want to take along')).toHaveCount(0)
})

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './open-app.ts'
import { beginJournal, lockAndUnlock, passphrase, words } from './pages/first-start.ts'

const t = words('en')

test('[F64] [F65] [F87] from the first start to the write field, and in again after a lock', async ({ openApp }) => {
  const app = await openApp({ fullKeyCost: true })

  await beginJournal(app.page)
  await expect(app.page.getByRole('navigation', { name: t('place.list') })).toContainText('Sari')
  await lockAndUnlock(app.page)

  await expect(app.page.getByRole('navigation', { name: t('place.list') })).toContainText('Sari')
  await app.close()
  expect(readdirSync(join(app.home, 'Journal.mjournal')).sort()).toEqual(['journal.db', 'keys.copy.json', 'keys.json'])
})

test('[F67] the sheet is asked back, and a forgotten passphrase is replaced with it', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const code = await beginJournal(page, { sheet: 'later' })

  await page.getByRole('button', { name: t('today.step.recovery-not-asked-back.act') }).click()
  await page.getByRole('button', { name: t('settings.recovery.act') }).click()
  await page.getByLabel(t('recovery.code')).fill(`${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`)
  await page.getByRole('button', { name: t('act.go-on') }).click()
  await expect(page.getByText(t('error.recovery.typo'))).toBeVisible()
  await page.getByLabel(t('recovery.code')).fill(code)
  await page.getByRole('button', { name: t('act.go-on') }).click()
  await expect(page.getByText(t('confirm.done'))).toBeVisible()

  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: t('unlock.cannot') }).click()
  await page.getByLabel(t('recovery.code')).fill(code)
  await page.getByLabel(t('cannot.new'), { exact: true }).fill('another harbour pencil walnut cloud')
  await page.getByLabel(t('passphrase.again')).fill('another harbour pencil walnut cloud')
  await page.getByRole('button', { name: t('cannot.act') }).click()
  await page.getByRole('button', { name: t('after.keep') }).click({ timeout: 30_000 })
  await page.getByRole('navigation', { name: t('place.list') }).waitFor()

  await page.keyboard.press('Control+l')
  await page.getByLabel(t('passphrase.label'), { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText(t('error.vault.wrong-passphrase'))
  await page.getByLabel(t('passphrase.label'), { exact: true }).fill('another harbour pencil walnut cloud')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: t('place.list') })).toContainText('Sari')
})

test('weak words need a second click, and two that differ are said', async ({ openApp }) => {
  const { page } = await openApp()
  await page.getByRole('button', { name: t('welcome.start') }).click()

  await page.getByLabel(t('passphrase.label'), { exact: true }).fill('sari2026')
  await page.getByLabel(t('passphrase.again')).fill('sari2027')
  await expect(page.getByText(t('passphrase.weak'), { exact: true })).toBeVisible()
  await page.getByRole('button', { name: t('act.go-on') }).click()
  await expect(page.getByText(t('passphrase.differ'))).toBeVisible()
  await page.getByLabel(t('passphrase.again')).fill('sari2026')
  await page.getByRole('button', { name: t('act.go-on') }).click()
  await expect(page.getByRole('group', { name: t('recovery.code') })).toBeHidden()
  await page.getByRole('button', { name: t('passphrase.anyway') }).click()

  await expect(page.getByRole('group', { name: t('recovery.code') })).toBeVisible()
  // Each leaf begins at its title, or in its first field; the last one too, which waits for the open vault.
  await expect(page.getByRole('heading', { level: 1, name: t('recovery.title') })).toBeFocused()
  await page.getByRole('button', { name: t('recovery.written') }).press('Enter')
  await expect(page.getByLabel(t('recovery.code'))).toBeFocused()
  await page.getByRole('button', { name: t('confirm.later') }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: t('who.title') })).toBeFocused()
})

test('[F66] it locks by itself when nobody is there, says so first, and a key keeps it open', async ({ openApp }) => {
  const { page } = await openApp({ idleMs: 16_000 })
  await beginJournal(page)

  const strip = page.getByText(/Locking at/)
  await expect(strip).toBeVisible({ timeout: 12_000 })
  await page.keyboard.press('Shift')
  await expect(strip).toBeHidden()
  await expect(page.getByLabel(t('passphrase.label'), { exact: true })).toBeVisible({ timeout: 30_000 })
  await expect(page).toHaveTitle('Mentoring Journal')
  await expect(page.getByText('Sari')).toHaveCount(0)
})

test('names and role can be changed later, everywhere at once', async ({ openApp }) => {
  const { page } = await openApp({ begun: { role: 'alone', me: '' } })

  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: t('settings.people') }).click()
  await page.getByRole('radio', { name: t('settings.role.mentor') }).check()
  await page.getByLabel(t('settings.other')).fill('Budi')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('navigation', { name: t('place.list') })).toContainText('Budi')
  await lockAndUnlock(page)

  await expect(page.getByRole('navigation', { name: t('place.list') })).toContainText('Budi')
  await expect(page.getByRole('navigation', { name: t('place.list') })).toContainText(t('space.mentor'))
})

/** New keys for an open vault, from Settings: the old ones open nothing afterwards. */
import { expect, test } from './open-app.ts'
import type { Page } from './open-app.ts'
import { beginJournal, lockAndUnlock, passphrase, words } from './pages/first-start.ts'

const t = words('en')
const fresh = 'another harbour pencil walnut cloud'
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const passphraseField = (page: Page) => page.getByLabel(t('passphrase.label'), { exact: true })

async function openVaultSettings(page: Page): Promise<void> {
  await page.keyboard.press('Control+,')
  await button(page, t('settings.vault')).click()
}

test('[F65] a changed passphrase opens the vault, and the old one no longer does', async ({ openApp }) => {
  const { page } = await openApp({ begun: {} })
  await openVaultSettings(page)

  await button(page, t('act.change')).click()
  const dialog = page.getByRole('dialog', { name: t('settings.passphrase.title') })
  await expect(dialog).toContainText(t('settings.passphrase.copies'))
  await dialog.getByLabel(t('settings.passphrase.current')).fill('not this one at all')
  await dialog.getByLabel(t('cannot.new'), { exact: true }).fill(fresh)
  await dialog.getByLabel(t('passphrase.again')).fill(fresh)
  await button(page, t('settings.passphrase.act')).click()
  await expect(dialog.getByText(t('error.vault.wrong-passphrase'))).toBeVisible()
  await dialog.getByLabel(t('settings.passphrase.current')).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByText(t('settings.passphrase.changed'))).toBeVisible({ timeout: 30_000 })
  await expect(dialog).toBeHidden()

  await page.keyboard.press('Control+l')
  await passphraseField(page).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText(t('error.vault.wrong-passphrase'))
  await passphraseField(page).fill(fresh)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: t('place.list') })).toContainText('Sari')
})

test('weak words need a second click for a new passphrase, and cancelling changes nothing', async ({ openApp }) => {
  const { page } = await openApp({ begun: {} })
  await openVaultSettings(page)

  await button(page, t('act.change')).click()
  await page.getByLabel(t('settings.passphrase.current')).fill(passphrase)
  await page.getByLabel(t('cannot.new'), { exact: true }).fill('sari2026')
  await page.getByLabel(t('passphrase.again')).fill('sari2026')
  await button(page, t('settings.passphrase.act')).click()
  await expect(button(page, t('passphrase.anyway'))).toBeVisible()
  await button(page, t('act.cancel')).click()

  await expect(page.getByRole('dialog')).toHaveCount(0)
  await lockAndUnlock(page)
})

test('[F67] a new sheet opens the vault, and the old one no longer does', async ({ openApp }) => {
  const { page } = await openApp()
  const oldCode = await beginJournal(page)
  await openVaultSettings(page)

  await button(page, t('settings.sheet.act')).click()
  await page.getByRole('dialog').getByLabel(t('passphrase.label'), { exact: true }).fill(fresh)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByText(t('error.vault.wrong-passphrase'))).toBeVisible()
  await page.getByRole('dialog').getByLabel(t('passphrase.label'), { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  const groups = page.getByRole('group', { name: t('recovery.code') }).locator('span')
  await expect(groups).toHaveCount(8, { timeout: 30_000 })
  const newCode = (await groups.allInnerTexts()).join('-')
  expect(newCode).not.toBe(oldCode)
  // Esc would take the only copy away: it stays, however often it is pressed.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(groups).toHaveCount(8)
  await button(page, t('recovery.written')).click()
  await page.getByLabel(t('recovery.code')).fill(oldCode)
  await page.keyboard.press('Enter')
  await expect(page.getByText(t('error.recovery.wrong-code'))).toBeVisible()
  await page.getByLabel(t('recovery.code')).fill(newCode)
  await page.keyboard.press('Enter')
  await expect(page.getByText(t('settings.sheet.done'))).toBeVisible()

  await page.keyboard.press('Control+l')
  await button(page, t('unlock.cannot')).click()
  await page.getByLabel(t('recovery.code')).fill(oldCode)
  await page.getByLabel(t('cannot.new'), { exact: true }).fill(fresh)
  await page.getByLabel(t('passphrase.again')).fill(fresh)
  await button(page, t('cannot.act')).click()
  await expect(page.getByText(t('error.recovery.wrong-code'))).toBeVisible()
  await page.getByLabel(t('recovery.code')).fill(newCode)
  await button(page, t('cannot.act')).click()
  await button(page, t('after.keep')).click({ timeout: 30_000 })
  await expect(page.getByRole('navigation', { name: t('place.list') })).toContainText('Sari')
})

test('[F67] who never saw the sheet is led from Today to a new one, and asked for it until it is typed', async ({ openApp }) => {
  const { page } = await openApp({ begun: { sheet: 'later' } })
  const card = button(page, t('today.step.recovery-not-asked-back.act'))

  await expect(page.getByText(t('today.step.recovery-not-asked-back.text'))).toBeVisible()
  await card.click()
  await button(page, t('settings.sheet.act')).click()
  await page.getByRole('dialog').getByLabel(t('passphrase.label'), { exact: true }).fill(passphrase)
  await button(page, t('settings.sheet.make')).click()
  await button(page, t('recovery.written')).click({ timeout: 30_000 })
  await button(page, t('confirm.later')).click()
  await expect(page.getByText(t('settings.sheet.later'))).toBeVisible()

  await expect(page.getByText(t('settings.recovery.open'))).toBeVisible()
  await page.keyboard.press('Control+1')
  await expect(card).toBeVisible()
})

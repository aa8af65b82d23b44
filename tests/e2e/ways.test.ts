/** The ways into a vault: closing one, the keychain, tries that wait, a sheet that was used, a copy from elsewhere. */
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Keychain } from '../../electron/host/host.ts'
import { countUnlock } from '../../electron/database/vault-record.ts'
import { closeVault, openVault } from '../../electron/vault/vault.ts'
import { expect, test } from './open-app.ts'
import type { Page } from './open-app.ts'
import { beginJournal, lockAndUnlock, passphrase, words } from './pages/first-start.ts'

const t = words('en')
const fresh = 'another harbour pencil walnut cloud'
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const passphraseField = (page: Page) => page.getByLabel(t('passphrase.label'), { exact: true })
const places = (page: Page) => page.getByRole('navigation', { name: t('place.list') })

async function openVaultSettings(page: Page): Promise<void> {
  await page.keyboard.press('Control+,')
  await button(page, t('settings.vault')).click()
  await expect(page.getByRole('heading', { name: t('ways.title') })).toBeVisible()
}

async function openWithCode(page: Page, code: string): Promise<void> {
  await button(page, t('unlock.cannot')).click()
  await page.getByLabel(t('recovery.code')).fill(code)
  await page.getByLabel(t('cannot.new'), { exact: true }).fill(fresh)
  await page.getByLabel(t('passphrase.again')).fill(fresh)
  await button(page, t('cannot.act')).click()
}

test('[F65] a way in that was removed opens nothing, and the last one is not offered for removal', async ({ openApp }) => {
  const { page } = await openApp()
  const code = await beginJournal(page)
  await openVaultSettings(page)
  const menu = (way: string) => button(page, t('ways.menu', { way }))
  await expect(menu(t('settings.passphrase'))).toBeVisible()

  await menu(t('settings.recovery')).click()
  await page.getByRole('menuitem', { name: t('ways.remove') }).click()
  const dialog = page.getByRole('dialog', { name: t('ways.remove.recovery.title') })
  await expect(dialog).toContainText(t('ways.remove.recovery.text'))
  await dialog.getByLabel(t('passphrase.label'), { exact: true }).fill('not this one')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(t('error.vault.wrong-passphrase'))).toBeVisible()
  await dialog.getByLabel(t('passphrase.label'), { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')

  await expect(page.getByText(t('ways.remove.recovery.done'))).toBeVisible()
  await expect(page.getByText(t('ways.recovery.none'))).toBeVisible()
  await expect(menu(t('settings.passphrase'))).toHaveCount(0)
  await page.keyboard.press('Control+l')
  await openWithCode(page, code)
  await expect(page.getByText(t('error.recovery.wrong-code'))).toBeVisible()
})

test('[F65] after passphrases that do not fit the next try waits, also after a restart', async ({ openApp }) => {
  const first = await openApp()
  await beginJournal(first.page)
  await first.page.keyboard.press('Control+l')
  for (let n = 1; n <= 4; n += 1) {
    await expect(first.page.getByRole('timer')).toHaveCount(0)
    await passphraseField(first.page).fill(`wrong ${n}`)
    await first.page.keyboard.press('Enter')
    await expect(first.page.getByRole('alert')).toHaveText(t('error.vault.wrong-passphrase'))
    await expect(button(first.page, t('unlock.act'))).toBeVisible()
    if (n === 3) await expect(first.page.getByRole('timer')).toHaveText(/^Next try in [12] seconds?$/)
  }
  await expect(first.page.getByRole('timer')).toHaveText(/^Next try in [45] seconds$/)
  await passphraseField(first.page).fill(passphrase)
  await first.page.keyboard.press('Enter')
  await expect(first.page.getByRole('alert')).toHaveText(t('error.vault.wrong-passphrase'))
  await first.close()

  const { page } = await openApp({ home: first.home })
  await expect(page.getByRole('timer')).toHaveText(/^Next try in [1-4] seconds?$/)
  await passphraseField(page).fill(passphrase)
  await expect(page.getByRole('timer')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(places(page)).toContainText('Sari')
})

test('[F67] who used the sheet gets a new one at once, without the passphrase, and the old one is dead', async ({ openApp }) => {
  const { page } = await openApp()
  const oldCode = await beginJournal(page)
  await page.keyboard.press('Control+l')

  await openWithCode(page, oldCode)
  await button(page, t('after.new')).click({ timeout: 30_000 })
  const groups = page.getByRole('group', { name: t('recovery.code') }).locator('span')
  await expect(groups).toHaveCount(8)
  const newCode = (await groups.allInnerTexts()).join('-')
  await button(page, t('recovery.written')).click()
  await page.getByLabel(t('recovery.code')).fill(oldCode)
  await page.keyboard.press('Enter')
  await expect(page.getByText(t('error.recovery.wrong-code'))).toBeVisible()
  await page.getByLabel(t('recovery.code')).fill(newCode)
  await page.keyboard.press('Enter')

  await expect(places(page)).toContainText('Sari')
  await lockAndUnlock(page, 'en', fresh)
})

test('[F67] a quarter later Today proposes to practise the code, and no more once that is switched off', async ({ openApp }) => {
  const before = await openApp({ now: '2026-08-01T08:00:00.000Z' })
  await beginJournal(before.page, { role: 'alone' })
  await expect(before.page.getByText(t('today.step.nothing.title'), { exact: true })).toBeVisible()
  await before.close()

  const { page } = await openApp({ home: before.home, now: '2026-11-22T08:00:00.000Z' })
  await passphraseField(page).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByText(t('today.step.recovery-practice.title'), { exact: true })).toBeVisible()
  await button(page, t('today.step.recovery-practice.act')).click()
  await page.getByRole('checkbox', { name: t('ways.reminder.label') }).uncheck()
  await page.keyboard.press('Control+1')

  await expect(page.getByText(t('today.step.nothing.title'), { exact: true })).toBeVisible()
})

test('[F65] the keychain opens the vault with one click, until it is turned off', async ({ openApp }) => {
  const kept = new Map<string, Uint8Array>()
  const keychain: Keychain = {
    keychainOffer: async () => ({ offered: true }),
    keychainGet: async (vaultId) => kept.get(vaultId) ?? null,
    keychainSet: async (vaultId, secret) => { kept.set(vaultId, secret) },
    keychainRemove: async (vaultId) => { kept.delete(vaultId) },
  }
  const { page } = await openApp({ keychain })
  await beginJournal(page)
  await openVaultSettings(page)

  await button(page, t('ways.keychain.turn-on')).click()
  await page.getByRole('dialog').getByLabel(t('passphrase.label'), { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByText(t('ways.keychain.done'))).toBeVisible()
  await page.keyboard.press('Control+l')
  await button(page, t('unlock.keychain')).click()
  await expect(places(page)).toContainText('Sari')
  await button(page, t('ways.keychain.turn-off')).click()
  await expect(page.getByText(t('ways.keychain.gone'))).toBeVisible()
  await page.keyboard.press('Control+l')

  await expect(button(page, t('unlock.act'))).toBeVisible()
  await expect(button(page, t('unlock.keychain'))).toHaveCount(0)
  expect(kept.size).toBe(0)
})

test('[F76] a vault that another computer went on with asks before anything is shown', async ({ openApp }) => {
  const first = await openApp()
  await beginJournal(first.page)
  await first.close()
  const [vault, copy] = [join(first.home, 'Journal.mjournal'), join(first.home, 'copy')]
  cpSync(vault, copy, { recursive: true })
  const here = await openApp({ home: first.home })
  await passphraseField(here.page).fill(passphrase)
  await here.page.keyboard.press('Enter')
  await expect(places(here.page)).toContainText('Sari')
  await here.close()
  // Another computer knows nothing of this one's unlocks.
  const elsewhere = await openVault(copy, passphrase)
  countUnlock(elsewhere.db, 0)
  closeVault(elsewhere)
  rmSync(vault, { recursive: true })
  cpSync(copy, vault, { recursive: true })

  const { page } = await openApp({ home: first.home })
  const unlock = async () => {
    await passphraseField(page).fill(passphrase)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: t('copy.title') })).toBeFocused()
  }
  await unlock()
  await button(page, t('copy.lock')).click()
  await unlock()
  await button(page, t('copy.go-on')).click()
  await expect(places(page)).toContainText('Sari')
  await expect(page.getByText(t('notice.other-copy'))).toBeVisible()

  await lockAndUnlock(page)
  await expect(page.getByText(t('notice.other-copy'))).toHaveCount(0)
})

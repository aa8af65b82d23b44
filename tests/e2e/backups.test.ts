/** Backups as a person meets them: made, looked into, put back in part and whole, also while locked. */
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { axeFaults } from '../helpers/axe.ts'
import { expect, test } from './open-app.ts'
import type { OpenedApp, Page } from './open-app.ts'
import { backups } from './pages/backups.ts'
import { beginJournal, passphrase, words } from './pages/first-start.ts'
import { journal } from './pages/journal.ts'

const t = words('en')

async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+1')
  const { field, save } = journal(page)
  await field.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(text)
  await save()
}

const inside = (page: Page) => page.locator('#sheet').getByRole('heading', { level: 1 }).waitFor({ timeout: 20_000 })
const vaultOf = (app: OpenedApp) => join(app.home, 'Journal.mjournal')
const filesIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.mjbackup'))

test('[F76] one item comes back from a backup beside what is there now, and goes again with Undo', async ({ openApp }) => {
  const { page } = await openApp({ begun: {} })
  const { openVaultSettings, backUp, lookIntoNewest, button, status } = backups(page)
  await write(page, 'The harbour taught me to wait.')
  await openVaultSettings()
  await backUp()
  await button('backup.check').click()
  await expect(page.getByText(t('backup.check.done', { holds: 'It holds 1 entry.' }))).toBeVisible()
  await write(page, ' And then to go.')
  await openVaultSettings()

  await lookIntoNewest()
  await expect(button('restore.items.off')).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: t('restore.show') }).click()
  await expect(page.getByText('The harbour taught me to wait. And then to go.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'The harbour' }).check()
  await page.getByRole('button', { name: t('restore.items', { count: 1 }) }).click()
  await expect(status).toContainText(t('restore.items.done', { count: 1 }))
  await page.keyboard.press('Control+2')
  await expect(journal(page).row('The harbour')).toHaveCount(2)

  await page.keyboard.press('Control+z')
  await expect(journal(page).row('The harbour')).toHaveCount(1)
  await expect(journal(page).row('The harbour')).toContainText('And then to go.')
})

test('[F76] the whole journal comes back from Settings, by keyboard alone, and what was there is kept', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  await beginJournal(page)
  await write(page, 'First words.')
  await page.keyboard.press('Control+,')
  const tabTo = async (name: string) => {
    const target = page.getByRole('button', { name, exact: true })
    await target.waitFor()
    for (let press = 0; press < 60 && !await target.evaluate((element) => element === document.activeElement); press += 1) await page.keyboard.press('Tab')
    await expect(target).toBeFocused()
  }
  await tabTo(t('settings.vault'))
  await page.keyboard.press('Enter')
  await tabTo(t('backup.now'))
  await page.keyboard.press('Enter')
  await expect(backups(page).status).toHaveText(t('backup.done'))
  await write(page, ' Words to be left behind.')

  await page.keyboard.press('Control+,')
  await tabTo(t('settings.vault'))
  await page.keyboard.press('Enter')
  await tabTo(t('backup.restore'))
  await page.keyboard.press('Enter')
  const newest = backups(page).list.getByRole('button').first()
  await newest.waitFor()
  for (let press = 0; press < 30 && !await newest.evaluate((element) => element === document.activeElement); press += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await tabTo(t('restore.whole.act'))
  await page.keyboard.press('Enter')
  await tabTo(t('restore.whole.do'))
  await page.keyboard.press('Enter')

  const field = page.getByLabel(t('passphrase.label'), { exact: true })
  await field.fill(passphrase, { timeout: 20_000 })
  await page.keyboard.press('Enter')
  await inside(page)
  await page.keyboard.press('Control+2')
  await expect(journal(page).row('First words.')).toHaveCount(1)
  await expect(page.getByText('left behind')).toHaveCount(0)
  expect(readdirSync(app.home).filter((name) => name.endsWith('.mjournal'))).toHaveLength(2)
})

test('[F76] a damaged journal is opened from its backup on the unlock screen', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  await beginJournal(page)
  await write(page, 'Words worth keeping.')
  await backups(page).openVaultSettings()
  await backups(page).backUp()
  await page.keyboard.press('Control+l')
  const field = page.getByLabel(t('passphrase.label'), { exact: true })
  await field.waitFor()
  // The core that held the file has ended, or does so with its own last backup.
  await expect.poll(() => filesIn(join(app.home, 'Journal backups')).length).toBeGreaterThan(0)
  const database = join(vaultOf(app), 'journal.db')
  const bytes = readFileSync(database)
  bytes.fill(7, 4096)
  writeFileSync(database, bytes)

  await field.fill(passphrase)
  await page.keyboard.press('Enter')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The vault file is damaged')
  await page.getByRole('main').getByRole('button', { name: t('unlock.backup') }).first().click()
  await backups(page).list.getByRole('button').first().click()
  await page.getByLabel(t('restore.passphrase')).fill('not this one')
  await page.keyboard.press('Enter')
  await expect(page.getByText(t('restore.passphrase.wrong'))).toBeVisible()
  await page.getByLabel(t('restore.passphrase')).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^It holds 1 entry/)).toBeVisible()
  await backups(page).button('restore.whole.do').click()
  await expect(page.getByText(/is kept beside it as “.+”/)).toBeVisible()
  await backups(page).button('restore.open').click()
  await inside(page)

  await page.keyboard.press('Control+2')
  await expect(journal(page).row('Words worth keeping.')).toBeVisible()
})

test('[F76] a second place gets the backups, and says so calmly when it is not there', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const stick = join(app.home, 'stick')
  mkdirSync(stick)
  await beginJournal(page)
  const { openVaultSettings, backUp, button, status } = backups(page)
  await openVaultSettings()
  await backUp()

  await app.choosing(stick, () => button('backup.second.choose').click())
  await expect(status).toHaveText(t('backup.second.chosen'))
  await expect(page.getByText(/^Last seen/)).toBeVisible()
  expect(filesIn(join(stick, 'Journal backups'))).toHaveLength(1)
  renameSync(stick, join(app.home, 'unplugged'))
  await page.keyboard.press('Control+1')
  await expect(page.getByText(t('today.backup.second-missing'))).toBeVisible()
  await button('today.backup.look').click()
  await expect(page.getByText(/^Not connected\. Last seen today/)).toBeVisible()
  renameSync(join(app.home, 'unplugged'), stick)
  await page.keyboard.press('Control+1')
  await expect(page.getByText(t('today.backup.second-missing'))).toHaveCount(0)
  await openVaultSettings()
  await button('backup.second.forget').click()
  await expect(status).toHaveText(t('backup.second.forgotten'))
  expect(filesIn(join(stick, 'Journal backups'))).toHaveLength(1)
})

test('[F76] the vault moves with its backups, is looked after, and goes to a new computer as one backup', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const attic = join(app.home, 'attic')
  mkdirSync(attic)
  await beginJournal(page)
  await write(page, 'Words that travel.')
  const { openVaultSettings, backUp, button, status } = backups(page)
  await openVaultSettings()
  await backUp()
  await app.choosing(attic, () => button('move.act').click())
  await expect(status).toContainText('Your vault is now at')
  expect(readdirSync(attic).sort()).toEqual(['Journal backups', 'Journal.mjournal'])
  await button('health.act').click()
  const found = page.getByRole('list', { name: t('health.result') })
  await expect(found).toContainText(t('health.ok'))
  await expect(found).toContainText(t('health.keys', { count: 2 }))
  await expect(found).toContainText(t('health.search.ok'))

  const [file = ''] = filesIn(join(attic, 'Journal backups'))
  const other = await openApp()
  cpSync(join(attic, 'Journal backups', file), join(other.home, 'brought.mjbackup'))
  await other.page.getByRole('button', { name: t('welcome.have') }).click()
  await other.choosing(join(other.home, 'brought.mjbackup'), () => backups(other.page).button('have.backup').click())
  await other.page.getByLabel(t('restore.passphrase')).fill(passphrase)
  await other.page.keyboard.press('Enter')
  await backups(other.page).button('restore.whole.do').click()
  await backups(other.page).button('restore.open').click()
  await inside(other.page)
  await other.page.keyboard.press('Control+2')
  await expect(journal(other.page).row('Words that travel.')).toBeVisible()
})

test('the screens of backups have no fault that axe finds, light and dark', async ({ openApp }) => {
  test.setTimeout(120_000)
  const { page } = await openApp()
  const faults: string[] = []
  const look = async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      faults.push(...await axeFaults(page))
    }
  }
  await page.getByRole('button', { name: t('welcome.have') }).click()
  await look()
  await page.getByRole('button', { name: t('act.back'), exact: true }).click()
  await beginJournal(page)
  await write(page, 'A few words.')
  const { openVaultSettings, backUp, lookIntoNewest, button, list } = backups(page)
  await openVaultSettings()
  await backUp()
  await button('health.act').click()
  await page.getByRole('list', { name: t('health.result') }).waitFor()
  await look()
  await write(page, ' And more.')
  await openVaultSettings()
  await lookIntoNewest()
  await page.getByRole('button', { name: t('restore.show') }).click()
  await look()
  await button('restore.whole.act').click()
  await look()
  await page.keyboard.press('Escape')
  await button('restore.back.list').click()
  await list.waitFor()
  await look()
  await page.keyboard.press('Control+l')
  await button('unlock.backup').click()
  await backups(page).list.waitFor()
  await look()
  await list.getByRole('button').first().click()
  await page.getByLabel(t('restore.passphrase')).fill(passphrase)
  await look()
  await page.keyboard.press('Enter')
  await button('restore.whole.do').waitFor()
  await look()

  expect(faults).toEqual([])
})

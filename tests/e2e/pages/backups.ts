import type { Language } from '../../../shared/language.ts'
import { expect } from '../open-app.ts'
import type { Page } from '../open-app.ts'
import { words } from './first-start.ts'

/** Backups, in Settings and while locked, by what a person sees. */
export function backups(page: Page, language: Language = 'en') {
  const t = words(language)
  const button = (key: Parameters<typeof t>[0]) => page.getByRole('button', { name: t(key), exact: true })
  const status = page.getByRole('main').getByRole('status').last()
  const list = page.getByRole('list', { name: t('restore.beside') })
  return {
    button, status, list,
    second: page.getByRole('list', { name: t('restore.second') }),

    async openVaultSettings(): Promise<void> {
      await page.keyboard.press('Control+,')
      await button('settings.vault').click()
      await button('backup.now').waitFor()
    },
    async backUp(): Promise<void> {
      await button('backup.now').click()
      await expect(status).toHaveText(t('backup.done'))
    },
    /** The newest, looked into. */
    async lookIntoNewest(): Promise<void> {
      await button('backup.restore').click()
      await list.getByRole('button').first().click()
      await page.getByText(/^It holds/).waitFor()
    },
  }
}

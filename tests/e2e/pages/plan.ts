import type { Page } from '../open-app.ts'
import { words } from './first-start.ts'

const t = words('en')

export type NewCommitment = { text: string; who?: string; sort?: 'information' | 'resource' | 'contact'; due?: 'due.next-week' | 'due.two-weeks' | 'due.month' }

/** What each has taken on. */
export function planPage(page: Page) {
  const dialog = page.getByRole('dialog')
  return {
    open: () => page.keyboard.press('Control+4'),
    column: (name: string) => page.getByRole('region', { name, exact: true }),
    row: (text: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: text }).last(),
    /** From anywhere, by the shortcut. */
    async write({ text, who, sort, due }: NewCommitment): Promise<void> {
      await page.keyboard.press('Control+Shift+K')
      await dialog.getByLabel(t('commitment.text')).fill(text)
      if (who !== undefined) await dialog.getByRole('radio', { name: who, exact: true }).check()
      if (sort !== undefined) await dialog.getByLabel(t('commitment.sort'), { exact: true }).selectOption(sort)
      if (due !== undefined) await dialog.getByRole('button', { name: t(due) }).click()
      await dialog.getByRole('button', { name: t('commitment.add'), exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
    },
    /** An act from a commitment's menu, wherever it stands. */
    async act(text: string, name: string): Promise<void> {
      await page.getByRole('button', { name: t('commitment.menu', { text }) }).click()
      await page.getByRole('menuitem', { name, exact: true }).click()
    },
    settle: {
      word: dialog.getByLabel(t('commitment.settle.word')),
      choice: (due: 'due.next-week' | 'due.two-weeks' | 'due.month') => dialog.getByRole('button', { name: t(due) }),
      accept: dialog.getByRole('button', { name: t('commitment.settle.act') }),
    },
  }
}

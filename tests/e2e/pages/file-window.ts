import { dirname, join, relative, sep } from 'node:path'
import type { Page } from 'playwright/test'
import { expect } from 'playwright/test'

/** The Chromium shell's own file window, used as a person does. */
export function fileWindow(page: Page) {
  const list = page.getByRole('listbox')
  const path = page.getByTestId('folder-path')
  return {
    page, list, path,
    name: page.getByRole('textbox'),
    entry: (name: string) => list.getByRole('option', { name }),

    /** Walk to a folder, up and down, by keyboard. */
    async goTo(folder: string): Promise<void> {
      await list.focus()
      for (;;) {
        const here = await path.innerText()
        const way = relative(here, folder)
        if (way === '') return
        if (way.startsWith('..')) {
          await list.press('Backspace')
          await expect(path).toHaveText(dirname(here))
        } else {
          const next = way.split(sep)[0] ?? ''
          await list.getByRole('option').filter({ has: page.getByText(next, { exact: true }) }).dblclick()
          await expect(path).toHaveText(join(here, next))
        }
      }
    },

    /** Do what the main button does. */
    async accept(): Promise<void> {
      await page.locator('form button[type=submit]').click()
    },
  }
}

import type { Language } from '../../../shared/language.ts'
import { expect } from 'playwright/test'
import type { Page } from '../open-app.ts'
import { words } from './first-start.ts'

/** The search sheet: a field that keeps the focus, and what it found. */
export function searchPage(page: Page, language: Language = 'en') {
  const t = words(language)
  const hits = page.getByRole('listbox', { name: t('search.results') }).getByRole('option')
  return {
    field: page.getByRole('combobox', { name: t('search.label') }),
    hits,
    chosen: page.getByRole('option', { selected: true }),
    marked: hits.locator('mark'),
    filter: (field: 'all' | 'journal' | 'sessions' | 'plan' | 'agreement') => page.getByRole('tab', { name: t(`search.in.${field}`), exact: true }),
    said: page.getByRole('tabpanel').getByRole('status'),
    /** The row that a hit led to. */
    found: page.getByRole('main').locator('[data-found]'),

    async ask(text: string): Promise<void> {
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('combobox', { name: t('search.label') })).toBeFocused()
      await page.keyboard.type(text)
    },
  }
}

import type { Language } from '../../../shared/language.ts'
import { languageNames } from '../../../shared/language.ts'
import type { Page } from '../open-app.ts'
import { words } from './first-start.ts'

/** The agreement, by what a person sees. */
export function agreementPage(page: Page, language: Language = 'en') {
  const t = words(language)
  const main = page.getByRole('main')
  const rows = main.getByRole('listitem').filter({ has: page.getByRole('checkbox') })
  return {
    open: () => page.keyboard.press('Control+5'),
    begin: (from: 'sample' | 'blank') => page.getByRole('button', { name: t(`agreement.begin.${from}`), exact: true }),
    rows,
    row: (n: number) => rows.nth(n - 1),
    /** The words of a clause, which open for writing. */
    words: (n: number) => rows.nth(n - 1).locator('[data-control="text"] button'),
    tick: (n: number) => page.getByRole('checkbox', { name: t('agreement.clear', { number: n }), exact: true }),
    menu: (n: number) => page.getByRole('button', { name: t('agreement.menu', { number: n }), exact: true }),
    field: (n: number) => page.getByRole('textbox', { name: t('agreement.words', { number: n }), exact: true }),
    heads: main.getByRole('heading', { level: 2 }),
    add: (group: string) => page.getByRole('button', { name: t('agreement.add.to', { group }), exact: true }),
    adding: (group: string) => page.getByRole('textbox', { name: t('agreement.add.to', { group }), exact: true }),
    language: page.getByLabel(t('agreement.language')),
    setLanguage: (next: Language) => page.getByLabel(t('agreement.language')).selectOption({ label: languageNames[next] }),
    margin: page.getByRole('complementary', { name: t('region.margin') }),
    share: page.getByRole('button', { name: t('agreement.share'), exact: true }),
    undo: page.getByRole('button', { name: t('act.undo'), exact: true }),
  }
}

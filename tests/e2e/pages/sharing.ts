import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import type { ExportFormat } from '../../../shared/exporting.ts'
import type { Language } from '../../../shared/language.ts'
import { languageNames } from '../../../shared/locales.ts'
import type { OpenedApp, Page } from '../open-app.ts'
import { words } from './first-start.ts'

const endings: Record<ExportFormat, string> = { markdown: 'md', html: 'html', pdf: 'pdf', docx: 'docx' }

/** What went out, and the three steps of the one door out. */
export function sharingPage(page: Page, language: Language = 'en') {
  const t = words(language)
  const button = (key: Parameters<typeof t>[0]) => page.getByRole('button', { name: t(key), exact: true })
  const main = page.getByRole('main')
  const item = (text: string) => main.locator('li[data-item]', { hasText: text })
  const scope = (what: 'period' | 'session' | 'agreement') => page.getByRole('radio', { name: t(`sharing.scope.${what}`), exact: true })
  const session = page.getByRole('combobox', { name: t('sharing.session'), exact: true })
  const goOn = button('act.go-on')
  return {
    ledger: page.getByRole('list', { name: t('sharing.ledger') }).getByRole('listitem'),
    newSummary: button('sharing.new'),
    scope, session, goOn,
    /** From anywhere to the review of the newest session. */
    async reviewSession(key: 'Control+e' | 'Control+p' = 'Control+e'): Promise<void> {
      await page.keyboard.press(key)
      await scope('session').check()
      await session.selectOption({ index: 1 })
      await goOn.click()
    },
    /** Of the agreement: which version, and in which languages. */
    version: page.getByRole('combobox', { name: t('sharing.agreement.version'), exact: true }),
    beside: page.getByRole('combobox', { name: t('sharing.agreement.beside'), exact: true }),
    nextCopy: (who: string) => page.getByRole('button', { name: t('sharing.out.next', { who }), exact: true }),
    quick: (which: 'week' | 'month' | 'last-month' | 'year') => button(`sharing.quick.${which}`),
    audiences: page.getByRole('group', { name: t('sharing.audience') }).getByRole('radio'),
    audience: (name: string) => page.getByRole('radio', { name, exact: true }),
    name: page.getByLabel(t('sharing.name')),
    problem: main.getByRole('alert'),

    title: page.getByRole('heading', { level: 1 }),
    back: (to: 'what' | 'review') => page.getByRole('button', { name: t(to === 'what' ? 'sharing.what' : 'sharing.review'), exact: true }),
    item,
    tick: (text: string) => item(text).getByRole('checkbox'),
    folds: main.getByRole('button', { expanded: false }),
    fold: (count: number) => page.getByRole('button', { name: t('sharing.review.private', { count }), exact: true }),
    closed: (label: string) => page.getByRole('button', { name: t('sharing.review.private.open', { label }), exact: true }),
    act: (text: string, key: 'sharing.mask' | 'sharing.unmask' | 'sharing.edit' | 'sharing.as-written') => item(text).getByRole('button', { name: t(key), exact: true }),
    copy: page.getByRole('dialog').getByRole('textbox'),
    inCopy: (key: 'sharing.mask' | 'sharing.unmask' | 'sharing.as-written' | 'act.done' | 'act.cancel') => page.getByRole('dialog').getByRole('button', { name: t(key), exact: true }),
    counts: (go: number, stay: number, kept: number) => main.getByText(t('sharing.counts', { go, stay, private: kept }), { exact: true }),
    seen: (seen: number, count: number) => main.getByText(t('sharing.seen', { seen, count }), { exact: true }),
    reason: (key: 'sharing.reason.last' | 'sharing.reason.tick') => main.getByText(t(key), { exact: true }),
    language: page.getByLabel(t('sharing.language')),
    setLanguage: (next: Language) => page.getByLabel(t('sharing.language')).selectOption({ label: languageNames[next] }),
    undo: button('act.undo'),

    preview: page.getByRole('region', { name: t('sharing.out.preview') }),
    documentTitle: page.getByLabel(t('sharing.out.title-field'), { exact: true }),
    format: (format: ExportFormat) => page.getByRole('radio', { name: new RegExp(`^${t(`sharing.format.${format}`)}`) }),
    save: button('sharing.out.save'),
    print: button('sharing.out.print'),
    saved: main.getByText(t('sharing.out.saved')),
    cancelled: main.getByText(t('sharing.out.cancelled')),
    show: page.getByRole('button', { name: new RegExp(`^${t('sharing.show')}`) }),

    /** Save in this format into this folder, and read the file back. */
    async saveAs(app: OpenedApp, format: ExportFormat, folder: string): Promise<Buffer> {
      const path = join(folder, `summary.${endings[format]}`)
      await page.getByRole('radio', { name: new RegExp(`^${t(`sharing.format.${format}`)}`) }).check()
      await app.choosing(path, () => button('sharing.out.save').click())
      await expect(main.getByText(t('sharing.out.saved'))).toBeVisible({ timeout: 30_000 })
      return readFileSync(path)
    },
  }
}

import type { ConfidenceRule, ConfidentialThing } from '../../../shared/agreement.ts'
import type { Language } from '../../../shared/language.ts'
import { languageNames } from '../../../shared/locales.ts'
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
    /** Two languages beside each other. */
    setPair: (first: Language, second: Language) => page.getByLabel(t('agreement.language')).selectOption({ label: `${languageNames[first]} + ${languageNames[second]}` }),
    /** The words in the second of two languages, or the line that asks for them. */
    beside: (n: number) => rows.nth(n - 1).locator('[data-control="beside"] button'),
    besideField: (n: number, of: Language) => page.getByRole('textbox', { name: t('clause.words', { number: n, language: languageNames[of] }), exact: true }),
    /** A question that no clause answers yet. */
    topic: (question: string) => main.getByRole('button', { name: question, exact: true }),
    samples: (group: string) => main.getByRole('button', { name: t('clause.samples.of', { group }), exact: true }),
    useSample: (text: string) => main.getByRole('button', { name: t('clause.sample.use.named', { text }), exact: true }),
    rule: {
      dialog: page.getByRole('dialog', { name: t('confidence.title') }),
      what: (thing: ConfidentialThing) => page.getByRole('group', { name: t('confidence.what') }).getByRole('checkbox', { name: t(`confidence.what.${thing}`), exact: true }),
      may: (may: ConfidenceRule['may']) => page.getByRole('radio', { name: t(`confidence.may.${may}`), exact: true }),
      whom: (name: string) => page.getByRole('group', { name: t('confidence.whom') }).getByRole('checkbox', { name, exact: true }),
      accept: page.getByRole('dialog').locator('[data-primary]'),
    },
    setLanguage: (next: Language) => page.getByLabel(t('agreement.language')).selectOption({ label: languageNames[next] }),
    margin: page.getByRole('complementary', { name: t('region.margin') }),
    share: page.getByRole('button', { name: t('agreement.share'), exact: true }),
    undo: page.getByRole('button', { name: t('act.undo'), exact: true }),
  }
}

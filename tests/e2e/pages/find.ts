import type { Language } from '../../../shared/language.ts'
import { pathTexts } from '../../../shared/texts/path-all.ts'
import type { Page } from '../open-app.ts'
import { words } from './first-start.ts'

/** Path › Find a mentor, by what a person sees. */
export function findPage(page: Page, language: Language = 'en') {
  const t = words(language)
  const { exam, steps } = pathTexts[language]
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const box = (name: string) => page.getByRole('textbox', { name, exact: true })
  return {
    tab: page.getByRole('tab', { name: t('path.tab.find'), exact: true }),
    begin: button(t('path.find.begin')),
    step: (n: number) => page.getByRole('list', { name: t('path.find.map'), exact: true }).getByRole('button', { name: steps[n - 1]?.name ?? '' }),
    answer: (question: keyof typeof exam.questions) => box(exam.questions[question]),
    help: (name: string) => button(name),
    looking: box(exam.title),
    anew: button(t('path.find.looking.anew')),
    criterion: (n: number) => box(t('path.find.criterion', { n })),
    weight: (n: number) => page.getByLabel(t('path.find.criterion.weight', { n }), { exact: true }),
    criterionMenu: (n: number) => button(t('path.find.criterion.menu', { n })),
    addCriterion: button(t('path.find.criterion.add')),
    name: box(t('path.find.people.name')),
    add: button(t('path.find.people.add')),
    person: (name: string) => page.getByRole('main').getByRole('listitem').getByRole('button', { name }),
    why: box(t('path.find.person.why')),
    introducer: box(t('path.find.person.introducer')),
    personAnswer: (answer: 'none' | 'thinking' | 'yes' | 'no') => page.getByRole('radio', { name: t(`path.find.person.answer.${answer}`), exact: true }),
    fit: (criterion: string) => page.getByRole('group', { name: criterion, exact: true }),
    fitWord: (criterion: string) => box(`${t('path.find.person.word')}: ${criterion}`),
    table: page.getByRole('table'),
    draft: button(t('path.find.person.draft')),
    saidYes: button(t('path.find.person.yes')),
    addAround: button(t('path.find.around.add')),
    aroundWho: box(t('path.find.around.who')),
    aroundSaid: box(t('path.find.around.said')),
    letter: box(t('path.letter.text')),
    letterLanguage: page.getByLabel(t('path.letter.language'), { exact: true }),
    letterAnew: button(t('path.letter.anew')),
    share: button(t('path.letter.share')),
    undo: button(t('act.undo')),
    saved: page.getByRole('main').getByText(/^Saved \d\d:\d\d$/).first(),
    /** Wait until what is on the screen is on the disk. */
    async save(): Promise<void> {
      await page.keyboard.press('Control+s')
      await page.getByRole('main').getByText(/^Saved \d\d:\d\d$/).first().waitFor()
    },
  }
}

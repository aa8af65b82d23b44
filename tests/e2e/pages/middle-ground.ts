import type { OneParty } from '../../../shared/agreement.ts'
import { asHeading } from '../../../shared/format-date.ts'
import { fillNames } from '../../../shared/texts/fill.ts'
import { middleGroundTexts } from '../../../shared/texts/middle-ground-all.ts'
import type { BoundaryQuestion } from '../../../shared/agreement.ts'
import type { Page } from '../open-app.ts'
import { words } from './first-start.ts'

const t = words('en')
const names = { mentor: 'Sari', mentee: 'Ana' }
const texts = middleGroundTexts.en

/** The middle ground, the ending cards and the look back, by what a person sees. */
export function middleGroundPage(page: Page) {
  const main = page.getByRole('main')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const ask = (question: BoundaryQuestion) => fillNames(texts.questions[question].ask, names, 'en')
  const choice = (question: BoundaryQuestion, name: string) => asHeading((texts.questions[question].choices as Record<string, string>)[name] ?? name)
  const pair = (asked: string) => main.getByRole('listitem', { name: asked, exact: true })
  return {
    main, button, ask,
    tab: page.getByRole('tab', { name: t('agreement.tab.middle'), exact: true }),
    answerAs: (who: OneParty) => button(t('middle.answer', { name: names[who] })),
    head: (who: OneParty) => page.getByRole('heading', { name: t('middle.answering', { name: names[who] }) }),
    choice: (question: BoundaryQuestion, name: string) => page.getByRole('group', { name: `${ask(question)}: ${t('middle.choices')}`, exact: true }).getByRole('button', { name: choice(question, name), exact: true }),
    words: (asked: string) => page.getByRole('textbox', { name: `${t('middle.words')}: ${asked}`, exact: true }),
    own: page.getByRole('textbox', { name: t('middle.own'), exact: true }),
    add: button(t('middle.own.add')),
    handOver: (other: OneParty) => button(t('middle.hand-over', { other: names[other] })),
    show: button(t('middle.show')),
    pair,
    act: (asked: string, name: string) => pair(asked).getByRole('button', { name, exact: true }),
    async menu(asked: string, name: string): Promise<void> {
      await button(t('middle.menu', { ask: asked })).click()
      await page.getByRole('menuitem', { name, exact: true }).click()
    },
    proposal: (asked: string) => page.getByRole('textbox', { name: t('middle.proposal.label', { ask: asked }), exact: true }),
    undo: button(t('act.undo')),
    dialog: page.getByRole('dialog'),
    card: page.getByRole('textbox', { name: texts.card.begin, exact: true }),
    cardState: (who: OneParty) => page.getByRole('region', { name: t('card.head') }).getByRole('listitem').filter({ hasText: names[who] }),
    verdict: (who: OneParty, number: number, verdict: 'works' | 'change' | 'drop') =>
      page.getByRole('group', { name: t('look-back.verdict', { name: names[who], number }), exact: true }).getByRole('button', { name: t(`look-back.${verdict}`), exact: true }),
    word: (number: number) => page.getByRole('textbox', { name: t('look-back.word', { number }), exact: true }),
    outcome: page.getByRole('region', { name: t('look-back.outcome') }),
  }
}

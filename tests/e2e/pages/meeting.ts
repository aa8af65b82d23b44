import type { Locator } from 'playwright/test'
import type { Language } from '../../../shared/language.ts'
import { meetingTexts } from '../../../shared/texts/meeting-all.ts'
import type { Page } from '../open-app.ts'
import { words } from './first-start.ts'

/** The first meeting in its session, by what a person sees. */
export function meetingPage(page: Page, language: Language = 'en') {
  const t = words(language)
  const { parts } = meetingTexts[language]
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const box = (name: string, within: Page | Locator = page) => within.getByRole('textbox', { name, exact: true })
  return {
    prepare: button(t('meeting.first.act')),
    takeAway: button(t('meeting.remove')),
    thought: (name: string) => box(name, page.getByRole('region', { name: t('prep.title') })),
    question: (n: number) => box(t('questions.question', { n })),
    minutes: (n: number) => box(t('questions.minutes', { n })),
    grip: (n: number) => button(t('ui.sort.grip', { name: t('questions.question', { n }) })),
    add: (part: keyof typeof parts) => button(t('questions.add.to', { part: parts[part] })),
    given: page.getByRole('region', { name: t('questions.title') }).getByText(/^\d+ of \d+ minutes$/),
    async act(n: number, name: string): Promise<void> {
      await button(t('questions.menu', { n })).click()
      await page.getByRole('menuitem', { name, exact: true }).click()
    },
    /** While it is held. */
    part: (part: keyof typeof parts) => page.getByRole('checkbox', { name: t('ask.part', { part: parts[part] }), exact: true }),
    asked: (n: number) => page.getByRole('checkbox', { name: new RegExp(`^${t('ask.asked', { n, text: '' }).trim()}`) }),
    open: (question: string) => page.getByRole('main').getByRole('button', { name: question, exact: true }),
    /** The fields under a question. */
    answers: (question: string) => page.getByRole('group', { name: question, exact: true }),
    answer: (question: string, name: string) => box(t('ask.answer', { name }), page.getByRole('group', { name: question, exact: true })),
    next: button(t('ask.next')),
    takeOver: button(t('ask.take-over')),
    timer: page.getByRole('timer', { name: t('during.timer.label') }),
    /** After it. */
    drafts: page.getByRole('region', { name: t('answers.title') }),
    make: (text: string) => page.getByRole('button', { name: `${t('answers.make')}: ${text}` }),
    group: (text: string) => page.getByLabel(t('answers.group', { text })),
    openAgreement: button(t('answers.open')),
    undo: button(t('act.undo')),
  }
}

/** Topics and stories, by what a person sees. */
export function banksPage(page: Page, language: Language = 'en') {
  const t = words(language)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const box = (name: string) => page.getByRole('textbox', { name, exact: true })
  return {
    choose: button(t('banks.choose.both')),
    chooseTopic: button(t('banks.choose')),
    put: (text: string) => page.getByRole('dialog').getByRole('button', { name: t('banks.choose.act', { text }), exact: true }),
    onAgenda: (text: string) => page.getByRole('dialog').getByRole('button', { name: `${text}, ${t('banks.choose.here')}`, exact: true }),
    changeLists: button(t('banks.choose.all')),
    async fromSettings(): Promise<void> {
      await page.keyboard.press('Control+,')
      await button(t('banks.title')).click()
      await button(t('banks.open')).click()
    },
    tab: (tab: 'topics' | 'stories') => page.getByRole('tab', { name: t(`banks.${tab}`), exact: true }),
    topic: (n: number) => box(t('banks.topic', { n })),
    addTopic: button(t('banks.topic.add')),
    bringBack: page.getByRole('button', { name: t('banks.topic.bring-back', { count: 1 }), exact: true }),
    async act(menu: string, name: string): Promise<void> {
      await button(menu).click()
      await page.getByRole('menuitem', { name, exact: true }).click()
    },
    writeStory: button(t('banks.story.add')),
    storyTitle: box(t('banks.story.title')),
    storyText: box(t('banks.story.text')),
    storySort: page.getByLabel(t('banks.story.sort'), { exact: true }),
    goesWith: (topic: string) => page.getByRole('group', { name: t('banks.story.topics') }).getByRole('button', { name: topic, exact: true }),
    story: (title: string) => page.getByRole('main').getByRole('button', { name: title, exact: true }),
    drawer: page.getByRole('complementary').locator('summary').filter({ hasText: t('banks.margin') }),
    told: (title: string) => page.getByRole('checkbox', { name: t('banks.margin.told', { title }), exact: true }),
    undo: button(t('act.undo')),
  }
}

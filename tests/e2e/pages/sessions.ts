import type { Locator } from 'playwright/test'
import type { Page } from '../open-app.ts'
import { words } from './first-start.ts'

const t = words('en')

/** Press Tab until this has the focus: the way of someone without a pointer. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  await target.waitFor()
  for (let pressed = 0; pressed <= most; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`not reached by ${most} presses of Tab`)
}

/** The list of sessions. */
export function sessionsPage(page: Page) {
  return {
    open: () => page.keyboard.press('Control+3'),
    plan: page.getByRole('button', { name: t('sessions.plan'), exact: true }),
    row: (n: number) => page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('button', { name: t('session.title', { n }), exact: true }) }),
    enter: (n: number) => page.getByRole('main').getByRole('button', { name: t('session.title', { n }), exact: true }).click(),
    /** An act from a session's own menu, in the list or on its screen. */
    async act(n: number, name: string): Promise<void> {
      await page.getByRole('button', { name: t('sessions.menu', { n }) }).click()
      await page.getByRole('menuitem', { name, exact: true }).click()
    },
    dialog: {
      date: (part: 'day' | 'month' | 'year') => page.getByRole('dialog').getByRole('spinbutton', { name: new RegExp(`^${part}`, 'i') }),
      length: page.getByLabel(t('session.length'), { exact: true }),
      mode: page.getByLabel(t('session.mode'), { exact: true }),
      place: page.getByLabel(t('session.place'), { exact: true }),
      word: page.getByLabel(t('session.cancel.word')),
      accept: page.getByRole('dialog').locator('[data-primary]'),
    },
  }
}

/** One session: before, during, after. */
export function sessionPage(page: Page) {
  const panel = page.getByRole('tabpanel')
  return {
    panel,
    title: page.getByRole('heading', { level: 1 }),
    mode: (mode: 'before' | 'during' | 'after') => page.getByRole('tab', { name: t(`session.${mode}`), exact: true }),
    prep: (index: number) => page.getByRole('region', { name: t('prep.title') }).getByRole('textbox').nth(index),
    line: (n: number) => page.getByRole('textbox', { name: t('agenda.line', { n }), exact: true }),
    minutes: (n: number) => page.getByRole('textbox', { name: t('agenda.line.minutes', { n }), exact: true }),
    add: page.getByRole('button', { name: t('agenda.add'), exact: true }),
    opening: page.getByRole('listitem', { name: new RegExp(`^(${t('agenda.open', { count: 1 })}|${t('agenda.open', { count: 2 })})$`) }),
    tick: (n: number) => page.getByRole('checkbox', { name: new RegExp(`^${t('during.cover', { n, text: '' }).trim()}`) }),
    start: page.getByRole('button', { name: t('during.start'), exact: true }),
    capture: page.getByRole('textbox', { name: t('capture.label') }),
    kind: (kind: 'note' | 'commitment' | 'result') => page.getByRole('radio', { name: t(`capture.${kind}`) }),
    saidBy: page.getByLabel(t('capture.who.said')),
    note: (n: number) => page.getByRole('textbox', { name: t('notes.note', { n }), exact: true }),
    result: (n: number) => page.getByRole('textbox', { name: t('results.result', { n }), exact: true }),
    answer: (question: string) => page.getByRole('textbox', { name: question }),
    makeCommitment: page.getByRole('button', { name: t('after.next.make') }),
    nextTime: (text: string) => page.getByRole('button', { name: t('after.next-time.line', { text }) }),
    planNext: page.getByRole('button', { name: new RegExp(`^${t('after.next.plan', { day: '' })}.+,`) }),
    close: page.getByRole('button', { name: t('after.close'), exact: true }),
    status: page.getByRole('main').getByRole('status').first(),
  }
}

import { expect } from 'playwright/test'
import { texts } from '../../../shared/texts/texts.ts'
import type { Page } from '../open-app.ts'
import { words } from './first-start.ts'
import { journal } from './journal.ts'
import { sessionPage, sessionsPage } from './sessions.ts'

const t = words('en')

/** What is written in {@link holdSession}; every sentence is found nowhere else. */
export const said = {
  agenda: 'Saying no to a friend',
  prep: 'I want to hear whether I am too soft.',
  note: 'Budi said no three times before anyone heard it.',
  result: 'A drawing of my week.',
  promise: 'A name at the harbour',
  commitment: 'Ask for the figures of the north route',
  useful: 'Almost none of my week is mine to decide.',
} as const

/** A session from plan to close, by visible controls. */
export async function holdSession(page: Page, other = 'Sari'): Promise<void> {
  const [sessions, session] = [sessionsPage(page), sessionPage(page)]
  await sessions.open()
  await sessions.plan.click()
  await sessions.dialog.accept.click()
  await session.add.click()
  await page.keyboard.type(said.agenda)
  await session.prep(0).fill(said.prep)
  await session.mode('during').click()
  await session.start.click()
  const write = async (kind: 'note' | 'commitment' | 'result', line: string, who?: string) => {
    await session.kind(kind).check()
    await session.capture.fill(line)
    if (who !== undefined) await page.getByLabel(t('capture.who'), { exact: true }).selectOption({ label: who })
    await session.capture.press('Enter')
    await expect(session.capture).toHaveValue('')
  }
  await write('note', said.note)
  await write('result', said.result)
  await write('commitment', said.promise, other)
  await write('commitment', said.commitment, t('you'))
  await session.mode('after').click()
  await session.answer(texts.en.closing.useful).fill(said.useful)
  await session.answer(texts.en.closing.useful).blur()
  await session.close.click()
}

/** A reflection, private as every new entry is. */
export async function writeEntry(page: Page, sentence: string): Promise<void> {
  const entry = journal(page)
  await entry.newEntry()
  await entry.text.click()
  await page.keyboard.type(sentence)
  await entry.save()
}

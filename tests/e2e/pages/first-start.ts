import type { Language } from '../../../shared/language.ts'
import { formatMessage } from '../../../shared/messages.ts'
import type { MessageKey } from '../../../renderer/messages/messages.tsx'
import { en } from '../../../renderer/messages/en.ts'
import { id } from '../../../renderer/messages/id.ts'
import { nl } from '../../../renderer/messages/nl.ts'
import type { Page } from '../open-app.ts'

const tables = { en, nl, id }

/** The words on the screen, for journeys that are played in each language. */
export const words = (language: Language) => (key: MessageKey, values: Record<string, string | number> = {}) =>
  formatMessage(language, tables[language][key], values)

export const passphrase = 'lantern copper violin meadow tide'

export type Beginning = {
  language?: Language
  /** What the fourth leaf does with the recovery code. */
  sheet?: 'later' | 'asked back'
  role?: 'mentee' | 'mentor' | 'looking' | 'alone'
  me?: string
  other?: string
}

/** The five leaves of the first start, by what a person sees. Answers with the recovery code. */
export async function beginJournal(page: Page, { language = 'en', sheet = 'asked back', role = 'mentee', me = 'Ana', other = 'Sari' }: Beginning = {}): Promise<string> {
  const t = words(language)
  const button = (key: MessageKey) => page.getByRole('button', { name: t(key), exact: true })
  await button('welcome.start').click()
  await page.getByLabel(t('passphrase.label'), { exact: true }).fill(passphrase)
  await page.getByLabel(t('passphrase.again')).fill(passphrase)
  await button('act.go-on').click()
  const groups = page.getByRole('group', { name: t('recovery.code') }).locator('span')
  await groups.first().waitFor()
  const code = (await groups.allInnerTexts()).join('-')
  await button('recovery.written').click()
  if (sheet === 'later') await button('confirm.later').click()
  else {
    await page.getByLabel(t('recovery.code')).fill(code.toLowerCase().replaceAll('-', ' '))
    await button('act.go-on').click()
  }
  await page.getByRole('radio', { name: t(`who.${role}`) }).check()
  await page.getByLabel(t('who.me')).fill(me)
  if (role === 'mentee' || role === 'mentor') await page.getByLabel(t(role === 'mentor' ? 'who.mentee-name' : 'who.mentor-name')).fill(other)
  await button('who.begin').click()
  await page.locator('#sheet').getByRole('heading', { level: 1 }).waitFor()
  return code
}

/** Lock by the shortcut and unlock again with the passphrase. */
export async function lockAndUnlock(page: Page, language: Language = 'en', typed: string = passphrase): Promise<void> {
  await page.keyboard.press('Control+l')
  await unlock(page, language, typed)
}

/** From the unlock screen to where one was. */
export async function unlock(page: Page, language: Language = 'en', typed: string = passphrase): Promise<void> {
  const t = words(language)
  const field = page.getByLabel(t('passphrase.label'), { exact: true })
  await field.fill(typed)
  await page.keyboard.press('Enter')
  await page.locator('#sheet').getByRole('heading', { level: 1 }).waitFor()
}

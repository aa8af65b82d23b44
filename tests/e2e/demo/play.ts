/**
 * The main job, played in the real window by what a person sees and presses:
 * first start, a reflection, a session from agenda to closing, an agreement in
 * two languages that both sign and take a copy of, a reviewed summary in four formats.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expect } from 'playwright/test'
import { openChromiumShell } from '../../../electron/host/chromium/shell.ts'
import type { ChromiumShell } from '../../../electron/host/chromium/shell.ts'
import type { ExportFormat } from '../../../shared/exporting.ts'
import type { Language } from '../../../shared/language.ts'
import { languageNames, locales } from '../../../shared/locales.ts'
import { texts } from '../../../shared/texts/texts.ts'
import { fileWindow } from '../pages/file-window.ts'
import { beginJournal, lockAndUnlock, passphrase, words } from '../pages/first-start.ts'
import { privateSentences, relationships, sharedSentences } from './relationship.ts'

export const demoClock = '2026-11-23T20:14:00.000Z'

export type DemoFiles = { md: string; html: string; pdf: string; docx: string }
export type Demo = {
  v: 1
  vault: string
  passphrase: string
  recoveryCode: string
  private: string[]
  shared: string[]
  files: DemoFiles
  /** The agreement as both signed it. */
  agreement: Pick<DemoFiles, 'pdf' | 'docx'>
  lang: Language
  shell: 'chromium'
}

const formats: ReadonlyArray<[ExportFormat, keyof DemoFiles]> = [['markdown', 'md'], ['html', 'html'], ['pdf', 'pdf'], ['docx', 'docx']]

/** Play it into an empty folder. Answers what it left there, as `demo.json` says it. */
export async function playDemo({ out, dist, language, say, whileOpen }: {
  out: string; dist: string; language: Language; say: (line: string) => void
  /** Called when everything was done and nothing is closed yet. */
  whileOpen: () => Promise<void>
}): Promise<Demo> {
  const story = relationships[language]
  const t = words(language)
  const home = join(out, 'home')
  const screens = join(out, 'screens')
  mkdirSync(home, { recursive: true, mode: 0o700 })
  mkdirSync(screens, { recursive: true })
  const files: DemoFiles = { md: join(out, 'summary.md'), html: join(out, 'summary.html'), pdf: join(out, 'summary.pdf'), docx: join(out, 'summary.docx') }
  const agreement = { pdf: join(out, 'agreement.pdf'), docx: join(out, 'agreement.docx') }

  const problems: string[] = []
  const shell = await openChromiumShell({
    home, dist, now: demoClock, size: { width: 1280, height: 800 }, colorScheme: 'light', reducedMotion: true, locale: locales[language],
    prepare: (context) => {
      context.on('console', (message) => { if (message.type() === 'error') problems.push(`${message.text()} at ${message.location().url}:${message.location().lineNumber}`) })
      context.on('weberror', (error) => problems.push(error.error().message))
    },
  })
  let shots = 0
  const shot = async (name: string) => {
    shots += 1
    await shell.page.waitForTimeout(300)
    await shell.page.screenshot({ path: join(screens, `${String(shots).padStart(2, '0')}-${name}.png`) })
  }
  try {
    const { page } = shell
    const button = (key: Parameters<typeof t>[0], values: Record<string, string | number> = {}) => page.getByRole('button', { name: t(key, values), exact: true })
    const press = (keys: string) => page.keyboard.press(keys)
    page.setDefaultTimeout(20_000)

    say('first start')
    await button('welcome.start').waitFor()
    await shot('welcome')
    const recoveryCode = await beginJournal(page, { language, me: story.me, other: story.other })

    say('a reflection')
    const field = page.getByRole('textbox', { name: t('journal.write') })
    await expect(field).toBeFocused()
    await page.keyboard.type(story.reflection)
    await expect(page.getByText(/\d\d[:.]14/).first()).toBeVisible()
    await shot('today')

    say('a session, before')
    await press('Control+3')
    await button('sessions.plan').first().click()
    await page.getByRole('textbox', { name: t('session.place'), exact: true }).fill(story.place)
    await button('session.plan.act').click()
    await page.getByRole('tab', { name: t('session.before') }).waitFor()
    await button('agenda.add').click()
    for (const [index, line] of story.agenda.entries()) {
      const field = page.getByLabel(t('agenda.line', { n: index + 1 }), { exact: true })
      await field.fill(line)
      if (index < story.agenda.length - 1) await field.press('Enter')
    }
    const prep = page.getByRole('region', { name: t('prep.title') })
    for (const part of ['want', 'bring', 'hard'] as const) await prep.getByLabel(texts[language].prep[part]).fill(story.prep[part])
    await shot('session-before')

    say('during')
    await page.getByRole('tab', { name: t('session.during') }).click()
    await button('during.start').click()
    await page.getByRole('checkbox', { name: t('during.cover', { n: 1, text: story.agenda[0] }) }).check()
    const capture = page.getByLabel(t('capture.label'))
    const write = async (kind: 'note' | 'commitment' | 'result', line: string, who?: string) => {
      await page.getByRole('radio', { name: t(`capture.${kind}`) }).check()
      await capture.fill(line)
      if (who !== undefined) await page.getByLabel(t('capture.who'), { exact: true }).selectOption({ label: who })
      await capture.press('Enter')
      await expect(capture).toHaveValue('')
    }
    await write('note', story.note)
    await write('note', story.privateNote)
    await write('result', story.result)
    await write('commitment', story.promise, story.other)
    await write('commitment', story.commitment, t('you'))
    await shot('session-during')

    say('after')
    await page.getByRole('tab', { name: t('session.after') }).click()
    await page.getByLabel(texts[language].closing.useful).fill(story.useful)
    await page.getByLabel(texts[language].closing.next).fill(story.next)
    await page.getByLabel(texts[language].closing.change).fill(story.change)
    await page.getByLabel(texts[language].closing.change).blur()
    await shot('session-after')
    await button('after.close').click()

    say('an agreement')
    await press('Control+5')
    await button('agreement.begin.sample').click()
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await page.getByLabel(t('agreement.language'), { exact: true }).selectOption({ label: `${languageNames[language]} + ${languageNames[story.beside]}` })
    await shot('agreement')
    await page.getByRole('button', { name: t('clause.sign'), exact: true }).click()
    await primary(page).click()
    for (const name of [story.me, story.other]) {
      await page.getByRole('heading', { level: 1, name: t('sign.turn.title', { name, number: 1 }) }).waitFor()
      await page.getByRole('main').getByRole('textbox').fill(name)
      await primary(page).click()
    }
    await page.getByRole('dialog').locator('[data-primary]').click()
    await button('sign.done.copy').waitFor()
    await shot('signed')

    say('a copy for each')
    await button('sign.done.copy').click()
    await button('act.go-on').click()
    await page.getByRole('heading', { level: 1, name: t('sharing.review.title') }).waitFor()
    await press('Control+End')
    await shot('agreement-review')
    await button('act.go-on').click()
    await saveAll(shell, t, agreement)
    await shot('agreement-out')

    say('a summary')
    await press('Control+e')
    await page.getByRole('radio', { name: t('sharing.scope.session') }).check()
    const sessions = page.getByRole('combobox', { name: t('sharing.session'), exact: true })
    await sessions.selectOption(await sessions.locator('option').last().getAttribute('value'))
    await button('act.go-on').click()
    await page.getByRole('heading', { level: 1, name: t('sharing.review.title') }).waitFor()
    await reviewAll(page, t, story.note, story.masked)
    await shot('review')
    await button('act.go-on').click()
    await saveAll(shell, t, files)
    await shot('out')
    await press('Control+7')
    await shot('sharing')

    say('looks: dark and narrow')
    await press('Control+1')
    await shot('today-again')
    await press('Control+4')
    await shot('plan')
    await press('Control+k')
    await expect(page.getByRole('combobox', { name: t('search.label') })).toBeFocused()
    await page.keyboard.type(story.agenda[1].split(' ').at(-1)?.replace(/\W/g, '') ?? '')
    await shot('search')
    await press('Control+2')
    await shot('journal')
    await press('Control+,')
    await page.getByRole('radio', { name: t('settings.theme.dark') }).check()
    await press('Control+1')
    await shot('today-dark')
    await page.setViewportSize({ width: 640, height: 900 })
    await shot('today-dark-narrow')
    await press('Control+,')
    await page.getByRole('radio', { name: t('settings.theme.light') }).check()
    await press('Control+3')
    await shot('sessions-narrow')
    await page.setViewportSize({ width: 1280, height: 800 })

    say('lock and in again')
    await press('Control+l')
    await page.getByLabel(t('passphrase.label'), { exact: true }).waitFor()
    await shot('unlock')
    await lockAndUnlock(page, language)
    await whileOpen()
    if (problems.length > 0) throw new Error(`the page reported: ${problems.join('; ')}`)

    await shell.close()
    const vault = join(out, 'Journal.mjournal')
    renameSync(join(home, 'Journal.mjournal'), vault)
    rmSync(home, { recursive: true, force: true })
    const demo: Demo = {
      v: 1, vault, passphrase, recoveryCode, private: privateSentences(story), shared: sharedSentences(story), files, agreement, lang: language, shell: 'chromium',
    }
    writeFileSync(join(out, 'demo.json'), `${JSON.stringify(demo, null, 2)}\n`)
    return demo
  } catch (error) {
    await shell.page.screenshot({ path: join(screens, 'stopped-here.png') }).catch(() => undefined)
    throw error
  } finally {
    await shell.close()
  }
}

type Words = ReturnType<typeof words>

/** Open the one private note that may go, mask a name in it, tick everything that stands open. */
async function reviewAll(page: Page, t: Words, note: string, name: string): Promise<void> {
  for (const fold of await page.getByRole('button', { name: new RegExp(t('sharing.review.private', { count: 2 }).replace(/\d+/, '\\d+')) }).all()) {
    if (await fold.getAttribute('aria-expanded') === 'false') await fold.click()
  }
  await page.getByRole('button', { name: new RegExp(`^${t('sharing.review.private.open', { label: '' })}`) }).first().click()
  const item = page.locator('li[data-item]', { hasText: note })
  await item.click({ position: { x: 80, y: 12 } })
  await item.getByRole('button', { name: t('sharing.edit') }).click()
  const copy = page.getByRole('dialog').getByRole('textbox').first()
  await copy.focus()
  await copy.press('Control+Home')
  for (let letter = 0; letter < name.length; letter++) await copy.press('Shift+ArrowRight')
  await page.getByRole('dialog').getByRole('button', { name: t('sharing.mask') }).click()
  await page.getByRole('dialog').getByRole('button', { name: t('act.done') }).click()
  for (const tick of await page.locator('li[data-item]').getByRole('checkbox').all()) await tick.check()
  await page.keyboard.press('Control+End')
}

/** What a screen is there for. */
const primary = (page: Page) => page.getByRole('main').locator('[data-primary]')

/** From the last step of the door out: the same document in each of these formats. */
async function saveAll(shell: ChromiumShell, t: Words, files: Partial<DemoFiles>): Promise<void> {
  const { page } = shell
  for (const [format, ending] of formats) {
    const path = files[ending]
    if (path === undefined) continue
    await page.getByRole('radio', { name: new RegExp(`^${t(`sharing.format.${format}`)}`) }).check()
    await page.getByRole('button', { name: t('sharing.out.save'), exact: true }).click()
    await saveTo(shell, path)
    await expect(page.getByText(t('sharing.out.saved'))).toBeVisible({ timeout: 30_000 })
  }
}

/** The shell's own window: walk to the folder, type the name, save. */
async function saveTo(shell: ChromiumShell, path: string): Promise<void> {
  // The runner's types are those of the library the shell uses, under its other name.
  const window = fileWindow(await shell.dialog() as Page)
  const cut = path.lastIndexOf('/')
  await window.goTo(path.slice(0, cut))
  await window.name.fill(path.slice(cut + 1))
  await window.accept()
}

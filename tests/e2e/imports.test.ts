/** What was written elsewhere comes in by the file window, is read first, and goes again in one step. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Language } from '../../shared/language.ts'
import { axeFaults } from '../helpers/axe.ts'
import { zipOf } from '../helpers/zip.ts'
import { expect, test } from './open-app.ts'
import type { Page } from './open-app.ts'
import { lockAndUnlock, words } from './pages/first-start.ts'
import { searchPage } from './pages/search.ts'

const fixtures = fileURLToPath(new URL('../fixtures/imports/', import.meta.url))

/** A home with the exported files in it, as a person would have them. */
let files = ''
test.beforeEach(() => {
  files = mkdtempSync(join(tmpdir(), 'mj-imports-'))
  for (const name of ['day-one.zip', 'mini-diary.json']) writeFileSync(join(files, name), readFileSync(join(fixtures, name)))
  mkdirSync(join(files, 'notes', 'Work'), { recursive: true })
  writeFileSync(join(files, 'notes', 'Work', '2024-03-05.md'), 'A walk along the river.')
  writeFileSync(join(files, 'notes', 'ideas.md'), 'A letter to my first teacher.')
  writeFileSync(join(files, 'harmful.zip'), zipOf([{ name: '../../journal.md', bytes: new TextEncoder().encode('Out of here.') }]))
})
test.afterEach(() => { rmSync(files, { recursive: true, force: true }) })

function importScreen(page: Page, language: Language = 'en') {
  const t = words(language)
  return {
    t,
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    status: page.getByRole('status'),
    async open() {
      await page.keyboard.press('Control+,')
      await page.getByRole('button', { name: t('settings.import'), exact: true }).click()
    },
    /** The journal's rows, newest first. */
    async journal() {
      await page.keyboard.press('Control+2')
      await page.getByRole('heading', { level: 1, name: t('place.journal') }).waitFor()
      return page.locator('li[data-item]')
    },
  }
}

test('[F77] a Day One archive is looked at, added, taken out by Undo, and put back', async ({ openApp }) => {
  const { page, choosing } = await openApp({ begun: {} })
  const { t, button, open, journal } = importScreen(page)
  await open()

  await choosing(join(files, 'day-one.zip'), () => button(t('import.file')).click())
  await expect(page.getByText(t('import.found', { format: 'Day One' }))).toBeVisible()
  await expect(page.getByText('2 entries, 2021–2022.')).toBeVisible()
  await expect(page.getByText(t('import.lost.picture', { count: 2 }))).toBeVisible()
  await page.getByText('First talk with Bram').click()
  await expect(page.getByText('listen longer')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await expect(await journal()).toHaveCount(0)
  await open()
  await button(t('import.add', { count: 2 })).click()
  const undo = button(t('act.undo'))
  await expect(page.getByText(t('import.added', { count: 2, space: 'Sari' }))).toBeVisible()
  await undo.click()
  await expect(page.getByText(t('act.undone'))).toBeVisible()
  await expect(page.getByText(t('import.rule'))).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await expect(await journal()).toHaveCount(0)

  await open()
  await page.getByRole('button', { name: /^Put back: Day One/ }).click()
  await expect(page.getByText(t('import.back', { count: 2 }))).toBeVisible()
  await expect(await journal()).toContainText(['A short note on the train. The river was brown and wide.', 'First talk with Bram'])

  await page.getByText('First talk with Bram').click()
  await expect(page.getByText('first steps', { exact: true })).toBeVisible()
  await expect(page.locator('[contenteditable] li[role=checkbox]')).toHaveText('write to him by Friday')
  const search = searchPage(page)
  await search.ask('first steps')
  await expect(search.hits).toContainText(['Mentoring first steps'])
})

test('[F77] a harmful archive is refused in words; a diary comes in, is known again, and goes tomorrow', async ({ openApp }) => {
  const { page, choosing } = await openApp({ language: 'nl', colorScheme: 'dark', begun: {} })
  const { t, button, open, journal } = importScreen(page, 'nl')
  await open()

  await choosing(join(files, 'harmful.zip'), () => button(t('import.file')).click())
  await expect(page.getByRole('alert')).toHaveText(t('error.import.unreadable'))
  expect(await axeFaults(page)).toEqual([])

  await choosing(join(files, 'notes'), () => button(t('import.folder')).click())
  await expect(page.getByText('2 stukjes, 2024, 1 zonder datum.')).toBeVisible()
  await button(t('act.cancel')).click()

  await choosing(join(files, 'mini-diary.json'), () => button(t('import.file')).click())
  await expect(page.getByText('3 stukjes, 2021.')).toBeVisible()
  // Without a mouse: the main button of the screen.
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(t('import.added', { count: 3, space: 'Sari' }))).toBeVisible()
  await choosing(join(files, 'mini-diary.json'), () => button(t('import.file')).click())
  await expect(page.getByLabel(t('import.duplicates', { count: 3 }))).toBeChecked()
  await expect(page.getByText(t('import.all-here'))).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await button(t('act.cancel')).click()
  await expect(await journal()).toHaveCount(3)

  await lockAndUnlock(page, 'nl')
  await open()
  await page.getByRole('button', { name: /^Weghalen: Mini Diary/ }).click()
  await expect(page.getByText(t('import.taken-out', { count: 3 }))).toBeVisible()
  await expect(await journal()).toHaveCount(0)
})

test('[F77] a file dropped on the window is looked at in Import, also over a text, and never lands in it', async ({ openApp }) => {
  const { page } = await openApp({ begun: {} })
  const { t } = importScreen(page)
  const drop = async (name: string, bytes: number[]) => {
    const dropped = await page.evaluateHandle(({ name: file, bytes: content }) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(content)], file))
      return data
    }, { name, bytes })
    await page.locator('[contenteditable=true]').first().dispatchEvent('drop', { dataTransfer: dropped })
  }

  await drop('journal.txt', [...readFileSync(join(fixtures, 'jrnl.txt'))])

  await expect(page.getByText(t('import.found', { format: 'jrnl' }))).toBeVisible()
  await expect(page.getByText('3 entries, 2024.')).toBeVisible()
  await page.keyboard.press('Control+1')
  await expect(page.locator('[contenteditable=true]').first()).toHaveText('')
  await drop('picture.png', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])
  await expect(page.getByText(t('error.import.unreadable'))).toBeVisible()
})

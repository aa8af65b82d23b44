import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { mask } from '../../shared/exporting.ts'
import { texts } from '../../shared/texts/texts.ts'
import { axeFaultsInBoth } from '../helpers/axe.ts'
import { docxWords } from '../electron/exports/docx-parts.ts'
import { expect, test } from './open-app.ts'
import { agreementPage } from './pages/agreement.ts'
import { lockAndUnlock, words } from './pages/first-start.ts'
import { fileWindow } from './pages/file-window.ts'
import { journal } from './pages/journal.ts'
import { holdSession, said, writeEntry } from './pages/relationship.ts'
import { searchPage } from './pages/search.ts'
import { tabTo } from './pages/sessions.ts'
import { sharingPage } from './pages/sharing.ts'

const t = words('en')
/** A Monday evening; the session that is planned then stands a fortnight later. */
const now = '2026-11-23T20:20:00.000Z'
const secret = 'I said it was time, but it was fear.'
const { document: labels } = texts.en

test('[F71] [F73] [F75] a session’s summary is reviewed without a pointer; what was ticked is in the file, nothing private is, and the ledger keeps it', async ({ openApp }) => {
  const app = await openApp({ now, begun: { sheet: 'later' } })
  const { page } = app
  const sharing = sharingPage(page)
  await holdSession(page)

  await page.keyboard.press('Control+e')
  await sharing.title.filter({ hasText: t('sharing.what.title') }).waitFor()
  await tabTo(page, sharing.scope('period'))
  await page.keyboard.press('ArrowRight')
  await tabTo(page, sharing.session)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Enter')
  await sharing.title.filter({ hasText: t('sharing.review.title') }).waitFor()
  for (const tick of await page.getByRole('checkbox').all()) await expect(tick).not.toBeChecked()
  await expect(page.getByText(said.note)).toHaveCount(0)
  await expect(page.getByText(said.prep)).toHaveCount(0)
  await expect(sharing.goOn).toHaveAttribute('aria-disabled', 'true')
  await tabTo(page, page.getByRole('checkbox').first())
  for (let line = 0; line < 2; line += 1) await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(sharing.tick(said.note)).toBeFocused()
  await page.keyboard.press('Space')
  for (let line = 0; line < 3; line += 1) await page.keyboard.press('Space')
  await expect(sharing.tick(said.useful)).not.toBeChecked()
  await expect(sharing.counts(6, 1, 1)).toBeVisible()
  await page.keyboard.press('Control+End')
  await expect(sharing.goOn).not.toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Control+Enter')
  await sharing.title.filter({ hasText: t('sharing.out.title') }).waitFor()
  await expect(sharing.preview).toContainText(said.commitment)
  const markdown = (await sharing.saveAs(app, 'markdown', app.home)).toString()
  const html = (await sharing.saveAs(app, 'html', app.home)).toString()
  const docx = docxWords(await sharing.saveAs(app, 'docx', app.home)).join('\n')
  const pdf = await sharing.saveAs(app, 'pdf', app.home)

  for (const words of [markdown, html, docx]) {
    for (const sentence of [said.agenda, said.note, said.result, said.promise, said.commitment]) expect(words).toContain(sentence)
    for (const sentence of [said.prep, said.useful]) expect(words).not.toContain(sentence)
  }
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  await lockAndUnlock(page)
  await page.keyboard.press('Control+7')
  await expect(sharing.ledger).toHaveCount(4)
  await expect(sharing.ledger.first()).toContainText('23 November 2026, 20:20 · for Sari, mentor · PDF · 6 items · English')
  await expect(sharing.ledger.last()).toContainText('Markdown')
  await expect(sharing.show).toHaveCount(0)
})

test('[F50] [F71] a private item lies folded until it is opened; its tick makes it shareable, and both go back together', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { sheet: 'later' } })
  const [sharing, entry] = [sharingPage(page), journal(page)]
  await writeEntry(page, secret)
  const label = async () => {
    await page.keyboard.press('Control+2')
    await entry.row(secret).click()
    await entry.openSection('journal.margin.privacy')
    return entry.margin.getByRole('radio', { checked: true })
  }
  await expect(await label()).toHaveAccessibleName(t('privacy.private'))

  await page.keyboard.press('Control+e')
  await sharing.goOn.click()
  await expect(page.getByText(secret)).toHaveCount(0)
  await sharing.fold(1).click()
  await expect(page.getByText(secret)).toHaveCount(0)
  await sharing.closed(`${labels.entrySorts.reflection}, 23 November`).click()
  await expect(sharing.tick(secret)).not.toBeChecked()
  await expect(sharing.item(secret)).toContainText(t('sharing.label.private'))
  await sharing.tick(secret).check()
  await expect(sharing.item(secret)).toContainText(t('sharing.label.shareable'))
  await sharing.undo.click()
  await expect(sharing.tick(secret)).not.toBeChecked()
  await expect(sharing.item(secret)).toContainText(t('sharing.label.private'))
  await sharing.tick(secret).check()
  await sharing.tick(secret).uncheck()
  await expect(await label()).toHaveAccessibleName(t('privacy.private'))
  await page.keyboard.press('Control+e')
  await sharing.goOn.click()
  await sharing.fold(1).click()
  await sharing.closed(`${labels.entrySorts.reflection}, 23 November`).click()
  await sharing.tick(secret).check()

  await expect(await label()).toHaveAccessibleName(t('privacy.shareable'))
})

test('[F71] words are masked and changed in the outgoing copy only, and both survive a step back and another language', async ({ openApp }) => {
  const app = await openApp({ now, begun: { sheet: 'later' } })
  const { page } = app
  const sharing = sharingPage(page)
  await holdSession(page)
  await sharing.reviewSession()

  await sharing.folds.first().click()
  await page.getByRole('button', { name: t('sharing.review.private.open', { label: '' }) }).first().click()
  await sharing.item(said.note).click()
  await sharing.act(said.note, 'sharing.mask').focus()
  await page.keyboard.press('Enter')
  await sharing.copy.press('Control+Home')
  for (let letter = 0; letter < 'Budi'.length; letter += 1) await sharing.copy.press('Shift+ArrowRight')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(sharing.copy).toHaveValue(said.note.replace('Budi', mask))
  await sharing.inCopy('act.done').click()
  await expect(sharing.item('said no three times')).not.toContainText('Budi')
  await expect(sharing.item('said no three times')).toContainText(t('sharing.label.masked', { count: 1 }))
  await sharing.tick('said no three times').check()
  await sharing.item(said.result).click()
  await sharing.act(said.result, 'sharing.edit').click()
  await sharing.copy.fill('A drawing of my week, which I will show you.')
  await sharing.inCopy('act.done').click()
  await sharing.tick('which I will show you').check()
  await sharing.back('what').click()
  await sharing.goOn.click()
  await expect(sharing.item('said no three times')).not.toContainText('Budi')
  await expect(sharing.tick('which I will show you')).toBeChecked()
  await sharing.setLanguage('nl')
  await expect(sharing.item('said no three times')).toContainText(texts.nl.document.note)
  await expect(sharing.item('said no three times')).not.toContainText('Budi')
  await expect(sharing.tick('said no three times')).toBeChecked()
  await page.keyboard.press('Control+End')
  await sharing.goOn.click()
  const markdown = (await sharing.saveAs(app, 'markdown', app.home)).toString()

  expect(markdown).not.toContain('Budi')
  expect(markdown).toContain(`${mask} said no three times`)
  expect(markdown).toContain('A drawing of my week, which I will show you.')
  expect(markdown).toContain(texts.nl.document.results)
  await searchPage(page).ask('Budi')
  await expect(page.getByRole('option')).toContainText(said.note)
})

test('[F72] a period and a reader are chosen; the reader is never the other, and what is missing is said', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { sheet: 'later' } })
  const sharing = sharingPage(page)
  await writeEntry(page, secret)
  await page.keyboard.press('Control+7')
  await expect(page.getByText(t('sharing.empty'))).toBeVisible()

  await sharing.newSummary.click()
  await expect(sharing.audiences).toHaveCount(4)
  await expect(sharing.audience('Sari, mentor')).toBeChecked()
  await expect(page.getByRole('radio', { name: 'Ana' })).toHaveCount(0)
  await sharing.quick('last-month').click()
  await sharing.goOn.click()
  await expect(sharing.problem).toHaveText(t('sharing.problem.empty-period'))
  await sharing.scope('session').check()
  await sharing.goOn.click()
  await expect(sharing.problem).toHaveText(t('sharing.problem.session'))
  await sharing.scope('period').check()
  await sharing.quick('week').click()
  await sharing.audience(t('sharing.audience.other')).check()
  await sharing.goOn.click()
  await expect(sharing.problem).toHaveText(t('sharing.problem.name'))
  await sharing.name.fill('Tante Ria')
  await sharing.goOn.click()

  await expect(page.getByText('For Tante Ria · 1 item', { exact: true })).toBeVisible()
  await expect(sharing.reason('sharing.reason.tick')).toBeVisible()
})

test('[F72] [F75] ticks belong to one reader; a dialog that is left and a place that takes no files lose nothing', async ({ openApp }) => {
  const app = await openApp({ now, begun: { sheet: 'later', role: 'mentor', me: 'Sari', other: 'Ana' } })
  const { page } = app
  const sharing = sharingPage(page)
  await holdSession(page, 'Ana')
  await sharing.reviewSession()
  await sharing.tick(said.agenda).check()
  await sharing.back('what').click()
  await sharing.audience(t('sharing.audience.coordinator')).check()
  await sharing.goOn.click()
  await expect(sharing.tick(said.agenda)).not.toBeChecked()
  await sharing.tick(said.agenda).check()
  await page.keyboard.press('Control+End')
  await sharing.goOn.click()
  await sharing.documentTitle.fill('For the programme')
  await expect(sharing.preview).toContainText('For the programme')

  await sharing.format('markdown').check()
  await app.choosing(null, () => sharing.save.click())
  await expect(sharing.cancelled).toBeVisible()
  const [dialog] = await Promise.all([app.dialog(), sharing.save.click()])
  const files = fileWindow(dialog)
  await files.list.waitFor()
  await files.goTo('/proc')
  await files.accept()
  await expect(dialog.getByText(/Nothing can be (written|saved)|cannot be written|read-only/i).first()).toBeVisible()
  await files.goTo(app.home)
  await files.name.fill('summary.md')
  await files.accept()
  await expect(sharing.saved).toBeVisible()

  expect(existsSync(join(app.home, 'summary.md'))).toBe(true)
  await page.keyboard.press('Control+7')
  await expect(sharing.ledger).toHaveCount(1)
  await expect(sharing.ledger).toContainText('For the programme')
  await expect(sharing.ledger).toContainText('for the programme coordinator · Markdown · 1 item')
  await expect(sharing.show).toBeVisible()
})

test('a summary meant for paper says what to do where there is no printer', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { sheet: 'later' } })
  const sharing = sharingPage(page)
  await holdSession(page)
  await sharing.reviewSession('Control+p')
  await sharing.tick(said.agenda).check()
  await page.keyboard.press('Control+End')
  await sharing.goOn.click()

  await sharing.print.click()

  await expect(page.getByRole('alert').filter({ hasText: t('error.print.unavailable') })).toBeVisible({ timeout: 30_000 })
  await expect(sharing.save).toBeVisible()
})

test('[F86] agreement, review, copy, preview and search have no fault for axe and no sideways scrolling, light and dark', async ({ openApp }) => {
  test.setTimeout(120_000)
  const { page } = await openApp({ now, begun: { sheet: 'later' } })
  const [sharing, agreement] = [sharingPage(page), agreementPage(page)]
  const look = async (what: string) => {
    expect(await axeFaultsInBoth(page), what).toEqual([])
    for (const width of [1280, 800, 640, 480, 320]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${what} at ${width}`).toBeLessThanOrEqual(0)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  await holdSession(page)
  await agreement.open()
  await agreement.begin('sample').click()
  await agreement.words(3).click()
  await look('agreement')
  await page.keyboard.press('Escape')
  await sharing.reviewSession()
  await sharing.folds.first().click()
  await sharing.tick(said.agenda).check()
  await sharing.item(said.result).click()
  await look('review')
  await sharing.act(said.result, 'sharing.edit').click()
  await look('copy')
  await sharing.inCopy('act.cancel').click()
  await page.keyboard.press('Control+End')
  await sharing.goOn.click()
  await expect(sharing.preview).toContainText(said.agenda)
  await look('preview')
  await searchPage(page).ask('my week')
  await expect(page.getByRole('option').first()).toBeVisible()
  await look('search')
})

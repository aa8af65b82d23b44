import { texts } from '../../shared/texts/texts.ts'
import { docxWords } from '../electron/exports/docx-parts.ts'
import { expect, test } from './open-app.ts'
import { agreementPage } from './pages/agreement.ts'
import { beginJournal, lockAndUnlock, words } from './pages/first-start.ts'
import { searchPage } from './pages/search.ts'
import { tabTo } from './pages/sessions.ts'
import { sharingPage } from './pages/sharing.ts'

const t = words('en')
const now = '2026-11-23T20:20:00.000Z'
const { clauses, clauseGroups } = texts.en

/** As the clause reads for Ana and Sari. */
const named = (text: string) => text.replaceAll('{mentor}', 'Sari').replaceAll('{mentee}', 'Ana')

test('[F18] [F22] [F23] the sample contract begins with the mentor’s part, ends with the way out, and is kept as it is ticked', async ({ openApp }) => {
  const { page } = await openApp({ now })
  const agreement = agreementPage(page)
  await beginJournal(page, { sheet: 'later' })

  await agreement.open()
  await agreement.begin('sample').click()
  await expect(agreement.rows).toHaveCount(12)
  await expect(agreement.heads).toHaveText([clauseGroups.mentor, clauseGroups.mentee, clauseGroups.practical, clauseGroups.confidence, clauseGroups.ending].map(named))
  await expect(agreement.words(1)).toHaveText(named(clauses['mentor-attention']))
  await expect(agreement.words(7)).toHaveText(named(clauses['mentee-eagerness']))
  await expect(agreement.words(12)).toHaveText(clauses['ending-no-fault'])
  await agreement.tick(3).check()
  await agreement.setLanguage('id')
  await expect(agreement.words(7)).toHaveText(named(texts.id.clauses['mentee-eagerness']))
  await lockAndUnlock(page)

  await expect(agreement.words(12)).toHaveText(texts.id.clauses['ending-no-fault'])
  await expect(agreement.tick(3)).toBeChecked()
  await expect(page.getByText(t('agreement.clear.count', { clear: 1, count: 12 }))).toBeVisible()
})

test('[F18] [F23] a clause is changed, added, moved, removed and taken back without a pointer', async ({ openApp }) => {
  const { page } = await openApp({ now })
  const agreement = agreementPage(page)
  await beginJournal(page, { sheet: 'later' })
  await agreement.open()
  await tabTo(page, agreement.begin('sample'))
  await page.keyboard.press('Enter')
  await expect(agreement.rows).toHaveCount(12)

  await tabTo(page, agreement.words(1))
  await page.keyboard.press('ArrowDown')
  await expect(agreement.words(2)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Sari answers within three working days.')
  await page.keyboard.press('Enter')
  await expect(agreement.words(2)).toHaveText('Sari answers within three working days.')
  await expect(agreement.words(2)).toBeFocused()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect(agreement.words(1)).toHaveText('Sari answers within three working days.')
  await expect(agreement.words(1)).toBeFocused()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect(agreement.words(1)).toHaveText('Sari answers within three working days.')
  await tabTo(page, agreement.add(clauseGroups.practical))
  await page.keyboard.press('Enter')
  await page.keyboard.type('We meet every other Tuesday.')
  await page.keyboard.press('Enter')
  await expect(agreement.words(12)).toHaveText('We meet every other Tuesday.')
  await page.keyboard.press('ArrowUp')
  await expect(agreement.words(11)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(agreement.menu(11)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(agreement.rows).toHaveCount(12)
  await page.keyboard.press('Control+z')
  await expect(agreement.rows).toHaveCount(13)
  await lockAndUnlock(page)

  await expect(agreement.words(1)).toHaveText('Sari answers within three working days.')
  await expect(agreement.words(2)).toHaveText(named(clauses['mentor-attention']))
  await expect(agreement.words(11)).toHaveText(named(clauses['mentee-trust']))
  await expect(agreement.words(12)).toHaveText('We meet every other Tuesday.')
})

test('[F23] typed words stay as typed, an untouched sample follows a new name, and the sample comes back', async ({ openApp }) => {
  const { page } = await openApp({ now })
  const agreement = agreementPage(page)
  await beginJournal(page, { sheet: 'later', other: '' })
  await agreement.open()
  await agreement.begin('sample').click()
  await expect(agreement.words(1)).toHaveText('The mentor gives Ana undivided attention in every session.')

  await agreement.words(2).click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Twice.')
  await page.keyboard.press('Escape')
  await expect(agreement.words(2)).toHaveText('The mentor shares what experience has taught, mistakes included. Twice.')
  await page.getByRole('button', { name: t('agreement.names.act') }).click()
  await page.getByLabel(t('settings.other')).fill('Sari')
  await page.getByLabel(t('settings.other')).blur()
  await agreement.open()
  await expect(agreement.words(1)).toHaveText(named(clauses['mentor-attention']))
  await expect(agreement.words(2)).toHaveText('The mentor shares what experience has taught, mistakes included. Twice.')
  await expect(page.getByText(t('agreement.names'))).toHaveCount(0)
  await agreement.row(2).click()
  await agreement.margin.getByRole('button', { name: t('agreement.sample.use') }).click()
  await expect(agreement.words(2)).toHaveText(named(clauses['mentor-expertise']))
  await agreement.undo.click()

  await expect(agreement.words(2)).toHaveText('The mentor shares what experience has taught, mistakes included. Twice.')
  await expect(agreement.margin).toContainText(named(clauses['mentor-expertise']))
})

test('[F22] a blank agreement still lets either stop, and says what is given up when that goes', async ({ openApp }) => {
  const { page } = await openApp({ now })
  const agreement = agreementPage(page)
  await beginJournal(page, { sheet: 'later', role: 'mentor', me: 'Sari', other: 'Ana' })
  await agreement.open()
  await agreement.begin('blank').click()
  await expect(agreement.rows).toHaveCount(1)
  await expect(agreement.words(1)).toHaveText(clauses['ending-no-fault'])

  await agreement.menu(1).click()
  await page.getByRole('menuitem', { name: t('agreement.remove') }).click()
  await expect(page.getByText(t('agreement.did.removed-ending'))).toBeVisible()
  await agreement.undo.click()
  await lockAndUnlock(page)

  await expect(agreement.words(1)).toHaveText(clauses['ending-no-fault'])
})

test('an emptied clause is a removed one, with the words it had', async ({ openApp }) => {
  const { page } = await openApp({ now })
  const [agreement, search] = [agreementPage(page), searchPage(page)]
  await beginJournal(page, { sheet: 'later' })
  await agreement.open()
  await agreement.begin('sample').click()

  await agreement.words(6).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
  await expect(agreement.rows).toHaveCount(11)
  await agreement.undo.click()

  await expect(agreement.words(6)).toHaveText(named(clauses['mentor-trust']))
  await search.ask('keeps private')
  await expect(search.hits).toHaveCount(2)
})

test('[F26] [F73] [F75] each gets a copy of the whole agreement: a word-processor file, a PDF, and a line in the ledger for each', async ({ openApp }) => {
  const app = await openApp({ now })
  const { page } = app
  const [agreement, sharing] = [agreementPage(page), sharingPage(page)]
  await beginJournal(page, { sheet: 'later' })
  await agreement.open()
  await agreement.begin('sample').click()
  await agreement.words(1).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Sari switches her telephone off.')
  await page.keyboard.press('Enter')

  await agreement.share.click()
  await expect(sharing.scope('agreement')).toBeChecked()
  await sharing.goOn.click()
  await expect(page.getByRole('checkbox')).toHaveCount(1)
  await expect(page.getByRole('checkbox', { name: t('sharing.review.whole') })).toBeChecked()
  await sharing.setLanguage('nl')
  await expect(sharing.item(named(texts.nl.clauses['mentor-expertise']))).toBeVisible()
  await sharing.setLanguage('en')
  await expect(sharing.item('Sari switches her telephone off.')).toBeVisible()
  await expect(sharing.goOn).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Control+End')
  await sharing.goOn.click()
  await expect(sharing.preview).toContainText('Sari switches her telephone off.')
  const docx = await sharing.saveAs(app, 'docx', app.home)
  const pdf = await sharing.saveAs(app, 'pdf', app.home)

  const all = ['Sari switches her telephone off.', ...Object.entries(clauses).filter(([id]) => id !== 'mentor-attention').map(([, text]) => named(text))]
  const read = docxWords(docx).join('\n')
  for (const clause of all) expect(read).toContain(clause)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  await page.keyboard.press('Control+7')
  await expect(sharing.ledger).toHaveCount(2)
  await expect(sharing.ledger.first()).toContainText('for Sari, mentor · PDF · 12 items')
  await expect(sharing.ledger.last()).toContainText('DOCX')
})

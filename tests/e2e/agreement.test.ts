import { confidenceText } from '../../shared/rules/confidence-text.ts'
import { clauseTexts } from '../../shared/texts/clauses-all.ts'
import type { ConfidenceRule } from '../../shared/agreement.ts'
import { texts } from '../../shared/texts/texts.ts'
import { docxWords } from '../electron/exports/docx-parts.ts'
import { expect, test } from './open-app.ts'
import { agreementPage } from './pages/agreement.ts'
import { lockAndUnlock, words } from './pages/first-start.ts'
import { searchPage } from './pages/search.ts'
import { tabTo } from './pages/sessions.ts'
import { sharingPage } from './pages/sharing.ts'

const t = words('en')
const now = '2026-11-23T20:20:00.000Z'
const { clauses, clauseGroups } = texts.en

/** As the clause reads for Ana and Sari. */
const named = (text: string) => text.replaceAll('{mentor}', 'Sari').replaceAll('{mentee}', 'Ana')

test('[F18] [F22] [F23] the sample contract begins with the mentor’s part, ends with the way out, and is kept as it is ticked', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { sheet: 'later' } })
  const agreement = agreementPage(page)

  await agreement.open()
  await agreement.begin('sample').click()
  await expect(agreement.rows).toHaveCount(12)
  await expect(agreement.heads).toHaveText([clauseGroups.mentor, clauseGroups.mentee, clauseGroups.practical, clauseGroups.confidence, clauseGroups.boundaries, clauseGroups.ending].map(named))
  await expect(agreement.words(1)).toHaveText(named(clauses['mentor-attention']))
  await expect(agreement.words(7)).toHaveText(named(clauses['mentee-eagerness']))
  await expect(agreement.words(12)).toHaveText(clauses['ending-no-fault'])
  await agreement.tick(3).check()
  await agreement.samples(named(clauseGroups.mentor)).click()
  await agreement.useSample(named(clauseTexts.en.samples['mentor-decisions'])).click()
  await expect(agreement.words(7)).toHaveText(named(clauseTexts.en.samples['mentor-decisions']))
  await expect(agreement.useSample(named(clauseTexts.en.samples['mentor-decisions']))).toHaveCount(0)
  await agreement.margin.getByRole('button', { name: t('clause.sample.use.named', { text: named(clauseTexts.en.samples['mentor-limits']) }) }).click()
  await expect(agreement.words(7)).toHaveText(named(clauseTexts.en.samples['mentor-limits']))
  await agreement.undo.click()
  await expect(agreement.words(7)).toHaveText(named(clauseTexts.en.samples['mentor-decisions']))
  await agreement.menu(7).click()
  await page.getByRole('menuitem', { name: t('agreement.remove') }).click()
  await expect(agreement.rows).toHaveCount(12)
  await agreement.setLanguage('id')
  await expect(agreement.words(7)).toHaveText(named(texts.id.clauses['mentee-eagerness']))
  await lockAndUnlock(page)

  await expect(agreement.words(12)).toHaveText(texts.id.clauses['ending-no-fault'])
  await expect(agreement.tick(3)).toBeChecked()
  await expect(page.getByText(t('agreement.clear.count', { clear: 1, count: 12 }))).toBeVisible()
})

test('[F18] [F23] a clause is changed, added, moved, removed and taken back without a pointer', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { sheet: 'later' } })
  const agreement = agreementPage(page)
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
  // At once, whether or not it is made yet.
  await page.keyboard.press('ArrowUp')
  await expect(agreement.words(11)).toBeFocused()
  await expect(agreement.words(12)).toHaveText('We meet every other Tuesday.')
  await page.keyboard.press('Tab')
  await expect(agreement.menu(11)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByText(t('agreement.did.removed', { number: 11 }))).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(agreement.rows).toHaveCount(13)
  await lockAndUnlock(page)

  await expect(agreement.words(1)).toHaveText('Sari answers within three working days.')
  await expect(agreement.words(2)).toHaveText(named(clauses['mentor-attention']))
  await expect(agreement.words(11)).toHaveText(named(clauses['mentee-trust']))
  await expect(agreement.words(12)).toHaveText('We meet every other Tuesday.')
})

test('[F23] typed words stay as typed, an untouched sample follows a new name, and the sample comes back', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { sheet: 'later', other: '' } })
  const agreement = agreementPage(page)
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
  const { page } = await openApp({ now, begun: { sheet: 'later', role: 'mentor', me: 'Sari', other: 'Ana' } })
  const agreement = agreementPage(page)
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
  const { page } = await openApp({ now, begun: { sheet: 'later' } })
  const [agreement, search] = [agreementPage(page), searchPage(page)]
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

test('[F19] [F28] [F33] what is still open becomes a clause with one key, in its place, and is not asked again', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { sheet: 'later' } })
  const agreement = agreementPage(page)
  const { topics, samples } = clauseTexts.en
  await agreement.open()
  await agreement.begin('blank').click()
  await expect(agreement.topic(topics['no-fault'])).toHaveCount(0)

  await tabTo(page, agreement.topic(topics.place))
  await page.keyboard.press('ArrowDown')
  await expect(agreement.topic(topics.time)).toBeFocused()
  // No waiting: the first keys come before its clause is made.
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Every other Tuesday, one hour.')
  await page.keyboard.press('Enter')
  await expect(agreement.words(1)).toBeFocused()
  await expect(agreement.words(1)).toHaveText('Every other Tuesday, one hour.')
  for (const [topic, number] of [['success', 2], ['place', 1], ['urgent', 3]] as const) {
    await agreement.topic(topics[topic]).click()
    await expect(page.getByRole('main').getByRole('textbox')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(agreement.topic(topics[topic])).toHaveCount(0)
    await expect(page.getByText(t('agreement.did.added', { number }))).toBeVisible()
  }
  await expect(agreement.words(1)).toHaveText(samples['place-face-to-face'])
  await expect(agreement.words(3)).toHaveText(named(samples['urgent-call']))
  await expect(agreement.words(4)).toHaveText(named(samples['success-goals']))
  await agreement.undo.click()
  await expect(agreement.topic(topics.urgent)).toBeVisible()
  for (const topic of ['not-working', 'signs-mentee', 'signs-mentor'] as const) {
    await agreement.topic(named(topics[topic])).click()
    await expect(page.getByRole('main').getByRole('textbox')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(agreement.topic(named(topics[topic]))).toHaveCount(0)
  }
  await lockAndUnlock(page)

  const ending = [clauses['ending-no-fault'], samples['signs-mentor-goals'], samples['signs-mentee-relevance'], samples['not-working-aloud']].map(named)
  await expect(agreement.rows).toHaveCount(7)
  for (const [index, text] of [samples['place-face-to-face'], 'Every other Tuesday, one hour.', named(samples['success-goals']), ...ending].entries()) {
    await expect(agreement.words(index + 1)).toHaveText(text)
  }
  await expect(agreement.topic(topics.time)).toHaveCount(0)
})

test('[F20] what stays between the two is chosen, read as a sentence in each language, and stays a rule when its words are changed', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { sheet: 'later' } })
  const agreement = agreementPage(page)
  const { rule } = agreement
  const results = { what: ['results', 'commitments'], may: 'asked', whom: ['mentee', 'coordinator'], other: '', when: 'any-time', only: '' } satisfies ConfidenceRule
  await agreement.open()
  await agreement.begin('blank').click()

  await tabTo(page, agreement.topic(clauseTexts.en.confidenceQuestion))
  await page.keyboard.press('Enter')
  await expect(rule.dialog).toContainText('Each of us keeps everything we talk about between the two of us.')
  await rule.what('results').check()
  await rule.what('commitments').check()
  await expect(rule.what('everything')).not.toBeChecked()
  await rule.may('asked').check()
  await rule.whom('Ana').check()
  await rule.whom(t('confidence.whom.coordinator')).check()
  await rule.accept.press('Enter')
  await expect(agreement.words(1)).toHaveText(named(confidenceText(results, 'en')))
  await expect(agreement.words(1)).toBeFocused()
  await agreement.setLanguage('nl')
  await expect(agreement.words(1)).toHaveText(named(confidenceText(results, 'nl')))
  await agreement.setLanguage('en')
  await agreement.row(1).click()
  await agreement.margin.getByRole('button', { name: t('clause.rule.change') }).click()
  await expect(rule.may('asked')).toBeChecked()
  await rule.may('freely').check()
  await rule.accept.click()
  await expect(agreement.words(1)).toHaveText(named(confidenceText({ ...results, may: 'freely' }, 'en')))
  await agreement.words(1).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('The coordinator hears results from both of us.')
  await page.keyboard.press('Enter')
  await lockAndUnlock(page)

  await expect(agreement.words(1)).toHaveText('The coordinator hears results from both of us.')
  await agreement.row(1).click()
  await expect(agreement.margin).toContainText(t('clause.rule.kept'))
  await expect(agreement.margin).toContainText(named(confidenceText({ ...results, may: 'freely' }, 'en')))
})

test('[F85] two languages stand beside each other, each is written in its place, and what is missing is said', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { sheet: 'later', me: 'Ana 🌱', other: 'سارة' } })
  const agreement = agreementPage(page)
  const id = texts.id.clauses
  // Names from right to left, and one with an emoji, stand in the middle of either language.
  const filled = (text: string) => text.replaceAll('{mentor}', 'سارة').replaceAll('{mentee}', 'Ana 🌱')
  await agreement.open()
  await agreement.begin('sample').click()

  await agreement.setPair('en', 'id')
  await expect(agreement.words(1)).toHaveText(filled(clauses['mentor-attention']))
  await expect(agreement.beside(1)).toHaveText(filled(id['mentor-attention']))
  await agreement.words(1).click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Always.')
  await page.keyboard.press('Enter')
  await expect(agreement.beside(1)).toContainText(t('agreement.not-translated', { language: 'Indonesian' }))
  await page.keyboard.press('Tab')
  await expect(agreement.beside(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Perhatian penuh, selalu.')
  await page.keyboard.press('Enter')
  await expect(agreement.beside(1)).toHaveText('Perhatian penuh, selalu.')
  await agreement.margin.getByRole('button', { name: t('clause.write.named', { number: 1, language: 'Dutch' }) }).click()
  await agreement.besideField(1, 'nl').fill('Altijd onverdeelde aandacht.')
  await page.keyboard.press('Enter')
  await expect(agreement.margin).toContainText('Altijd onverdeelde aandacht.')
  const wide = await Promise.all([agreement.words(1).boundingBox(), agreement.beside(1).boundingBox()])
  expect(wide[0]?.y).toBe(wide[1]?.y)
  await page.setViewportSize({ width: 480, height: 800 })
  const narrow = await Promise.all([agreement.words(1).boundingBox(), agreement.beside(1).boundingBox()])
  expect(narrow[1]?.y).toBeGreaterThan((narrow[0]?.y ?? 0) + 24)
  await page.setViewportSize({ width: 1280, height: 800 })
  await lockAndUnlock(page)

  await expect(agreement.words(1)).toHaveText(`${filled(clauses['mentor-attention'])} Always.`)
  await expect(agreement.beside(1)).toHaveText('Perhatian penuh, selalu.')
  await expect(agreement.beside(2)).toHaveText(filled(id['mentor-expertise']))
  await agreement.tick(1).check()
  await agreement.margin.getByText(t('journal.margin.history')).click()
  await agreement.margin.getByRole('button', { name: filled(clauses['mentor-attention']).slice(0, -1) }).last().click()
  await page.getByRole('dialog').getByRole('button', { name: t('journal.history.restore') }).click()
  await expect(agreement.beside(1)).toContainText(t('clause.write'))
  await agreement.undo.click()
  await expect(agreement.beside(1)).toHaveText('Perhatian penuh, selalu.')
})

test('what one clause cannot hold goes on in the next, and undo makes it as it was', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { sheet: 'later' } })
  const agreement = agreementPage(page)
  const sentence = 'سارة answers within three working days. 🌱 '
  await agreement.open()
  await agreement.begin('blank').click()

  await agreement.add(clauseGroups.practical).click()
  await page.keyboard.insertText(sentence.repeat(700))
  await expect(page.getByText(t('clause.too-long'))).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(agreement.rows).toHaveCount(3)
  const [first, second] = [await agreement.words(1).textContent(), await agreement.words(2).textContent()]

  expect(`${first} ${second}`).toBe(sentence.repeat(700).trim())
  await agreement.undo.click()
  await expect(agreement.rows).toHaveCount(1)
})

test('[F26] [F73] [F75] each gets a copy of the whole agreement: a word-processor file, a PDF, and a line in the ledger for each', async ({ openApp }) => {
  const app = await openApp({ now, begun: { sheet: 'later' } })
  const { page } = app
  const [agreement, sharing] = [agreementPage(page), sharingPage(page)]
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
  await agreement.open()
  await agreement.menu(1).click()
  await page.getByRole('menuitem', { name: t('agreement.remove') }).click()
  await expect(page.getByText(t('clause.still.copy', { day: '23 November' }))).toBeVisible()
  await agreement.undo.click()
  await expect(agreement.words(1)).toHaveText('Sari switches her telephone off.')
})

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathTexts } from '../../shared/texts/path-all.ts'
import { docxWords } from '../electron/exports/docx-parts.ts'
import { expect, test } from './open-app.ts'
import { findPage } from './pages/find.ts'
import { lockAndUnlock, words } from './pages/first-start.ts'
import { pathPage } from './pages/path.ts'
import { searchPage } from './pages/search.ts'
import { tabTo } from './pages/sessions.ts'
import { sharingPage } from './pages/sharing.ts'

const t = words('en')
const now = '2026-11-23T20:20:00.000Z'
const { exam, criteria, steps, letter } = pathTexts.en

test('[F8] five short pages lead from what one needs to an ending, without a pointer; with a mentor they are gone', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { role: 'looking', sheet: 'later' } })
  const [path, find] = [pathPage(page), findPage(page)]

  await expect(page.getByRole('navigation').getByRole('button', { name: t('place.sessions'), exact: true })).toHaveCount(0)
  await path.open()
  await tabTo(page, page.getByRole('tab', { name: t('path.tab.phases'), exact: true }))
  await page.keyboard.press('ArrowRight')
  await expect(find.tab).toBeFocused()
  await tabTo(page, find.begin)
  await page.keyboard.press('Enter')
  for (const [index, { name, points }] of steps.entries()) {
    await expect(page.getByRole('heading', { name, exact: true, level: 2 })).toBeVisible()
    for (const point of points) await expect(page.getByText(point, { exact: true })).toBeVisible()
    const next = steps[index + 1]
    if (next === undefined) break
    await tabTo(page, page.getByRole('button', { name: t('path.find.next', { name: next.name }), exact: true }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: next.name, exact: true, level: 2 })).toBeFocused()
  }
  await lockAndUnlock(page)
  await expect(page.getByRole('heading', { name: steps[4]?.name ?? '', exact: true, level: 2 })).toBeVisible()
  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: t('settings.people'), exact: true }).click()
  await page.getByRole('radio', { name: t('settings.role.mentee'), exact: true }).check()
  await path.open()

  await expect(path.here).toBeVisible()
  await expect(find.tab).toHaveCount(0)
})

test('[F9] the self-exam becomes one paragraph, which is one’s own once it is changed', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { role: 'looking', sheet: 'later' } })
  const [path, find] = [pathPage(page), findPage(page)]
  const long = `${'All of it. '.repeat(1817)}End of it.`
  await path.open()
  await find.tab.click()
  await find.begin.click()

  await expect(find.looking).toHaveValue(exam.looking)
  await find.help('An honest view from outside').click()
  await find.help('New ideas').click()
  await find.answer('help').fill('شجاعة 🧭')
  await find.answer('strengths').fill('I stay calm')
  await find.answer('keep').fill(long)
  await expect(find.looking).toHaveValue(/^I am looking for a mentor who can help me with an honest view from outside, new ideas and شجاعة 🧭\. What I am good at: I stay calm\. What I want to keep doing: All of it\..*…$/)
  await find.answer('keep').fill('Walking the line')
  await find.help('New ideas').click()
  await find.undo.click()
  await expect(find.help('New ideas')).toHaveAttribute('aria-pressed', 'true')
  await find.looking.fill('Somebody who has been there.')
  await find.answer('stop').fill('Saying yes')
  await find.save()
  await lockAndUnlock(page)
  await expect(find.looking).toHaveValue('Somebody who has been there.')
  await expect(find.answer('stop')).toHaveValue('Saying yes')
  await find.anew.click()
  await expect(find.looking).toHaveValue(/Walking the line\. What I want to stop doing: Saying yes\.$/)
  await find.undo.click()

  await expect(find.looking).toHaveValue('Somebody who has been there.')
})

test('[F10] people stand side by side in words, the log keeps whom one asked, and everything is found again', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { role: 'looking', sheet: 'later' } })
  const [path, find, search] = [pathPage(page), findPage(page), searchPage(page)]
  await path.open()
  await find.tab.click()
  await find.begin.click()
  await find.step(2).click()

  await expect(find.criterion(1)).toHaveValue(criteria.trust)
  await find.weight(1).selectOption({ label: t('path.find.weight.must') })
  await find.addCriterion.click()
  await page.keyboard.type('Works where I want to work')
  await find.criterionMenu(4).click()
  await page.getByRole('menuitem', { name: t('path.find.remove') }).click()
  await expect(page.getByText(t('path.find.did.removed', { text: criteria.career }))).toBeVisible()
  await find.undo.click()
  await expect(find.criterion(5)).toHaveValue('Works where I want to work')
  await find.add.click()
  await expect(page.getByText(t('path.find.people.missing'))).toBeVisible()
  for (const name of ['Sari 👩🏽‍🚀', 'ليلى حداد']) {
    await find.name.fill(name)
    await page.keyboard.press('Enter')
    await expect(find.person(name)).toBeVisible()
  }
  await find.person('Sari').click()
  await find.why.fill('She says what she thinks.')
  await find.introducer.fill('Wayan')
  await find.fit(criteria.trust).getByRole('radio', { name: t('path.find.fit.well'), exact: true }).check()
  await find.fitWord(criteria.trust).fill('An hour about the budget')
  await find.fit(criteria.view).getByRole('radio', { name: t('path.find.fit.partly'), exact: true }).check()
  await find.personAnswer('thinking').check()
  await find.save()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(find.table.getByRole('columnheader')).toHaveText([t('path.find.compare.criterion'), 'Sari 👩🏽‍🚀', 'ليلى حداد'])
  await expect(find.table.getByRole('row').nth(1)).toContainText(`${t('path.find.fit.well')}An hour about the budget${t('path.find.fit.unknown')}`)
  await expect(find.table.getByRole('row').nth(3)).toContainText(t('path.find.fit.partly'))
  await find.addAround.click()
  await find.aroundWho.fill('Dewi')
  await find.aroundSaid.fill('Ask the harbour master.')
  await find.aroundSaid.blur()
  await lockAndUnlock(page)
  await expect(find.aroundSaid).toHaveValue('Ask the harbour master.')
  await search.ask('budget')
  await search.hits.first().click()
  await expect(find.fitWord(criteria.trust)).toHaveValue('An hour about the budget')
  await search.ask('harbour master')
  await search.hits.filter({ hasText: 'harbour master' }).first().click()

  await expect(find.aroundWho).toHaveValue('Dewi')
})

test('[F10] the request is drafted from what was said, changed, and leaves through the review alone', async ({ openApp }) => {
  const app = await openApp({ now, begun: { role: 'looking', sheet: 'later' } })
  const { page } = app
  const [path, find, sharing] = [pathPage(page), findPage(page), sharingPage(page)]
  await path.open()
  await find.tab.click()
  await find.begin.click()
  await find.help('New ideas').click()
  await find.step(2).click()
  await find.name.fill('Sari')
  await page.keyboard.press('Enter')
  await find.person('Sari').click()
  await find.why.fill('You say what you think')
  await find.draft.click()

  await expect(find.letter).toHaveValue(new RegExp(`^Dear Sari,\n\n${letter.opening} What made me think of you: You say what you think\\.\n\nI am looking for a mentor who can help me with new ideas\\.`))
  await find.letterLanguage.selectOption({ label: 'Nederlands' })
  await expect(find.letter).toHaveValue(/^Beste Sari,[^]*Ik zoek een mentor die me kan helpen met nieuwe ideeën\.[^]*\nAna$/)
  await find.letter.fill(`${await find.letter.inputValue()}\n\nPS Ik trakteer op koffie.`)
  await find.letterLanguage.selectOption({ label: 'English' })
  await expect(page.getByText(t('path.letter.did.language-only', { language: 'English' }))).toBeVisible()
  await expect(find.letter).toHaveValue(/^Beste Sari,/)
  await find.undo.click()
  await expect(find.letterLanguage).toHaveValue('nl')
  await find.share.click()
  await expect(sharing.goOn).toHaveAttribute('aria-disabled', 'true')
  await sharing.tick('Beste Sari').check()
  await sharing.goOn.click()
  const file = (await sharing.saveAs(app, 'docx', mkdtempSync(join(tmpdir(), 'mj-letter-'))))
  const out = docxWords(file)
  expect(out).toContain(pathTexts.nl.letter.title)
  expect(out).toContain('PS Ik trakteer op koffie.')
  await page.getByRole('button', { name: t('sharing.out.done'), exact: true }).click()

  await expect(sharing.ledger).toHaveCount(1)
  await expect(sharing.ledger).toContainText('Sari')
})

test('[F10] who says yes becomes the mentor of this space, the notes go along, and it can be taken back', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { role: 'looking', sheet: 'later' } })
  const [path, find] = [pathPage(page), findPage(page)]
  await path.open()
  await find.tab.click()
  await find.begin.click()
  await find.answer('strengths').fill('I stay calm.')
  await find.step(2).click()
  await find.name.fill('Sari')
  await page.keyboard.press('Enter')
  await find.person('Sari').click()
  await find.why.fill('She says what she thinks.')

  await find.saidYes.click()
  await expect(page.getByText(t('path.find.did.accepted', { name: 'Sari' }))).toBeVisible()
  await expect(page.getByRole('navigation').getByRole('button', { name: t('place.sessions'), exact: true })).toBeVisible()
  await expect(find.tab).toHaveCount(0)
  await find.undo.click()
  await expect(find.tab).toBeVisible()
  await find.tab.click()
  await find.step(2).click()
  await find.person('Sari').click()
  await find.saidYes.click()
  await expect(page.getByText(t('path.find.did.accepted', { name: 'Sari' }))).toBeVisible()
  await page.keyboard.press('Control+2')
  await expect(page.locator('#sheet li[data-item]')).toHaveCount(2)
  await page.locator('#sheet li[data-item]').filter({ hasText: exam.looking }).getByRole('button').click()

  await expect(page.getByText(exam.title, { exact: true })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('I stay calm.')
})

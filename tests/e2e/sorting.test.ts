import { pathTexts } from '../../shared/texts/path-all.ts'
import { texts } from '../../shared/texts/texts.ts'
import { expect, test } from './open-app.ts'
import { agreementPage } from './pages/agreement.ts'
import { findPage } from './pages/find.ts'
import { lockAndUnlock, words } from './pages/first-start.ts'
import { pathPage } from './pages/path.ts'
import { sessionPage, sessionsPage } from './pages/sessions.ts'
import { sortingPage } from './pages/sorting.ts'

const t = words('en')
const now = '2026-11-23T20:20:00.000Z'
const { clauses, clauseGroups } = texts.en
/** As it reads for Ana and Sari. */
const named = (text: string) => text.replaceAll('{mentor}', 'Sari').replaceAll('{mentee}', 'Ana')
const given = Object.values(pathTexts.en.criteria)

test('[F79] rows are put in order by a grip, dragged or by keyboard, with a word on each place and a way back', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { role: 'looking', sheet: 'later' } })
  const [path, find, sorting] = [pathPage(page), findPage(page), sortingPage(page)]
  const [a = '', b = '', c = '', d = ''] = given
  const order = async (...expected: string[]) => {
    for (const [index, text] of expected.entries()) await expect(find.criterion(index + 1)).toHaveValue(text)
  }
  await path.open()
  await find.tab.click()
  await find.begin.click()
  await find.step(2).click()
  await order(a, b, c, d)

  await sorting.drag(a, 'below', c)
  await order(b, c, a, d)
  await expect(sorting.grip(a)).toBeFocused()
  await sorting.drag(d, 'above', b)
  await order(d, b, c, a)
  await find.undo.click()
  await order(b, c, a, d)

  await sorting.grip(c).focus()
  await page.keyboard.press('Enter')
  await expect(sorting.said(sorting.place(2, 4))).toBeVisible()
  await page.keyboard.press('End')
  await expect(sorting.said(sorting.place(4, 4))).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sorting.said(t('ui.sort.stays'))).toHaveCount(1)
  await order(b, c, a, d)
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowUp')
  await expect(sorting.said(sorting.place(1, 4))).toBeVisible()
  await page.keyboard.press('Enter')
  await order(c, b, a, d)
  await expect(sorting.grip(c)).toBeFocused()
  await lockAndUnlock(page)

  await order(c, b, a, d)
})

test('[F79] [F18] an agenda line and a clause go where their grips are let go, a clause also into another group', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { sheet: 'later' } })
  const [agreement, sorting, sessions, session] = [agreementPage(page), sortingPage(page), sessionsPage(page), sessionPage(page)]
  await agreement.open()
  await agreement.begin('sample').click()
  await expect(agreement.rows).toHaveCount(12)
  const [first, second, lastOfMentor, firstOfMentee] = [named(clauses['mentor-attention']), named(clauses['mentor-expertise']), named(clauses['mentor-trust']), named(clauses['mentee-eagerness'])]

  await sorting.drag(first, 'below', second)
  await expect(agreement.words(1)).toHaveText(second)
  await expect(agreement.words(2)).toHaveText(first)
  await sorting.grip(lastOfMentor).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(sorting.said(`${named(clauseGroups.mentee)}: ${sorting.place(2, 6)}`)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(agreement.words(6)).toHaveText(firstOfMentee)
  await expect(agreement.words(7)).toHaveText(lastOfMentor)
  await expect(sorting.grip(lastOfMentor)).toBeFocused()
  await agreement.undo.click()
  await expect(agreement.words(6)).toHaveText(lastOfMentor)
  await lockAndUnlock(page)

  await expect(agreement.words(1)).toHaveText(second)
  await expect(agreement.words(7)).toHaveText(firstOfMentee)
  await sessions.open()
  await sessions.plan.click()
  await sessions.dialog.accept.click()
  await session.add.click()
  await page.keyboard.type('What went well')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Saying no 🧭')
  await page.keyboard.press('Enter')
  await page.keyboard.type('مرحبا')
  await page.keyboard.press('Tab')
  await sorting.drag('مرحبا', 'above', 'What went well')
  await expect(session.line(1)).toHaveValue('مرحبا')
  await expect(session.line(2)).toHaveValue('What went well')
  await expect(session.line(3)).toHaveValue('Saying no 🧭')
})

import { texts } from '../../shared/texts/texts.ts'
import { pathTexts } from '../../shared/texts/path-all.ts'
import { expect, test } from './open-app.ts'
import { agreementPage } from './pages/agreement.ts'
import { lockAndUnlock, words } from './pages/first-start.ts'
import { journal } from './pages/journal.ts'
import { pathPage } from './pages/path.ts'
import { holdSession } from './pages/relationship.ts'
import { tabTo } from './pages/sessions.ts'

const t = words('en')
const now = '2026-11-23T20:20:00.000Z'
const { phases, lines, primer, reasons } = pathTexts.en
const named = (text: string) => text.replaceAll('{mentor}', 'Sari').replaceAll('{mentee}', 'Ana')

test('[F5] the map says where the two are, keeps ticks, and is never a gate', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { sheet: 'later' } })
  const path = pathPage(page)

  await path.open()
  await expect(path.here).toContainText(phases[1].name)
  await expect(page.getByText(t('path.reason.not-begun'))).toBeVisible()
  await path.tick(lines['mentee-why']).check()
  await path.phase(phases[3].name).click()
  await path.tick(named(lines['mentee-answers'])).check()
  // The line at the foot is about this tick by now, not about the one before.
  await expect(path.status).toContainText(named(lines['mentee-answers']))
  await path.undo.click()
  await expect(path.tick(named(lines['mentee-answers']))).not.toBeChecked()
  await path.set.click()
  await expect(path.here).toContainText(phases[3].name)
  await lockAndUnlock(page)
  await expect(path.here).toContainText(phases[3].name)
  await path.follow.click()
  await expect(path.here).toContainText(phases[1].name)
  await expect(path.tick(lines['mentee-why'])).toBeChecked()
  await agreementPage(page).open()
  await agreementPage(page).begin('blank').click()
  await holdSession(page)
  await path.open()

  await expect(path.here).toContainText(phases[3].name)
  await expect(path.list(phases[3].name).getByRole('checkbox')).toHaveCount(7)
})

test('[F5] Today offers the next line of a mentor’s own list, last of all, without a pointer', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { role: 'mentor', me: 'Sari', other: 'Ana 👩🏽‍🚀 ليلى' } })
  const path = pathPage(page)
  const putOff = async () => {
    await tabTo(page, page.getByRole('button', { name: t('today.not-now'), exact: true }))
    await page.keyboard.press('Enter')
  }

  await expect(page.getByText(t('today.step.nothing-planned.title'), { exact: true })).toBeVisible()
  await putOff()
  await expect(page.getByText(lines['mentor-why'], { exact: true })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: t('today.step.phase-line.act'), exact: true }))
  await page.keyboard.press('Enter')
  await tabTo(page, path.tick(lines['mentor-why']))
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(path.tick(lines['mentor-skills'])).toBeFocused()
  await tabTo(page, path.phase(phases[2].name))
  await page.keyboard.press('Enter')
  await expect(path.tick(lines['mentor-expect'].replace('{mentee}', 'Ana 👩🏽‍🚀 ليلى'))).toBeVisible()
  await page.keyboard.press('Control+1')
  await expect(page.getByText(lines['mentor-skills'], { exact: true })).toBeVisible()
  await putOff()

  await expect(page.getByText(t('today.step.nothing.title'), { exact: true })).toBeVisible()
})

test('[F6] each says for themselves that they read what mentoring is, with the day, and can take it back', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { sheet: 'later' } })
  const path = pathPage(page)
  const [sari, mine] = [path.tick(t('path.primer.tick', { name: 'Sari' })), path.tick(t('path.primer.tick.mine'))]

  await path.open()
  await path.primer.click()
  for (const line of [...primer.is, ...primer.isNot, ...primer.rules.map(named)]) await expect(page.getByText(line, { exact: true })).toBeVisible()
  await mine.check()
  await sari.check()
  await expect(page.getByText('23 November 2026')).toHaveCount(2)
  await path.undo.click()
  await expect(sari).not.toBeChecked()
  await lockAndUnlock(page)
  await expect(mine).toBeChecked()
  await path.open()

  await expect(page.getByText(t('path.primer.read.mine', { date: '23 November' }))).toBeVisible()
})

test('[F7] a reason opens an entry with its question, from the cards and from the drawer', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { sheet: 'later' } })
  const [path, entry] = [pathPage(page), journal(page)]
  const [first, last] = [reasons[0]?.prompt ?? '', reasons[9]?.prompt ?? '']

  await path.open()
  await path.reasons.click()
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(10)
  await page.getByRole('button', { name: first }).click()
  await expect(page.getByText(first, { exact: true })).toBeVisible()
  await page.keyboard.type('My first teacher, long ago.')
  await entry.save()
  await lockAndUnlock(page)
  await expect(page.getByText(first, { exact: true })).toBeVisible()
  await page.keyboard.press('Control+1')
  await page.getByRole('button', { name: t('path.reasons.more'), exact: true }).click()
  await page.getByRole('button', { name: last, exact: true }).click()

  await expect(page.getByRole('main').getByText(last, { exact: true })).toBeVisible()
  expect(texts.en.prompts.mentee).not.toContain(last)
})

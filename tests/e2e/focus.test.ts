import { expect, test } from './open-app.ts'
import type { Page } from './open-app.ts'
import { words } from './pages/first-start.ts'
import { holdSession, said } from './pages/relationship.ts'
import { sessionsPage } from './pages/sessions.ts'

const t = words('en')

/** A row's menu and one act of it, by keys alone. */
async function actByKey(page: Page, menu: string, act: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: act, exact: true }).focus()
  await page.keyboard.press('Enter')
}

test('[F86] a dialog opened from a row’s menu gives the focus back to the row', async ({ openApp }) => {
  const { page } = await openApp({ begun: { sheet: 'later' } })
  const sessions = sessionsPage(page)
  await sessions.open()
  await sessions.plan.click()
  const dialog = page.getByRole('dialog', { name: t('session.plan.title') })
  const calendar = dialog.getByRole('button', { name: new RegExp(`${t('session.date')}$`) })
  await calendar.focus()
  await page.keyboard.press('Enter')
  // What opens inside a dialog is alive in it: the arrows go through its days, and Esc closes it alone.
  await expect(page.getByRole('grid').locator(':focus')).toHaveCount(1)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(calendar).toBeFocused()
  await expect(sessions.dialog.date('day')).toHaveText(String(new Date(Date.now() + 15 * 86_400_000).getDate()).padStart(2, '0'))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(calendar).toBeFocused()
  // Keys that lead elsewhere wait for the dialog.
  await page.keyboard.press('Control+1')
  await expect(dialog).toBeVisible()
  await sessions.dialog.accept.click()
  // Planned, it opens by itself.
  await page.getByRole('heading', { level: 1, name: t('session.title', { n: 1 }), exact: true }).waitFor()
  await sessions.open()
  await page.getByRole('heading', { level: 1, name: t('place.sessions'), exact: true }).waitFor()

  const menu = t('sessions.menu', { n: 1 })
  await actByKey(page, menu, t('sessions.cancel'))
  await sessions.dialog.word.waitFor()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: menu, exact: true })).toBeFocused()
})

test('[F86] focus goes to the neighbour of a row that is removed or settled, never to the page’s body', async ({ openApp }) => {
  const { page } = await openApp({ begun: { sheet: 'later' } })
  await holdSession(page)
  await page.keyboard.press('Control+4')

  await page.getByRole('checkbox', { name: t('commitment.tick', { text: said.commitment }) }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(t('commitment.said.done', { text: said.commitment }))).toBeVisible()
  await expect(page.locator('#sheet :focus')).toHaveCount(1)
  await actByKey(page, t('commitment.menu', { text: said.promise }), t('commitment.act.remove'))
  await expect(page.getByText(t('commitment.said.removed'))).toBeVisible()
  await expect(page.locator('#sheet :focus')).toHaveCount(1)
})

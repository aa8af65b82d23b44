import { expect, test } from './open-app.ts'
import { lockAndUnlock, words } from './pages/first-start.ts'
import { journal } from './pages/journal.ts'

const t = words('en')
const now = '2026-11-23T20:20:00.000Z'

test('[F79] a link to another entry is typed, opened, seen from both, follows a new name, and says when its end is gone', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { sheet: 'later' } })
  const entry = journal(page)
  const options = page.getByRole('listbox', { name: t('editor.link.what') }).getByRole('option')
  const link = entry.text.getByRole('link')
  const linked = entry.margin.locator('#entry-linked, details').filter({ hasText: t('journal.margin.linked') })
  await entry.newEntry()
  await page.keyboard.type('The budget talk')
  await entry.save()
  await entry.newEntry()

  await page.keyboard.type('As I said in [[budg')
  await expect(options).toHaveCount(1)
  await expect(options.first()).toContainText('The budget talk')
  await page.keyboard.press('Enter')
  await page.keyboard.type('it was fear.')
  await expect(entry.text).toHaveText('As I said in The budget talk it was fear.')
  await entry.save()

  await page.keyboard.press('Home')
  // Each press waits for the caret: the arrows stop on the link, and it is said.
  await expect(async () => {
    await page.keyboard.press('ArrowRight')
    await expect(page.getByText(t('editor.link.chosen', { title: 'The budget talk' }))).toHaveCount(1, { timeout: 60 })
  }).toPass({ intervals: [0] })
  await page.keyboard.press('Enter')
  await expect(entry.text).toHaveText('The budget talk')
  await entry.openSection('journal.margin.linked')
  await expect(linked).toContainText('As I said in The budget talk it was fear.')
  await expect(linked).toContainText(t('journal.link.there'))
  await entry.text.click()
  await page.keyboard.press('End')
  await page.keyboard.type(' with Sari')
  await entry.save()
  await linked.getByRole('button', { name: 'As I said in' }).click()
  await expect(link).toHaveText('The budget talk with Sari')
  await entry.openSection('journal.margin.linked')
  await expect(linked).toContainText(t('journal.link.here'))
  await lockAndUnlock(page)

  await expect(link).toHaveText('The budget talk with Sari')
  await link.click()
  await expect(entry.text).toHaveText('The budget talk with Sari')
  await page.getByRole('button', { name: t('journal.remove'), exact: true }).click()
  await page.keyboard.press('Control+2')
  await entry.row('As I said in').click()
  await expect(entry.text.getByRole('link', { name: t('editor.link.gone', { title: 'The budget talk with Sari' }) })).toBeVisible()
})

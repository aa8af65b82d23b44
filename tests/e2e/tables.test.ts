import { mask } from '../../shared/exporting.ts'
import { expect, test } from './open-app.ts'
import { lockAndUnlock, words } from './pages/first-start.ts'
import { journal } from './pages/journal.ts'
import { searchPage } from './pages/search.ts'
import { tabTo } from './pages/sessions.ts'
import { sharingPage } from './pages/sharing.ts'

const t = words('en')
const now = '2026-11-23T20:20:00.000Z'

test('[F79] a table is made, filled and changed without a pointer, undone, found, and there after a lock; it goes out as a table, but for what was masked', async ({ openApp }) => {
  const app = await openApp({ now, begun: { sheet: 'later' } })
  const { page } = app
  const sharing = sharingPage(page)
  const entry = journal(page)
  const cells = entry.text.getByRole('table').locator('th, td')
  const menu = page.getByRole('button', { name: t('editor.table.menu'), exact: true })
  await entry.newEntry()
  await page.keyboard.type('Who does what:')
  await page.keyboard.press('Enter')

  await tabTo(page, entry.tool('editor.bold'))
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await expect(entry.tool('editor.table')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: t('editor.table.2'), exact: true }).press('Enter')
  for (const cell of ['What', 'Who', 'budget', 'Ana', 'rota', 'Sari']) {
    await page.keyboard.type(cell)
    if (cell !== 'Sari') await page.keyboard.press('Tab')
  }
  await expect(cells).toHaveText(['What', 'Who', 'budget', 'Ana', 'rota', 'Sari'])
  await expect(entry.text.getByRole('columnheader')).toHaveCount(2)

  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(menu).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: t('editor.table.column-after'), exact: true }).press('Enter')
  await expect(cells).toHaveCount(9)
  await expect(entry.text).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(cells).toHaveCount(6)
  await entry.save()
  await lockAndUnlock(page)

  await expect(cells).toHaveText(['What', 'Who', 'budget', 'Ana', 'rota', 'Sari'])
  const search = searchPage(page)
  await search.ask('rota')
  await expect(search.hits).toHaveCount(1)

  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+e')
  await sharing.goOn.click()
  await sharing.fold(1).click()
  await page.getByRole('button', { name: t('sharing.review.private.open', { label: '' }) }).first().click()
  await expect(sharing.item('Who does what').getByRole('table').locator('th, td')).toHaveText(['What', 'Who', 'budget', 'Ana', 'rota', 'Sari'])
  await sharing.tick('Who does what').check()
  await sharing.act('Who does what', 'sharing.edit').click()
  await sharing.copy.nth(5).selectText()
  await sharing.inCopy('sharing.mask').nth(5).click()
  await sharing.inCopy('act.done').click()
  await page.keyboard.press('Control+End')
  await sharing.goOn.click()
  await expect(sharing.preview.getByRole('table').locator('th, td')).toHaveCount(6)
  const markdown = (await sharing.saveAs(app, 'markdown', app.home)).toString()

  expect(markdown).toContain(`| What | Who |\n| --- | --- |\n| budget | ${mask} |\n| rota | Sari |`)
})

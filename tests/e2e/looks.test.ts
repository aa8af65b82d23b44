import { axeFaultsInBoth } from '../helpers/axe.ts'
import { expect, test } from './open-app.ts'
import { beginJournal, words } from './pages/first-start.ts'
import { screens, settled } from './pages/screens.ts'

const sizes = [{ width: 1280, height: 800 }, { width: 800, height: 700 }, { width: 640, height: 900 }, { width: 480, height: 700 }] as const

test('[F86] axe finds nothing on any screen, light and dark, and nothing needs sideways scrolling, from 1280 down to 480', async ({ openApp }) => {
  test.setTimeout(180_000)
  const { page } = await openApp()
  expect(await axeFaultsInBoth(page), 'welcome').toEqual([])
  await beginJournal(page)

  for (const { name, go } of screens) {
    await page.setViewportSize(sizes[0])
    await go(page)
    await settled(page)
    expect(await axeFaultsInBoth(page), name).toEqual([])
    for (const size of sizes) {
      await page.setViewportSize(size)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(overflow, `${name} at ${size.width}`).toBeLessThanOrEqual(0)
    }
  }
})

test('[F85] a language chosen in Settings speaks on every place at once', async ({ openApp }) => {
  const { page } = await openApp({ language: 'nl', begun: { language: 'nl' } })
  const nl = words('nl')
  const id = words('id')

  await page.keyboard.press('Control+,')
  await page.getByRole('radio', { name: 'Bahasa Indonesia' }).click()
  await expect(page.getByRole('navigation', { name: id('place.list') })).toContainText(id('place.journal'))
  await expect(page.locator('html')).toHaveAttribute('lang', 'id')
  await expect(page.getByText(nl('place.journal'), { exact: true })).toHaveCount(0)
})

import { expect, test } from './open-app.ts'

test('the app opens in a window of its own and shows the journal', async ({ openApp }) => {
  const { page } = await openApp()

  await expect(page).toHaveTitle('Mentoring Journal')
  expect(await page.evaluate(() => window.matchMedia('(display-mode: standalone)').matches)).toBe(true)
})

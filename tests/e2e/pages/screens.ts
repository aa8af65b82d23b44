import type { Page } from '../open-app.ts'

/** How a person reaches each screen from anywhere, by key. */
export const screens: ReadonlyArray<{ name: string; go: (page: Page) => Promise<void> }> = [
  { name: 'today', go: (page) => page.keyboard.press('Control+1') },
  { name: 'journal', go: (page) => page.keyboard.press('Control+2') },
  { name: 'new entry', go: (page) => page.keyboard.press('Control+n') },
  { name: 'sessions', go: (page) => page.keyboard.press('Control+3') },
  { name: 'plan', go: (page) => page.keyboard.press('Control+4') },
  { name: 'agreement', go: (page) => page.keyboard.press('Control+5') },
  { name: 'sharing', go: (page) => page.keyboard.press('Control+7') },
  { name: 'path', go: (page) => page.keyboard.press('Control+8') },
  { name: 'share a summary', go: (page) => page.keyboard.press('Control+e') },
  { name: 'search', go: (page) => page.keyboard.press('Control+k') },
  { name: 'settings', go: (page) => page.keyboard.press('Control+,') },
  { name: 'keyboard list', go: (page) => page.keyboard.press('F1') },
]

/** The sheet has come to rest: its head is there and nothing is being fetched into it. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForTimeout(300)
}

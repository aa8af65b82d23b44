import { expect } from '../open-app.ts'
import type { Page } from '../open-app.ts'
import { words } from './first-start.ts'

/** Rows that are put in order by their grips. */
export function sortingPage(page: Page) {
  const t = words('en')
  const grip = (name: string) => page.getByRole('button', { name: t('ui.sort.grip', { name }), exact: true })
  return {
    grip,
    said: (words: string) => page.getByRole('status').filter({ hasText: words }),
    place: (n: number, of: number) => t('ui.sort.place', { n, of }),
    /** Drag a row to just above another, or below it. */
    async drag(name: string, to: 'above' | 'below', other: string): Promise<void> {
      await grip(name).hover()
      await page.mouse.down()
      const there = await grip(other).boundingBox()
      expect(there).not.toBeNull()
      const y = to === 'above' ? (there?.y ?? 0) + 2 : (there?.y ?? 0) + (there?.height ?? 0) - 2
      await page.mouse.move(there?.x ?? 0, y, { steps: 5 })
      await page.mouse.up()
    },
  }
}

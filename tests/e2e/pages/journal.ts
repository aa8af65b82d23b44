import type { Language } from '../../../shared/language.ts'
import type { Page } from '../open-app.ts'
import { words } from './first-start.ts'

/** Today's field, an entry, the stream and the margin, by what a person sees. */
export function journal(page: Page, language: Language = 'en') {
  const t = words(language)
  const margin = page.getByRole('complementary', { name: t('region.margin') })
  const text = page.getByRole('textbox', { name: t('journal.sort.reflection'), exact: true })
  const saved = page.getByRole('main').getByText(/^Saved \d\d:\d\d$/).first()
  return {
    margin,
    /** Today's field. */
    field: page.getByRole('textbox', { name: t('journal.write'), exact: true }),
    /** The text of an entry that has its screen to itself. */
    text,
    tool: (key: Parameters<typeof t>[0]) => page.getByRole('toolbar', { name: t('editor.toolbar') }).getByRole('button', { name: t(key), exact: true }),
    row: (start: string) => page.locator('#sheet li').getByRole('button', { name: start }),
    saved,
    status: page.getByRole('main').getByRole('status').last(),

    async openSection(key: Parameters<typeof t>[0]): Promise<void> {
      const head = margin.locator('summary', { hasText: t(key) })
      if (await head.locator('xpath=..').getAttribute('open') === null) await head.click()
    },
    async newEntry(): Promise<void> {
      await page.keyboard.press('Control+n')
      await text.waitFor()
    },
    /** Wait until what is on the screen is on the disk. */
    async save(): Promise<void> {
      await page.keyboard.press('Control+s')
      await saved.waitFor()
    },
    /** The item the screen is about, straight from the core: as another window would see it. */
    async stored(): Promise<{ id: string; revision: number; body: { text: unknown; prompt: string | null } }> {
      return await page.evaluate(async () => {
        const spaces = await window.bridge.call('space.list', undefined) as { value: Array<{ id: string }> }
        const list = await window.bridge.call('item.list', { spaceId: spaces.value[0]?.id, kinds: ['entry'], limit: 1 }) as { value: unknown[] }
        // The journeys that ask have written one entry.
        return list.value[0] as { id: string; revision: number; body: { text: unknown; prompt: string | null } }
      })
    },
  }
}

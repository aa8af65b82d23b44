import { expect, test } from './open-app.ts'
import { lockAndUnlock, words } from './pages/first-start.ts'
import { journal } from './pages/journal.ts'
import type { Page } from './open-app.ts'

const t = words('en')

function switcher(page: Page) {
  const bar = page.getByRole('navigation', { name: t('place.list') })
  const open = async () => { await bar.getByRole('button', { name: /Switch or add/ }).click() }
  return {
    bar, open,
    async choose(name: string) {
      await open()
      await page.getByRole('menuitemradio', { name }).click()
      await expect(bar).toContainText(name)
    },
    async add(role: 'mentor' | 'mentee' | 'looking' | 'alone', other: string) {
      await open()
      await page.getByRole('menuitem', { name: t('space.add') }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('radio', { name: t(`who.${role}`) }).check()
      if (other !== '') await dialog.getByLabel(t(role === 'mentor' ? 'who.mentee-name' : 'who.mentor-name')).fill(other)
      await dialog.getByRole('button', { name: t('space.add.act') }).click()
      await expect(dialog).toHaveCount(0)
    },
  }
}

test('[F1] a mentee becomes a mentor beside it; nothing is mixed, and search looks into all only when asked', async ({ openApp }) => {
  const { page } = await openApp({ begun: {} })
  const { bar, choose, add } = switcher(page)
  const { newEntry, save, row } = journal(page)
  await newEntry()
  await page.keyboard.type('Pelican thoughts about Sari')
  await save()

  await add('mentor', 'Bram')
  await expect(bar).toContainText('Bram')
  await expect(bar).toContainText(t('space.mentor'))
  await newEntry()
  await page.keyboard.type('Pelican thoughts about Bram')
  await save()
  await page.keyboard.press('Control+2')
  await expect(row('Pelican thoughts about Bram')).toBeVisible()
  await expect(row('Pelican thoughts about Sari')).toHaveCount(0)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('pelican')
  const hits = page.getByRole('listbox').getByRole('option')
  await expect(hits).toHaveCount(1)
  await page.getByRole('checkbox', { name: t('search.everywhere') }).check()
  await expect(hits).toHaveCount(2)
  await hits.filter({ hasText: 'Sari' }).click()
  await expect(bar).toContainText(t('space.mentee'))
  await expect(page.getByRole('textbox', { name: t('journal.sort.reflection') })).toHaveText('Pelican thoughts about Sari')

  await choose('Bram')
  await lockAndUnlock(page)
  await expect(bar).toContainText('Bram')
})

test('[F1] a space that was added by mistake goes with one press; with words in it, it stays', async ({ openApp }) => {
  const { page } = await openApp({ begun: {} })
  const { bar, add, open } = switcher(page)
  const { status, newEntry, save } = journal(page)

  await add('alone', '')
  await expect(bar).toContainText(t('space.unnamed-alone'))
  await status.getByRole('button', { name: t('act.undo') }).click()
  await expect(bar).toContainText('Sari')
  await open()
  await expect(page.getByRole('menuitemradio')).toHaveCount(0)
  await page.keyboard.press('Escape')

  await add('mentor', 'Bram')
  await expect(bar).toContainText('Bram')
  await newEntry()
  await page.keyboard.type('kept')
  await save()
  await page.keyboard.press('Control+1')
  await page.locator('#sheet h1').click()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(t('error.space.used'))).toBeVisible()
})

test('[F3] [F4] own words for the roles stand everywhere, and how the relationship is arranged is kept', async ({ openApp }) => {
  const { page } = await openApp({ begun: { other: '' } })
  const { bar, open } = switcher(page)
  await open()
  await page.getByRole('menuitem', { name: t('space.about') }).click()

  await page.getByLabel(t('settings.words.mentor')).fill('Godmother')
  await page.getByLabel(t('settings.words.mentee')).fill('godchild')
  await page.getByLabel(t('settings.words.mentee')).blur()
  await expect(bar).toContainText('Godmother')
  await expect(bar).toContainText(t('space.own-word', { word: 'godchild' }))
  await page.getByRole('radio', { name: t('settings.terms.formal') }).check()
  await page.getByLabel(t('settings.terms.round')).fill('Autumn 2026')
  await page.getByLabel(t('settings.terms.contact')).fill('The desk on floor 2')
  await page.getByLabel(t('settings.terms.contact')).blur()
  await lockAndUnlock(page)

  await expect(bar).toContainText('Godmother')
  await expect(page.getByLabel(t('settings.terms.round'))).toHaveValue('Autumn 2026')
  await expect(page.getByLabel(t('settings.terms.contact'))).toHaveValue('The desk on floor 2')
})

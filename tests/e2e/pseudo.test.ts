import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { Plugin } from 'vite'
import { expect, test } from './open-app.ts'
import type { Page } from './open-app.ts'
import { screens, settled } from './pages/screens.ts'

/** Which files the plugin really met. */
const bracketed = new Set<string>()

/**
 * English in brackets: each sentence of the tables reads ⟦so⟧, so that text
 * which came from nowhere in the tables stands out on the screen.
 */
const brackets: Plugin = {
  name: 'brackets',
  transform(code, path) {
    const file = /\/((?:renderer\/messages|shared\/texts)\/(?:[\w-]+-)?en\.ts)$/.exec(path)?.[1]
    if (file === undefined) return null
    bracketed.add(file)
    return `${code.replace(/export const en\b/, 'const plainEn')}
const bracket = (value) => typeof value === 'string' ? '⟦' + value + '⟧' : typeof value !== 'object' || value === null ? value
  : Array.isArray(value) ? value.map(bracket) : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, bracket(inner)]))
export const en = bracket(plainEn)`
  },
}

/** Names the test typed, the one clause that the core wrote into the agreement, languages by their own names, keys, paths, dates, numbers, and the words of the date fields: not sentences. */
const allowed = /^(?:(?:day|month|year|hour|minute|Calendar),?|Ana|Sari|A|Either of us may end this at any time.*|English|Nederlands|Bahasa Indonesia|\/.*|(?:Ctrl|Alt|Shift|F\d)[\w\s,+.…⇧←→\][]*|[\d\s.,:/%–·-]*(?:kB|MB|byte)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day.*|\d{1,2} [A-Z][a-z]+(?: \d{4})?|[A-Z][a-z]+ \d{4})$/

/** Visible text outside brackets, a line each. */
async function outside(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      if (parent === null || !parent.checkVisibility() || parent.closest('[contenteditable="true"], script, style') !== null) continue
      found.push(node.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      for (const name of ['aria-label', 'placeholder', 'title']) found.push(element.getAttribute(name) ?? '')
    }
    return found
  })
  return texts.map((text) => text.replaceAll(/⟦[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧/g, '').replace(/^[\s,·]+/, '').trim()).filter((text) => text !== '' && !/^[\s·,.()▾“”–:]+$/.test(text) && !allowed.test(text))
}

/** The tables as the folders have them: a new one that the plugin does not meet makes this red. */
const tables = () => ['renderer/messages/en.ts', ...readdirSync(new URL('../../shared/texts/', import.meta.url)).filter((name) => /(?:^|-)en\.ts$/.test(name)).map((name) => `shared/texts/${name}`)]

test('[F85] no screen holds text that is not in the tables', async ({ openApp }) => {
  test.setTimeout(120_000)
  const dist = mkdtempSync(join(tmpdir(), 'mj-brackets-'))
  await build({
    configFile: fileURLToPath(new URL('../../build/vite.config.ts', import.meta.url)), plugins: [brackets], logLevel: 'error',
    build: { outDir: dist, emptyOutDir: true },
  })
  expect([...bracketed].toSorted()).toEqual(tables().toSorted())
  try {
    const { page } = await openApp({ dist: `${dist}/` })
    const button = (name: string) => page.getByRole('button', { name: `⟦${name}⟧`, exact: true })
    expect(await outside(page), 'welcome').toEqual([])
    await button('Start').click()
    await button('Use this').click()
    await expect(page.getByLabel('⟦Passphrase⟧', { exact: true })).not.toHaveValue('')
    await button('Continue').click()
    await button('I wrote it down').click()
    expect(await outside(page), 'confirm').toEqual([])
    await button('Do this later').click()
    await page.getByLabel('⟦Your first name⟧').fill('Ana')
    await page.getByLabel('⟦Your mentor’s first name⟧').fill('Sari')
    await button('Open my journal').click()

    for (const { name, go } of screens) {
      await go(page)
      await settled(page)
      expect(await outside(page), name).toEqual([])
    }
    await page.keyboard.press('Control+5')
    await button('Begin from blank').click()
    for (const tab of ['Clauses', 'Middle ground', 'Versions']) {
      await page.getByRole('tab', { name: `⟦${tab}⟧` }).click()
      await settled(page)
      expect(await outside(page), tab).toEqual([])
    }
    await page.keyboard.press('Control+l')
    await button('Unlock').waitFor()
    expect(await outside(page), 'unlock').toEqual([])
  } finally {
    rmSync(dist, { recursive: true, force: true })
  }
})

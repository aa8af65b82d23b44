import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { pageWithout } from '../../build/page-without.ts'
import { en } from '../../renderer/messages/en.ts'
import { id } from '../../renderer/messages/id.ts'
import { nl } from '../../renderer/messages/nl.ts'

/** What the page gets in place of a library's file; the file itself where nothing is left out. */
async function loaded(path: string): Promise<string> {
  const file = fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url))
  // Called as the bundler calls it; it asks nothing of its context.
  const load = pageWithout.load as (id: string) => string | null
  return load(file) ?? readFileSync(file, 'utf8')
}

test('days are counted by one calendar', async () => {
  const code = await loaded('@internationalized/date/dist/private/createCalendar.mjs')

  expect(code.match(/case '[a-z-]+'/g)).toEqual([`case 'gregory'`])
})

test('an empty date field speaks our three languages', async () => {
  const code = await loaded('react-stately/dist/private/datepicker/placeholders.mjs')

  expect([...code.matchAll(/^ {4}'?([a-zA-Z-]+)'?: \{/gm)].map(([, language]) => language)).toEqual(['en', 'id', 'nl'])
})

test('no sentence gives a format of its own, for the page could not read it', () => {
  const sentences = [en, nl, id].flatMap((table) => Object.entries(table))

  expect(sentences.filter(([, sentence]) => /\{\s*\w+\s*,\s*(?:number|date|time)\s*,\s*::/.test(sentence)).map(([name]) => name)).toEqual([])
})

/** What libraries bring along and the page has no use for; each is left out only where the page could not tell. */
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** The components bring their few words in thirty-four languages. The page speaks two of these; for Indonesian, which is not among them, it brings words itself. */
const otherLanguages = /\/react-(?:aria|stately)[\w-]*\/.*\/intl\/.*\/(?!en-US|nl-NL)[a-z]{2}-[A-Z]{2}\.m?js$/

/** Zod can describe its schemas to other programs; the page has none to describe them to. */
const descriptions = /\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/

/** All three languages count days by the Gregorian calendar. */
const calendars = /\/@internationalized\/date\/dist\/private\/createCalendar\.mjs$/
const otherCalendar = /case '(?!gregory)[a-z-]+':\s*return new \(0, [^)]+\)\(\);/g

/** Ours count in plain numbers and words: no sentence gives a format of its own (`{n, number, ::…}`). */
const formats = /\/@formatjs\/icu-skeleton-parser\/index\.js$/

/** Nobody reads what Zod says of a wrong value: only codes reach the screen. */
const complaints = /\/zod\/v4\/locales\/en\.js$/

/** What stands in an empty date field, in thirty-eight languages. */
const placeholders = /\/react-stately\/dist\/private\/datepicker\/placeholders\.mjs$/
const otherPlaceholder = /^ {4}(?!en|nl|id)'?[a-z]{2,3}(?:-[A-Za-z]+)?'?: \{[^}]*\},?\n/gm

/** Lexical's Markdown knows code and links, which no text of ours has; the shortcuts that the editor is given make none. */
const nodesOfOthers = /\/@lexical\/(?:code-core|link)\/dist\/\w+\.(?:prod|dev)\.js$/
const noNodes = ['$isCodeNode', '$createCodeNode', '$isLinkNode', '$isAutoLinkNode', '$createLinkNode'].map((name) => `export const ${name} = () => false`)

export const pageWithout: Plugin = {
  name: 'page-without',
  enforce: 'pre',
  load(id) {
    if (otherLanguages.test(id)) return 'export default {}'
    if (descriptions.test(id)) return namesOf(readFileSync(id, 'utf8')).map((name) => `export const ${name} = () => undefined`).join('\n')
    if (formats.test(id)) return namesOf(readFileSync(id, 'utf8')).map((name) => `export const ${name} = () => { throw new Error('no formats') }`).join('\n')
    if (nodesOfOthers.test(id)) return [...noNodes, 'export class CodeNode {}', 'export class LinkNode {}'].join('\n')
    if (complaints.test(id)) return `export default () => ({ localeError: () => 'wrong' })`
    if (placeholders.test(id)) return readFileSync(id, 'utf8').replace(otherPlaceholder, '')
    return calendars.test(id) ? readFileSync(id, 'utf8').replace(otherCalendar, '') : null
  },
}

function namesOf(code: string): string[] {
  const said = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map((found) => found[1] ?? '')
  const renamed = [...code.matchAll(/^export \{ ([\w, ]+) \}/gm)].flatMap(([, names = '']) => names.split(', ').map((name) => name.replace(/^\w+ as /, '')))
  return [...said, ...renamed]
}

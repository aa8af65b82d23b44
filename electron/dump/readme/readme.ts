import { formatLongMoment } from '../../../shared/format-date.ts'
import type { Language } from '../../../shared/language.ts'
import { formatMessage } from '../../../shared/messages.ts'
import { dumpReadme as en } from './en.ts'
import { dumpReadme as id } from './id.ts'
import { dumpReadme as nl } from './nl.ts'

const readmes: Record<Language, string> = { en, nl, id }

const counted: Record<Language, string> = {
  en: '{count, plural, one {One item.} other {# items.}}',
  nl: '{count, plural, one {Eén onderdeel.} other {# onderdelen.}}',
  id: '{count, plural, other {# item.}}',
}

/** How to open the archive, what lies in it, and how to read the vault itself without the app. */
export function dumpReadmeText(language: Language, made: Date, items: number): string {
  return readmes[language]
    .replace('{made}', formatLongMoment(language, made.toISOString()))
    .replace('{items}', formatMessage(language, counted[language], { count: items }))
    // Every editor of every system shows these line breaks.
    .replaceAll('\n', '\r\n')
}

import { IntlMessageFormat } from 'intl-messageformat'
import { locales } from './locales.ts'
import type { Language } from './language.ts'

export type MessageValues = Record<string, string | number>

const formats: Record<Language, Map<string, IntlMessageFormat>> = { en: new Map(), nl: new Map(), id: new Map() }

/**
 * Fill an ICU message. Patterns come from our own tables, never from a person:
 * their number is fixed, so each is compiled once and kept.
 */
export function formatMessage(language: Language, pattern: string, values: MessageValues = {}): string {
  let format = formats[language].get(pattern)
  if (format === undefined) {
    format = new IntlMessageFormat(pattern, locales[language], undefined, { ignoreTag: true })
    formats[language].set(pattern, format)
  }
  return String(format.format(values))
}

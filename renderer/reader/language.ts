import { createContext, use } from 'react'
import { formatMessage } from '../../shared/messages.ts'
import type { MessageValues } from '../../shared/messages.ts'
import { Language } from '../../shared/language.ts'
import { words } from './words.ts'
import type { Words } from './words.ts'

/** The first of the browser's languages that this page has. */
export function browserLanguage(): Language {
  for (const wanted of navigator.languages) {
    // Browsers still call Indonesian by its old code.
    const code = wanted.slice(0, 2).toLowerCase().replace('in', 'id')
    const known = Language.safeParse(code)
    if (known.success) return known.data
  }
  return 'en'
}

export const LanguageContext = createContext<Language>('en')

type Plain = { [K in keyof Words]: Words[K] extends string ? K : never }[keyof Words]

export function useWords(): { language: Language; all: Words; say(key: Plain, values?: MessageValues): string } {
  const language = use(LanguageContext)
  return { language, all: words[language], say: (key, values) => formatMessage(language, words[language][key], values) }
}

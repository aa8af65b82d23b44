import type { Language } from '../language.ts'
import { texts } from './texts.ts'

export type Names = { mentor: string; mentee: string }

/** Does a word put here begin a sentence? */
function beginsSentence(before: string): boolean {
  return /^[\s"“‘'(]*$/.test(before.slice(0, 40)) && before.length <= 40
    || /(?:[.!?…]["”’')]*\s+|\n\s*)["“‘'(]*$/.test(before.slice(-40))
}

/**
 * Put names where `{mentor}` and `{mentee}` stand. An empty name becomes "the
 * mentor" in a document (`plain`) or "my mentor" in a prompt (`mine`), with a
 * capital where it begins a sentence. A name is put in as typed, once: braces
 * inside it are not filled again.
 */
export function fillNames(text: string, names: Names, language: Language, missing: 'plain' | 'mine' = 'plain'): string {
  return text.replace(/\{(mentor|mentee)\}/g, (_, party: 'mentor' | 'mentee', offset: number) => {
    const name = names[party].trim()
    if (name !== '') return name
    const words = texts[language].noName[missing][party]
    return beginsSentence(text.slice(0, offset)) ? words.charAt(0).toLocaleUpperCase(language) + words.slice(1) : words
  })
}

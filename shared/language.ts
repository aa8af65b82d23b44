import { z } from 'zod'
import { languages } from './locales.ts'

/** The languages of the screen and, chosen apart from it, of a document. */
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>

/** What a sentence in one language calls each of them: "not yet in Dutch", "belum ada dalam bahasa Belanda". */
export const languageWords: Record<Language, Record<Language, string>> = {
  en: { en: 'English', nl: 'Dutch', id: 'Indonesian' },
  nl: { en: 'Engels', nl: 'Nederlands', id: 'Indonesisch' },
  id: { en: 'bahasa Inggris', nl: 'bahasa Belanda', id: 'bahasa Indonesia' },
}

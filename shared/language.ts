import { z } from 'zod'

/** The languages of the screen and, chosen apart from it, of a document. */
export const Language = z.enum(['en', 'nl', 'id'])
export type Language = z.infer<typeof Language>

/** Each language by its own name, in the order in which they are offered. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  nl: 'Nederlands',
  id: 'Bahasa Indonesia',
}

/** The locale that dates and numbers follow. */
export const locales: Record<Language, string> = { en: 'en-GB', nl: 'nl-NL', id: 'id-ID' }

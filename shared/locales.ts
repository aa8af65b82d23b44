/** Languages as the lock screen needs them: without their schema, and the library behind it. */
export const languages = ['en', 'nl', 'id'] as const

type Language = typeof languages[number]

/** Each language by its own name, in the order in which they are offered. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  nl: 'Nederlands',
  id: 'Bahasa Indonesia',
}

/** The locale that dates and numbers follow. */
export const locales: Record<Language, string> = { en: 'en-GB', nl: 'nl-NL', id: 'id-ID' }

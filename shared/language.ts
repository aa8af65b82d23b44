import { z } from 'zod'
import { languages } from './locales.ts'

/** The languages of the screen and, chosen apart from it, of a document. */
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>

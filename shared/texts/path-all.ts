/** All three languages at once: for the core. The page fetches the one it needs. */
import type { Language } from '../language.ts'
import type { PathTexts } from './path.ts'
import { en } from './path-en.ts'
import { id } from './path-id.ts'
import { nl } from './path-nl.ts'

export const pathTexts: Record<Language, PathTexts> = { en, nl, id }

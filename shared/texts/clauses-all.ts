/** All three languages: an agreement may be read in two of them at once. */
import type { Language } from '../language.ts'
import type { ClauseTexts } from './clauses.ts'
import { en } from './clauses-en.ts'
import { id } from './clauses-id.ts'
import { nl } from './clauses-nl.ts'

export const clauseTexts: Record<Language, ClauseTexts> = { en, nl, id }

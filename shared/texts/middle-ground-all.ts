/** All three languages at once: for the core and the page that reads copies. The app's page fetches the one it needs. */
import type { Language } from '../language.ts'
import { en } from './middle-ground-en.ts'
import { id } from './middle-ground-id.ts'
import { nl } from './middle-ground-nl.ts'
import type { MiddleGroundTexts } from './middle-ground.ts'

export const middleGroundTexts: Record<Language, MiddleGroundTexts> = { en, nl, id }

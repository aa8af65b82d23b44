/** All three languages at once: for the core and the reader. The page fetches the one it needs. */
import type { Language } from '../language.ts'
import { en } from './meeting-en.ts'
import { id } from './meeting-id.ts'
import { nl } from './meeting-nl.ts'
import type { MeetingTexts } from './meeting.ts'

export const meetingTexts: Record<Language, MeetingTexts> = { en, nl, id }

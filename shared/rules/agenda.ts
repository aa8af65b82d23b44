/**
 * What a new session's agenda starts with. Open commitments are shown above it
 * as a block of their own, so they are not lines here. Each line says why it is
 * there.
 */
import type { ItemId } from '../ids.ts'
import type { AgendaItem, AgendaReason, Privacy } from '../item.ts'
import type { Language } from '../language.ts'

export type AgendaSources = {
  /** Lines left for next time, and what a cancelled session left open; in their order. */
  carried: ReadonlyArray<{ id: ItemId; text: string }>
  /** The latest closed session's answers to "what should change next time". */
  asked: ReadonlyArray<{ id: ItemId; text: string }>
  /** Journal entries marked "raise this". */
  raised: ReadonlyArray<{ id: ItemId; title: string; privacy: Privacy }>
}

/** Stands in for a private entry until its writer finds words for it. */
const pointToRaise: Record<Language, string> = {
  en: 'A point to raise',
  nl: 'Een punt om te bespreken',
  id: 'Hal yang ingin dibahas',
}

/**
 * Compose the lines: carried over, asked for, raised. The text of a private
 * entry never enters an agenda, which both may read; a neutral line does.
 */
export function composeAgenda(sources: AgendaSources, language: Language): AgendaItem[] {
  return [
    ...sources.carried.map(({ id, text }) => line(text, { rule: 'carried', from: id })),
    ...sources.asked.map(({ id, text }) => line(text, { rule: 'asked', from: id })),
    ...sources.raised.map(({ id, title, privacy }) =>
      line(privacy === 'shareable' && title !== '' ? title : pointToRaise[language], { rule: 'raised', from: id })),
  ].filter((item) => item.text !== '')
}

function line(text: string, reason: AgendaReason): AgendaItem {
  return { text: text.replace(/\s+/g, ' ').trim(), minutes: null, outcome: 'open', reason }
}

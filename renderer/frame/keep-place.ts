/**
 * Where the person is, told to the core as it changes, so that an unlock after
 * a lock returns to the same screen and the same caret.
 */
import { call } from '../api.ts'
import type { Place } from '../../shared/vault.ts'

let now: Place = { location: '/today', field: null, caret: null }
let timer: ReturnType<typeof setTimeout> | null = null
let returning: Place | null = null

function tell(): void {
  if (timer !== null) return
  timer = setTimeout(() => {
    timer = null
    // A refused note about the caret must never disturb writing.
    void call('place.keep', now).catch(() => undefined)
  }, 250)
}

/** Tell it at once, before something ends the page. */
export function tellPlace(): void {
  if (timer === null) return
  clearTimeout(timer)
  timer = null
  void call('place.keep', now).catch(() => undefined)
}

/** The screen changed; the caret is told anew by the field that takes it. */
export function keepLocation(location: string): void {
  if (location === now.location) return
  now = { ...now, location, field: null, caret: null }
  tell()
}

/** What stands in an open window; null when it was closed, by whatever act. */
export function keepWords(name: string, words: string | null): void {
  const others = Object.entries(now.words ?? {}).filter(([other]) => other !== name)
  now = { ...now, words: Object.fromEntries(words === null ? others : [...others, [name, words]]) }
  tell()
}

/** What stood in this window when the vault was locked. */
export function keptWords(name: string): string | undefined {
  return now.words?.[name]
}

export function hasKeptWords(): boolean {
  return Object.keys(now.words ?? {}).length > 0
}

/** The caret moved in the field with this stable name. */
export function keepCaret(field: string, caret: number): void {
  now = { ...now, field, caret }
  tell()
}

/** Set once after an unlock: the place to return to. */
export function returnTo(place: Place | null): void {
  returning = place
  if (place !== null) now = place
}

/** The caret to restore in this field, given out once. */
export function returningCaret(field: string): number | null {
  if (returning?.field !== field) return null
  const caret = returning.caret
  returning = null
  return caret
}

/** What follows `prefix` in the name of the field to return to; null when another field is. */
export function returningField(prefix: string): string | null {
  return returning?.field?.startsWith(prefix) === true ? returning.field.slice(prefix.length) : null
}

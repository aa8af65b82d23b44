/**
 * A row of `npm run trust`: one promise, and an attack that tries to break it,
 * many times. Each row lives in a file named after its id and is run by one of
 * the tests beside it; its promise stands in SECURITY.md, word for word.
 */
import type { Random } from '../helpers/flip.ts'

export type Outcome = {
  /** How often it was tried; above zero, or the row has proved nothing. */
  tried: number
  /** How often the promise held. */
  held: number
  /** What the figures alone do not tell. */
  notes?: readonly string[]
}

/** @param S what is attacked, where the row can attack something else than the app as it is */
export type RowOf<S> = {
  id: string
  promise: string
  /** How often at `--full`, and in `npm test`. */
  tries: { full: number; part: number }
  /**
   * Without a subject: the app as it is. The same seed gives the same attack, as far as machines allow.
   *
   * @param count where each try is told; an own {@link tally} unless given
   */
  attack(tries: number, seed: number, subject?: S, count?: Tally): Promise<Outcome>
  /** A subject with a defect: the attack must find it, or it would find nothing in the app either. */
  planted: S
  /** How often at most the defect is tried for at one look; as in `npm test` unless given. */
  plantedTries?: number
  /** Needs strace, which only Linux has. */
  linuxOnly?: true
}

export type Row = Omit<RowOf<unknown>, 'attack'> & { attack(tries: number, seed: number, subject?: unknown, count?: Tally): Promise<Outcome> }

/** Forgets what kind of subject a row takes: only its own planted one is ever passed to it. */
export function rowOf<S>(row: RowOf<S>): Row {
  return { ...row, attack: (tries, seed, subject, count) => row.attack(tries, seed, subject as S | undefined, count) }
}

/** Counts what held, and keeps the first few that did not. */
export type Tally = {
  /** Say whether one try held; `what` is kept when it did not. */
  held(holds: boolean, what: () => string): void
  outcome(notes?: readonly string[]): Outcome
}

const mostShown = 5

export function tally(): Tally {
  let [tried, held] = [0, 0]
  const broken: string[] = []
  return {
    held(holds, what) {
      tried += 1
      if (holds) held += 1
      else if (broken.length < mostShown) broken.push(`broken: ${what()}`)
    },
    outcome: (notes = []) => ({ tried, held, notes: [...notes, ...broken] }),
  }
}

/** Ends the attack at the first try that does not hold, by throwing: a defect need not be found twice. */
export function untilBroken(): Tally & { readonly found: boolean } {
  const all = tally()
  let found = false
  return {
    ...all,
    get found() { return found },
    held(holds, what) {
      all.held(holds, what)
      if (holds) return
      found = true
      throw new Error(`found: ${what()}`)
    },
  }
}

/** How often each of several outcomes came, as one note. */
export function countOf(names: readonly string[]): string {
  const times = new Map<string, number>()
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1)
  return [...times].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${name} ${count}`).join(', ')
}

/** One of these, which must not be none. */
export function pick<T>(random: Random, from: readonly T[]): T {
  const found = from[random(from.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

/**
 * A growing wait after passphrases that did not fit, kept on this computer. It
 * slows down whoever sits at it; who has the files guesses elsewhere. Nothing is
 * ever locked out or wiped, and no wait is longer than half a minute.
 */
import { AppError } from '../../shared/errors.ts'
import type { StoredPreferences } from '../../shared/preference.ts'

export type Tries = {
  /** How long until the next passphrase may be tried, in whole seconds. */
  secondsLeft(vaultId: string): Promise<number>
  /**
   * Let one passphrase be tried.
   *
   * @throws AppError `vault.wait` without trying; whatever `work` throws, of which
   * `vault.wrong-passphrase` counts
   */
  attempt<T>(vaultId: string, work: () => Promise<T>): Promise<T>
  /** The vault was opened, by whatever way. */
  clear(vaultId: string): Promise<void>
}

export type TriesPorts = {
  getPreferences(): Promise<StoredPreferences>
  setPreferences(change: Partial<StoredPreferences>): Promise<unknown>
  now(): Date
  /** Milliseconds that no change of the clock moves. */
  steady?(): number
}

/** The first two mistakes are everybody's. */
const waitsMs = [0, 0, 0, 2_000, 5_000, 10_000, 20_000, 30_000] as const
const longestMs = 30_000

type Known = { count: number; until: number }

export function keepTries({ getPreferences, setPreferences, now, steady = () => performance.now() }: TriesPorts): Tries {
  const known = new Map<string, Known>()

  /** Within one run the steady clock counts; what an earlier run stored is taken over once. */
  async function stateOf(vaultId: string): Promise<Known> {
    const here = known.get(vaultId)
    if (here !== undefined) return here
    const stored = (await storedTries())[vaultId]
    const state = stored === undefined ? { count: 0, until: 0 } : { count: stored.count, until: steady() + leftMs(stored.count, stored.at, now()) }
    known.set(vaultId, state)
    return state
  }

  async function storedTries(): Promise<StoredPreferences['tries']> {
    try {
      return (await getPreferences()).tries
    } catch {
      return {}
    }
  }

  async function store(vaultId: string, state: Known): Promise<void> {
    known.set(vaultId, state)
    const { [vaultId]: before, ...others } = await storedTries()
    if (before === undefined && state.count === 0) return
    try {
      await setPreferences({ tries: state.count === 0 ? others : { ...others, [vaultId]: { count: state.count, at: now().toISOString() } } })
    } catch {
      // What could not be written still holds until the app ends.
    }
  }

  const secondsLeft = async (vaultId: string) => Math.max(0, Math.ceil(((await stateOf(vaultId)).until - steady()) / 1_000))

  return {
    secondsLeft,
    async attempt(vaultId, work) {
      const seconds = await secondsLeft(vaultId)
      if (seconds > 0) throw new AppError('vault.wait', { facts: { seconds } })
      try {
        const result = await work()
        await store(vaultId, { count: 0, until: 0 })
        return result
      } catch (error) {
        if (error instanceof AppError && error.code === 'vault.wrong-passphrase') {
          const count = (await stateOf(vaultId)).count + 1
          // Before the answer goes out: a run that is cut off now has told nobody anything.
          await store(vaultId, { count, until: steady() + waitMs(count) })
        }
        throw error
      }
    },
    clear: (vaultId) => store(vaultId, { count: 0, until: 0 }),
  }
}

function waitMs(count: number): number {
  return waitsMs[count] ?? longestMs
}

/** A clock that was set back makes nobody wait longer than from now on. */
function leftMs(count: number, at: string, now: Date): number {
  const passed = now.getTime() - Date.parse(at)
  return passed < 0 ? waitMs(count) : Math.max(0, waitMs(count) - passed)
}

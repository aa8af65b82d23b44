/**
 * Something the app does to files, done in a process of its own so that it can
 * be killed, starved or cut off, and checked afterwards from outside.
 */
export type Job = {
  /** Make what it works on, in an empty folder. */
  prepare(folder: string): Promise<void>
  /** Runs in the child; says what has been promised, and each refusal. */
  work(folder: string, say: (line: object) => void): Promise<void>
  /** However it ended: null when nothing is lost, else what is. */
  check(folder: string, said: readonly unknown[]): Promise<string | null>
}

/** Said when the app refused with a code, which is no loss; a bug is said as `fault`. */
export type Refusal = { refused: string } | { fault: string }

export const jobPassphrase = 'een brugwachter zingt zacht'

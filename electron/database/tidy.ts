import { addDays } from '../../shared/dates.ts'
import { AppError } from '../../shared/errors.ts'
import { purgeBin } from './bin.ts'
import { asExpected } from './failures.ts'
import { thinRevisions } from './history.ts'
import type { Db } from './open.ts'
import { settleImports } from './imports.ts'
import { getPreference, setPreference } from './preferences.ts'
import { transaction } from './statements.ts'
import { refreshIndex } from './word-index.ts'

const thinAfterDays = 30

/** Once after opening: finish what a crash cut off, empty the bin of what is due, index what was left out, thin the history that came of age since. */
export function tidyDatabase(db: Db, now: Date): void {
  try {
    tidy(db, now)
  } catch (error) {
    // A full disk must keep nobody out; the next unlock tries again.
    if (!(asExpected(error) instanceof AppError)) throw error
  }
}

function tidy(db: Db, now: Date): void {
  const thinnedTo = getPreference(db, 'thinned-to')
  const thinTo = addDays(now.toISOString().slice(0, 10), -thinAfterDays)
  transaction(db, () => {
    settleImports(db)
    purgeBin(db, now)
    refreshIndex(db)
    if (thinnedTo !== null && thinnedTo >= thinTo) return
    thinRevisions(db, thinnedTo ?? '0000', thinTo)
    setPreference(db, 'thinned-to', thinTo)
  })
}

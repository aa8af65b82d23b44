import { AppError } from '../../../shared/errors.ts'
import type { Db } from '../open.ts'
import { first } from './0001-first.ts'
import { trust } from './0002-trust.ts'
import { spaces } from './0003-spaces.ts'
import { sealed } from './0004-sealed.ts'

/** One step from `version - 1` to `version`; never edited once a vault was made with it. */
export type Migration = { version: number; up(db: Db, now: Date): void }

export const migrations: readonly Migration[] = [first, trust, spaces, sealed]

/** The schema this version of the app writes. */
export const schemaVersion = migrations.length

export function readSchemaVersion(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/**
 * Bring the schema up to date in one transaction, or leave it as it was.
 *
 * @throws AppError `vault.newer` when a later version of the app wrote the file.
 */
export function migrate(db: Db, now: Date = new Date(), steps: readonly Migration[] = migrations): void {
  const from = readSchemaVersion(db)
  if (from > steps.length) throw new AppError('vault.newer')
  if (from === steps.length) return
  db.transaction(() => {
    for (const step of steps.slice(from)) {
      step.up(db, now)
      db.pragma(`user_version = ${step.version}`)
    }
  }).exclusive()
}

/** A backup file changed: a byte, its end, or a piece put in. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { openCopy } from '../../electron/database/copy.ts'
import type { Db } from '../../electron/database/open.ts'
import { makeBackup } from '../../electron/vault/backups/make.ts'
import { extractDatabase } from '../../electron/vault/backups/read.ts'
import { sourceOf } from '../../electron/vault/backups/source.ts'
import { verifyBackup } from '../../electron/vault/backups/verify.ts'
import { closeVault } from '../../electron/vault/vault.ts'
import { AppError } from '../../shared/errors.ts'
import { flipByte, seeded } from '../helpers/flip.ts'
import type { Random } from '../helpers/flip.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { openRaw } from './flips-database.ts'
import { makeSmallVault } from './jobs/small-vault.ts'
import { countOf, rowOf, tally } from './row.ts'

/** The words of the backup, or the code of its refusal; `scratch` is free. */
type Read = (path: string, key: Uint8Array, scratch: string) => string

export const row = rowOf<Read>({
  id: 'flips-backup',
  promise: 'A backup with a changed byte, a missing end or something put in is called damaged, and never opened.',
  tries: { full: 600, part: 30 },
  async attack(tries, seed, read = readBackupWords, flips = tally()) {
    const folder = tempFolder()
    const vault = await makeSmallVault(folder)
    const key = Uint8Array.from(vault.dataKey)
    const { path } = await makeBackup(sourceOf(vault), { now: new Date() })
    closeVault(vault)
    const good = readFileSync(path)
    const whole = read(path, key, join(folder, 'scratch'))
    if (!whole.startsWith('[')) throw new Error(`the backup cannot be read to begin with: ${whole}`)
    const random = seeded(seed)
    const outcomes: string[] = []
    for (let nth = 0; nth < tries; nth += 1) {
      const [what, bytes] = changed(good, nth, random)
      writeFileSync(path, bytes)
      const found = read(path, key, join(folder, 'scratch'))
      const outcome = found === whole ? 'the same words' : found.startsWith('[') ? 'OTHER WORDS' : found
      outcomes.push(`${what}: ${outcome}`)
      flips.held(outcome === 'backup.damaged', () => `${what}: ${outcome}`)
    }
    return flips.outcome([countOf(outcomes)])
  },
  planted: readUnchecked,
})

function changed(good: Buffer, nth: number, random: Random): [string, Buffer] {
  const at = random(good.length)
  switch (nth % 6) {
    case 0: return ['a byte at the end', Buffer.concat([good.subarray(0, -600), flipByte(good.subarray(-600), random)])]
    case 1: return ['a byte at the beginning', Buffer.concat([flipByte(good.subarray(0, 200), random), good.subarray(200)])]
    case 2: return ['cut off', Buffer.from(good.subarray(0, at))]
    case 3: return ['something put in', Buffer.concat([good.subarray(0, at), Buffer.from([random(256)]), good.subarray(at)])]
    default: return ['a byte', flipByte(good, random)]
  }
}

const words = (db: Db) => JSON.stringify(db.prepare('SELECT id, body FROM item ORDER BY id').all())

function readBackupWords(path: string, key: Uint8Array, scratch: string): string {
  try {
    verifyBackup(path, key, scratch)
    extractDatabase(path, scratch)
    const db = openCopy(scratch, key)
    try {
      return words(db)
    } finally {
      db.close()
    }
  } catch (error) {
    return error instanceof AppError ? error.code : `unexpected: ${String(error)}`
  } finally {
    rmSync(scratch, { force: true })
  }
}

/** As with any zip program, and a reader that does not check the pages. */
function readUnchecked(path: string, key: Uint8Array, scratch: string): string {
  try {
    const { 'journal.db': database = new Uint8Array() } = unzipSync(readFileSync(path))
    writeFileSync(scratch, database)
    const db = openRaw(scratch, key, ['hmac_check = 0'])
    try {
      return words(db)
    } finally {
      db.close()
    }
  } catch {
    return 'backup.damaged'
  } finally {
    rmSync(scratch, { force: true })
  }
}

/// <reference path="../better-sqlite3-multiple-ciphers.d.ts" />
import { closeSync, existsSync, openSync, statSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import { AppError } from '../../shared/errors.ts'
import { asExpected } from './failures.ts'
import { journalFits } from './journal.ts'
import { migrate, readSchemaVersion } from './migrations/migrate.ts'

export type Db = Database.Database

export type OpenedDatabase = {
  db: Db
  /**
   * A rollback journal was found, so everything was checked before first use: a
   * bit flipped in one can leave half a transaction that only a full check sees.
   */
  journalChecked: boolean
}

export type OpenOptions = {
  mustExist?: boolean
  now?: Date
  /** Called when the file is this process's alone and before its schema is brought up to date; throwing closes it again. */
  whenTaken?: (schema: number) => void
  /** False leaves an older schema as it is. */
  migrate?: boolean
}

/** How long a second instance waits for the first one to end. */
const busyTimeoutMs = 1000

/**
 * What the build's defaults get wrong, with the value each reads back as: temp
 * files would hold plaintext, commits would not survive a power cut, deleted
 * text would stay in the file. Wrong silently, so each is read back.
 */
const settings: ReadonlyArray<readonly [name: string, set: string, reads: string | number]> = [
  ['temp_store', 'MEMORY', 2],
  ['journal_mode', 'DELETE', 'delete'],
  ['synchronous', 'EXTRA', 3],
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['secure_delete', 'ON', 1],
  ['cache_spill', 'OFF', 0],
  ['cache_size', '-65536', -65_536],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
]

/**
 * Open the encrypted database and take it for this process alone, creating it on
 * first use unless it `mustExist`.
 *
 * @throws AppError `vault.damaged-no-backup` when the key does not open the file:
 * a wrong passphrase was already told apart at the key slot, so the file is at
 * fault. `vault.in-use`, `vault.newer`, `vault.missing`, `folder.not-writable`.
 */
export function openDatabase(path: string, key: Uint8Array, options: OpenOptions = {}): OpenedDatabase {
  const journalFound = existsSync(`${path}-journal`)
  let db: Db | undefined
  try {
    prepareFile(path, options.mustExist ?? false)
    if (journalFound) proveJournal(path, key)
    db = new Database(path, { timeout: busyTimeoutMs })
    applyKey(db, key)
    takeForThisProcess(db)
    applySettings(db)
    if (journalFound) checkIntegrity(db)
    options.whenTaken?.(readSchemaVersion(db))
    if (options.migrate ?? true) migrate(db, options.now)
    return { db, journalChecked: journalFound }
  } catch (error) {
    db?.close()
    throw asExpected(error)
  }
}

/** Before SQLite plays it back, silently as far as it goes. @throws AppError `vault.damaged-no-backup`, `vault.in-use` */
function proveJournal(path: string, key: Uint8Array): void {
  if (journalFits(path, key)) return
  // Another process may be in the middle of writing it. To read only, SQLite takes its lock and plays nothing back.
  const db = new Database(path, { readonly: true, timeout: busyTimeoutMs })
  try {
    applyKey(db, key)
    db.exec('SELECT 1 FROM sqlite_schema')
  } catch (error) {
    const expected = asExpected(error)
    if (expected instanceof AppError && expected.code === 'vault.in-use') throw expected
  } finally {
    db.close()
  }
  throw new AppError('vault.damaged-no-backup')
}

/** Read every page and every index. @throws AppError `vault.damaged-no-backup` when anything is wrong. */
export function checkIntegrity(db: Db): void {
  let result: unknown
  try {
    result = db.pragma('integrity_check(1)', { simple: true })
  } catch (error) {
    throw asExpected(error)
  }
  if (result !== 'ok') throw new AppError('vault.damaged-no-backup')
}

/** Only exactly 64 hex digits are taken as a raw key; anything else would silently be a passphrase. */
function toHexKey(key: Uint8Array): string {
  const hex = Buffer.from(key).toString('hex')
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new Error('a database key has 32 bytes')
  return hex
}

/** Readable by this account only, from the first byte on; SQLite gives its journal the same mode. */
function prepareFile(path: string, mustExist: boolean): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined) {
    if (mustExist) throw new AppError('vault.missing')
    closeSync(openSync(path, 'wx', 0o600))
  } else if (size === 0 && mustExist) {
    // An emptied file would open as a new, empty journal.
    throw new AppError('vault.damaged-no-backup')
  }
}

/** The cipher and its key: the first thing said on a connection. */
export function applyKey(db: Db, key: Uint8Array): void {
  const hexKey = toHexKey(key)
  db.pragma(`cipher = 'sqlcipher'`)
  db.pragma('legacy = 4')
  db.pragma(`key = "x'${hexKey}'"`)
}

function takeForThisProcess(db: Db): void {
  db.pragma('locking_mode = EXCLUSIVE')
  // Reads the first page, so a file that the key does not open fails here.
  db.exec('BEGIN EXCLUSIVE; COMMIT')
}

/** @throws Error when a setting does not hold: nothing may be written then. */
export function applySettings(db: Db): void {
  for (const [name, set] of settings) db.pragma(`${name} = ${set}`)
  for (const [name, , reads] of settings) {
    if (db.pragma(name, { simple: true }) !== reads) throw new Error(`the database refused ${name}`)
  }
}

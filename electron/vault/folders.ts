/** Which folder is a vault, could become one, or was meant by a person's choice. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { systemCode } from './files.ts'
import { keyFileNames } from './key-file.ts'

export const databaseName = 'journal.db'
/** The database while a vault is being made: its presence alone marks an unfinished one. */
export const unfinishedName = 'journal.db.new'

export type FolderState = 'nothing' | 'empty' | 'vault' | 'other'

/** What lies at this path. */
export function inspectFolder(folder: string): FolderState {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? 'nothing' : 'other'
  }
  if (names.includes(databaseName)) return 'vault'
  const keys = keyFileNames.some((name) => names.includes(name))
  const unfinished = names.includes(unfinishedName)
  if (keys && !unfinished) return 'vault'
  return names.every((name) => isUnfinished(name) || ['.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(name)) ? 'empty' : 'other'
}

/** Belongs to a vault whose making was cut off, when no database is there. */
export function isUnfinished(name: string): boolean {
  return name.startsWith(unfinishedName) || keyFileNames.some((ours) => name.startsWith(ours))
}

/** Where a vault made in this chosen folder would lie: the folder itself when it is empty. */
export function placeForNewVault(chosen: string): string {
  const state = inspectFolder(chosen)
  if (state === 'vault') throw new AppError('vault.exists')
  if (state === 'empty' || state === 'nothing') return chosen
  const name = 'Journal.mjournal'
  const inside = join(chosen, name)
  const insideState = inspectFolder(inside)
  if (insideState === 'vault') throw new AppError('vault.exists')
  if (insideState !== 'other') return inside
  throw new AppError('folder.not-writable')
}

/**
 * The vault a person meant by choosing this folder: the folder itself, or the
 * only vault directly inside it.
 *
 * @throws AppError `vault.not-a-vault`
 */
export function findVault(chosen: string): string {
  const state = inspectFolder(chosen)
  if (state === 'vault') return chosen
  if (state === 'other') {
    const inside = readdirOrNone(chosen).map((name) => join(chosen, name)).filter((path) => path.endsWith('.mjournal') && inspectFolder(path) === 'vault')
    if (inside.length === 1 && inside[0] !== undefined) return inside[0]
  }
  throw new AppError('vault.not-a-vault')
}

function readdirOrNone(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

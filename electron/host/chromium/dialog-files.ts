/**
 * What the file window may ask about the disk: names of folders, of vaults and
 * of files where one is to be written or read; never what is in them.
 */
import { accessSync, constants, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, extname, isAbsolute, join, resolve } from 'node:path'
import { isFilePurpose, isFolderPurpose, readableEndings } from '../../../shared/file-dialog.ts'
import type { DialogAnswers, DialogProblem, DialogTask, FilePurpose, FolderEntry, FolderPurpose, FolderView } from '../../../shared/file-dialog.ts'

export function listFolder(folder: string, purpose: DialogTask['purpose']): FolderView {
  const path = nearest(folder)
  const parent = dirname(path)
  const { entries, readable } = read(path, purpose)
  return {
    path, parent: parent === path ? null : parent, writable: isWritable(path), readable, entries, places: places(),
  }
}

/** The folder, or the closest one above it that is there: a drive may have been taken out. */
function nearest(folder: string): string {
  let path = isAbsolute(folder) ? resolve(folder) : homedir()
  while (!isFolder(path) && dirname(path) !== path) path = dirname(path)
  return path
}

function read(path: string, purpose: DialogTask['purpose']): { entries: FolderEntry[]; readable: boolean } {
  try {
    // Their names begin with the time.
    const newestFirst = purpose === 'open-backup'
    const entries = readdirSync(path)
      .filter((name) => !name.startsWith('.'))
      .flatMap((name) => {
        const entry = entryOf(join(path, name), name)
        return entry === null || (entry.kind === 'file' && !showsFile(name, purpose)) ? [] : [entry]
      })
      .sort((a, b) => Number(a.kind === 'file') - Number(b.kind === 'file') || byName(a, b) * (newestFirst && a.kind === 'file' ? -1 : 1))
    return { entries, readable: true }
  } catch {
    return { entries: [], readable: false }
  }
}

const byName = (a: FolderEntry, b: FolderEntry) => a.name.localeCompare(b.name, undefined, { numeric: true })

/** Others stay out of the list: what cannot be chosen only stands in the way. */
function showsFile(name: string, purpose: DialogTask['purpose']): boolean {
  return purpose === 'save' || (isFilePurpose(purpose) && readableEndings[purpose].includes(extname(name).slice(1).toLowerCase()))
}

function entryOf(path: string, name: string): FolderEntry | null {
  try {
    const found = statSync(path)
    if (found.isFile()) return { name, kind: 'file', writable: isWritable(path) }
    if (!found.isDirectory()) return null
    return { name, kind: isVault(path) ? 'vault' : 'folder', writable: isWritable(path) }
  } catch {
    // A link to nowhere.
    return null
  }
}

function isVault(path: string): boolean {
  return existsSync(join(path, 'journal.db')) || existsSync(join(path, 'keys.json')) || existsSync(join(path, 'keys.copy.json'))
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK)
    return true
  } catch {
    return false
  }
}

/** By trying: what a folder says of itself is not true on every drive, nor for every account. */
function takesFiles(folder: string): boolean {
  try {
    rmdirSync(mkdtempSync(join(folder, '.mj-')))
    return true
  } catch {
    return false
  }
}

function places(): FolderView['places'] {
  const home = homedir()
  const known = (['Documents', 'Desktop', 'Downloads'] as const)
    .map((name) => ({ kind: name.toLowerCase() as Lowercase<typeof name>, path: join(home, name) }))
    .filter(({ path }) => isFolder(path))
  return [{ kind: 'home', path: home }, ...known, ...drives()]
}

/** Where the system puts drives that were plugged in. */
function drives(): FolderView['places'] {
  const bases = process.platform === 'darwin' ? ['/Volumes']
    : process.platform === 'linux' ? ['/media', `/run/media/${basename(homedir())}`, `/media/${basename(homedir())}`] : []
  const mounted = bases.flatMap((base) => {
    try {
      return readdirSync(base).map((name) => join(base, name)).filter((path) => isFolder(path) && !bases.includes(path))
    } catch {
      return []
    }
  })
  const letters = process.platform === 'win32' ? [...'CDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`).filter(isFolder) : []
  return [...mounted, ...letters].map((path) => ({ kind: 'drive', path }))
}

/** A name that every system takes, on a stick as well. */
export function isGoodName(name: string): boolean {
  return name.trim() !== '' && name === name.trim() && name.length <= 200 && name !== '.' && name !== '..'
    && !/[/\\<>:"|?*\u0000-\u001f]/.test(name) && !name.endsWith('.')
    && !/^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i.test(name)
}

export function makeFolder(folder: string, name: string, purpose: DialogTask['purpose']): DialogAnswers['make'] {
  const problem = madeWithProblem(folder, name)
  return problem === null ? { folder: listFolder(join(folder, name), purpose), problem } : { folder: null, problem }
}

function madeWithProblem(folder: string, name: string): DialogProblem | null {
  if (!isGoodName(name)) return 'name-invalid'
  if (!isFolder(folder)) return 'missing'
  const path = join(folder, name)
  if (isThere(path)) return 'exists'
  try {
    mkdirSync(path)
    return null
  } catch {
    return 'not-writable'
  }
}

type Choice = { path: string } | { problem: DialogProblem }

/** The path that was chosen, or what stands in its way. */
export function checkChoice(task: DialogTask, folder: string, name: string, overwrite: boolean): Choice {
  if (!isAbsolute(folder) || !isFolder(folder)) return { problem: 'missing' }
  if (task.purpose === 'open-vault') {
    const path = name === '' ? folder : join(folder, name)
    return isGoodName(basename(path)) && isVault(path) ? { path } : { problem: 'not-a-vault' }
  }
  if (isFilePurpose(task.purpose)) return checkFile(task.purpose, folder, name)
  if (isFolderPurpose(task.purpose)) return checkFolder(task.purpose, folder, name)
  if (!isGoodName(name)) return { problem: 'name-invalid' }
  if (!takesFiles(folder)) return { problem: 'not-writable' }
  const path = join(folder, name)
  if (!isThere(path)) return { path }
  if (isFolder(path)) {
    // An empty folder of that name may be the one just made for it.
    return task.purpose === 'create-vault' && read(path, 'save').entries.length === 0 && isWritable(path) ? { path }
      : { problem: task.purpose === 'save' ? 'is-a-folder' : 'exists' }
  }
  if (task.purpose === 'create-vault') return { problem: 'exists' }
  if (!isWritable(path)) return { problem: 'not-writable' }
  return overwrite ? { path } : { problem: 'exists' }
}

/** A name that is there may be one that another system would refuse: it only has to be one name. */
function isOneName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && basename(name) === name && !name.includes('\0')
}

function checkFile(purpose: FilePurpose, folder: string, name: string): Choice {
  if (!isOneName(name) || !showsFile(name, purpose)) return { problem: 'wrong-kind' }
  const path = join(folder, name)
  if (isFolder(path)) return { problem: 'is-a-folder' }
  if (!isThere(path)) return { problem: 'missing' }
  if (entryOf(path, name)?.kind !== 'file') return { problem: 'wrong-kind' }
  return isReadable(path) ? { path } : { problem: 'unreadable' }
}

/** The folder that is shown, or the one that was picked in it. */
function checkFolder(purpose: FolderPurpose, folder: string, name: string): Choice {
  if (name !== '' && !isOneName(name)) return { problem: 'name-invalid' }
  const path = name === '' ? folder : join(folder, name)
  if (!isFolder(path)) return { problem: 'missing' }
  if (isVault(path)) return { problem: 'is-a-vault' }
  if (purpose === 'import-folder') return isReadable(path) ? { path } : { problem: 'unreadable' }
  return takesFiles(path) ? { path } : { problem: 'not-writable' }
}

function isThere(path: string): boolean {
  try {
    lstatSync(path)
    return true
  } catch {
    return false
  }
}

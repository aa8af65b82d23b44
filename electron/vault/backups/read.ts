import { fstatSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { AppError } from '../../../shared/errors.ts'
import { parseKeyFile } from '../key-file.ts'
import type { KeyFile } from '../key-file.ts'
import { systemCode } from '../files.ts'
import { BackupNote, directory, directoryBytes, layout, localHeader, membersIn, mostBytes, sizesFit } from './format.ts'
import type { Members } from './format.ts'
import { copyStretch, makeDurable, noStep, readAt, withFile } from './pieces.ts'
import type { Step } from './pieces.ts'

export type ReadBackup = { note: BackupNote; keys: KeyFile; bytes: number }

/**
 * What a backup says about itself, with its keys. Everything but the database is
 * held against the format byte by byte, so whatever else the file may be, a
 * bomb or another zip, is refused before anything in it is followed.
 *
 * @throws AppError `backup.damaged`, `backup.missing`, `vault.newer`
 */
export function readBackup(path: string): ReadBackup {
  return opened(path, (file) => {
    const members = readMembers(file)
    const { bodies: [noteAt = 0, keysAt = 0], length } = layout(members)
    const note = parseNote(readMember(file, noteAt, members[0]))
    const keys = parseKeyFile(readMember(file, keysAt, members[1]))
    if (keys === 'newer') throw new AppError('vault.newer')
    if (keys === 'damaged' || keys.vault !== note.vault) throw new AppError('backup.damaged')
    return { note, keys, bytes: length }
  })
}

/**
 * Write a backup's database, still encrypted, to a file of its own.
 *
 * @throws AppError `backup.damaged` when its checksum does not fit
 */
export function extractDatabase(path: string, to: string, options: { durable: boolean; step?: Step } = { durable: true }): void {
  opened(path, (file) => {
    const members = readMembers(file)
    const { bodies: [, , at = 0] } = layout(members)
    const { size: length, crc } = members[2]
    withFile(to, 'wx', (copy) => {
      const found = copyStretch({ file, at, length }, { file: copy, at: 0 }, options.step ?? noStep)
      if (found !== crc) throw new AppError('backup.damaged')
      if (options.durable) makeDurable(copy)
    })
  })
}

function opened<T>(path: string, work: (file: number) => T): T {
  try {
    return withFile(path, 'r', work)
  } catch (error) {
    const code = error instanceof AppError ? systemCode(error.cause) : systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new AppError('backup.missing', { cause: error })
    // A stick with a bad sector, or a folder by this name.
    if (code === 'EIO' || code === 'EISDIR') throw new AppError('backup.damaged', { cause: error })
    throw error
  }
}

function readMembers(file: number): Members {
  const stat = fstatSync(file)
  if (!stat.isFile() || stat.size < directoryBytes || stat.size > mostBytes) throw new AppError('backup.damaged')
  const table = readAt(file, stat.size - directoryBytes, directoryBytes)
  const members = membersIn(table)
  const fits = sizesFit(members) && layout(members).length === stat.size && directory(members).equals(table)
    && ([0, 1, 2] as const).every((index) => {
      const header = localHeader(members, index)
      return readAt(file, layout(members).headers[index] ?? 0, header.length).equals(header)
    })
  if (!fits) throw new AppError('backup.damaged')
  return members
}

function readMember(file: number, at: number, member: Members[number]): Buffer {
  const bytes = readAt(file, at, member.size)
  if (crc32(bytes) !== member.crc) throw new AppError('backup.damaged')
  return bytes
}

function parseNote(bytes: Buffer): BackupNote {
  try {
    return BackupNote.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    throw new AppError('backup.damaged')
  }
}

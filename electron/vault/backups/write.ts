import { fstatSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { AppError } from '../../../shared/errors.ts'
import { directory, layout, localHeader, sizesFit } from './format.ts'
import type { BackupNote, Members } from './format.ts'
import { copyStretch, makeDurable, noStep, withFile, writeAll } from './pieces.ts'
import type { Step } from './pieces.ts'

export type BackupSource = {
  /** A descriptor of `journal.db`; the caller's, and left open. */
  reader: number
  note: BackupNote
  /** The key file's bytes. */
  keys: Uint8Array
}

/**
 * Write a backup under this path, durable when it returns. The database is
 * copied byte by byte as it lies: nothing is decrypted. Whether it changed
 * meanwhile is for the caller to know.
 */
export function writeBackup(source: BackupSource, path: string, step: Step = noStep): { bytes: number } {
  const note = Buffer.from(JSON.stringify(source.note), 'utf8')
  const size = fstatSync(source.reader).size
  const small = [note, source.keys].map((bytes) => ({ size: bytes.length, crc: crc32(bytes) }))
  const membersWith = (crc: number): Members => [small[0] ?? { size: 0, crc: 0 }, small[1] ?? { size: 0, crc: 0 }, { size, crc }]
  if (!sizesFit(membersWith(0))) throw new AppError('backup.failed')
  const { headers: [noteHeader = 0, keysHeader = 0, databaseHeader = 0], bodies: [noteAt = 0, keysAt = 0, databaseAt = 0], directory: end, length } = layout(membersWith(0))
  return withFile(path, 'wx', (file) => {
    const crc = copyStretch({ file: source.reader, at: 0, length: size }, { file, at: databaseAt }, step)
    const members = membersWith(crc)
    writeAll(file, localHeader(members, 0), noteHeader)
    writeAll(file, note, noteAt)
    writeAll(file, localHeader(members, 1), keysHeader)
    writeAll(file, source.keys, keysAt)
    writeAll(file, localHeader(members, 2), databaseHeader)
    writeAll(file, directory(members), end)
    makeDurable(file)
    return { bytes: length }
  })
}

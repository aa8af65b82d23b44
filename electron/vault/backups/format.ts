/**
 * A backup file: an uncompressed zip of `backup.json`, `keys.json` and
 * `journal.db`, in this order, every other byte given by their sizes and
 * checksums. Any zip program opens it; ours takes no zip but this one, so that
 * a changed byte anywhere is seen. Stored by hand and not by a library, because
 * that needs exactly one way to write it.
 */
import { z } from 'zod'
import { Instant } from '../../../shared/dates.ts'
import { BackupId } from '../../../shared/backup.ts'

/** What a backup says about itself, in the clear: no counts, no names. */
export const BackupNote = z.strictObject({
  v: z.literal(1),
  vault: z.string().regex(/^[0-9a-f]{32}$/),
  made: Instant,
  schema: z.int().min(1).max(100_000),
})
export type BackupNote = z.infer<typeof BackupNote>

export const memberNames = ['backup.json', 'keys.json', 'journal.db'] as const
export type Member = { size: number; crc: number }
/** In the order of {@link memberNames}. */
export type Members = readonly [note: Member, keys: Member, database: Member]

export const backupEnding = '.mjbackup'
/** Written, but never opened since: it does not count yet. */
export const unverifiedEnding = '.mjbackup.unverified'

/** Behind the whole name: found damaged later. */
export const damagedEnding = '.damaged'

/** The zip's own fields end here, and no journal comes near it. */
export const mostBytes = 0xffff_ffff
const mostNoteBytes = 1024
const mostKeyBytes = 65_536
/** SQLite's smallest page with SQLCipher's settings. */
const pageBytes = 4096

const namePattern = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z(?:-(\d+))?$/

/** The name of a backup made at this moment; a later one in the same second gets a higher number. */
export function backupId(made: Date, existing: Iterable<BackupId>): BackupId {
  const stem = `${made.toISOString().slice(0, 19).replaceAll(':', '-')}Z`
  const numbers = [...existing].filter((id) => id === stem || id.startsWith(`${stem}-`)).map(numberOf)
  return BackupId.parse(numbers.length === 0 ? stem : `${stem}-${Math.max(...numbers) + 1}`)
}

/** The moment in a backup's name; null for a name that is no moment, such as a 31st of February. */
export function madeAt(id: string): string | null {
  const parts = namePattern.exec(id)
  const instant = parts === null ? '' : `${parts[1] ?? ''}T${parts[2] ?? ''}:${parts[3] ?? ''}:${parts[4] ?? ''}.000Z`
  const time = Date.parse(instant)
  return Number.isNaN(time) || new Date(time).toISOString() !== instant ? null : instant
}

/** For sorting by what the names say. */
export function newestFirst(a: { id: BackupId }, b: { id: BackupId }): number {
  return (madeAt(b.id) ?? '').localeCompare(madeAt(a.id) ?? '') || numberOf(b.id) - numberOf(a.id)
}

function numberOf(id: string): number {
  return Number(namePattern.exec(id)?.[5] ?? 1)
}

/** Whether these sizes are those of a backup at all: known before anything large is read. */
export function sizesFit([note, keys, database]: Members): boolean {
  return note.size > 0 && note.size <= mostNoteBytes && keys.size > 0 && keys.size <= mostKeyBytes
    && database.size > 0 && database.size % pageBytes === 0
    && note.size + keys.size + database.size + 1024 < mostBytes
}

/** Where each part begins, and how long the file is. */
export function layout(members: Members): { headers: number[]; bodies: number[]; directory: number; length: number } {
  const headers: number[] = []
  const bodies: number[] = []
  let at = 0
  members.forEach(({ size }, index) => {
    headers.push(at)
    bodies.push(at + localBytes + nameOf(index).length)
    at += localBytes + nameOf(index).length + size
  })
  return { headers, bodies, directory: at, length: at + directory(members).length }
}

const localBytes = 30
const centralBytes = 46
const endBytes = 22
const version = 10
/** Midnight of 1 January 1980, the zip's zero: file times are in nobody's backup. */
const dosDate = 33

/** What stands before a member. */
export function localHeader(members: Members, index: 0 | 1 | 2): Buffer {
  const name = nameOf(index)
  const header = Buffer.alloc(localBytes + name.length)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(version, 4)
  header.writeUInt16LE(dosDate, 12)
  header.writeUInt32LE(members[index].crc, 14)
  header.writeUInt32LE(members[index].size, 18)
  header.writeUInt32LE(members[index].size, 22)
  header.writeUInt16LE(name.length, 26)
  name.copy(header, localBytes)
  return header
}

/** What stands behind the last member: the zip's table of contents and its end. */
export function directory(members: Members): Buffer {
  let at = 0
  const entries = members.map(({ size, crc }, index) => {
    const name = nameOf(index)
    const entry = Buffer.alloc(centralBytes + name.length)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(version, 4)
    entry.writeUInt16LE(version, 6)
    entry.writeUInt16LE(dosDate, 14)
    entry.writeUInt32LE(crc, 16)
    entry.writeUInt32LE(size, 20)
    entry.writeUInt32LE(size, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    name.copy(entry, centralBytes)
    at += localBytes + name.length + size
    return entry
  })
  const end = Buffer.alloc(endBytes)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(entries.reduce((sum, entry) => sum + entry.length, 0), 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...entries, end])
}

/** How many bytes {@link directory} has, whatever the sizes. */
export const directoryBytes = endBytes + memberNames.reduce((sum, name) => sum + centralBytes + name.length, 0)

/** Sizes and checksums as the table of contents gives them; everything else in it is compared by the reader. */
export function membersIn(table: Buffer): Members {
  const [note, keys, database] = memberNames.map((_name, index) => {
    const at = memberNames.slice(0, index).reduce((sum, name) => sum + centralBytes + name.length, 0)
    return { crc: table.readUInt32LE(at + 16), size: table.readUInt32LE(at + 20) }
  })
  if (note === undefined || keys === undefined || database === undefined) throw new Error('a backup has three members')
  return [note, keys, database]
}

function nameOf(index: number): Buffer {
  return Buffer.from(memberNames[index] ?? '', 'latin1')
}

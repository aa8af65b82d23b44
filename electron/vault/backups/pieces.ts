/** Moving bytes between files in pieces, with their checksum, and stopping in between when asked. */
import { closeSync, fchmodSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { AppError } from '../../../shared/errors.ts'
import { fileError } from '../files.ts'

/** Called between pieces; throws when the work was given up. */
export type Step = (done: number, of: number) => void

export const noStep: Step = () => undefined

const pieceBytes = 1 << 20

/** Read exactly these bytes. @throws AppError `backup.damaged` when the file ends before. */
export function readAt(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  if (fill(file, bytes, at) < length) throw new AppError('backup.damaged')
  return bytes
}

function fill(file: number, bytes: Buffer, at: number): number {
  let length = 0
  for (let read = -1; read !== 0 && length < bytes.length; length += read) {
    read = readSync(file, bytes, length, bytes.length - length, at + length)
  }
  return length
}

export function writeAll(file: number, bytes: Uint8Array, at: number): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written, bytes.length - written, at + written)
}

type Stretch = { file: number; at: number; length: number }

/** Copy a stretch of one file into another, or only read it; answers with its CRC-32. */
export function copyStretch(from: Stretch, to: { file: number; at: number } | null, step: Step): number {
  const buffer = Buffer.allocUnsafe(Math.min(pieceBytes, Math.max(1, from.length)))
  let crc = 0
  for (let done = 0; done < from.length;) {
    step(done, from.length)
    const piece = buffer.subarray(0, Math.min(buffer.length, from.length - done))
    if (fill(from.file, piece, from.at + done) < piece.length) throw new AppError('backup.damaged')
    crc = crc32(piece, crc)
    if (to !== null) writeAll(to.file, piece, to.at + done)
    done += piece.length
  }
  step(from.length, from.length)
  return crc
}

/** Open, use, close. */
export function withFile<T>(path: string, flags: string, work: (file: number) => T): T {
  let file: number
  try {
    file = openSync(path, flags, 0o600)
  } catch (error) {
    throw fileError(error)
  }
  try {
    return work(file)
  } catch (error) {
    throw fileError(error)
  } finally {
    closeSync(file)
  }
}

/** Where a file system has owners, only ours reads it, whatever the process lets new files be. */
export function makeDurable(file: number): void {
  try {
    fchmodSync(file, 0o600)
  } catch {
    // A stick without owners.
  }
  fsyncSync(file)
}

/** Bytes that are read where they are wanted: of a file, however large, or in memory. */
import { fstatSync, readSync } from 'node:fs'
import { AppError } from '../../shared/errors.ts'

export type ReadAt = { readonly size: number; read(position: number, length: number): Uint8Array }

export function readAtFile(file: number): ReadAt {
  return {
    size: fstatSync(file).size,
    read(position, length) {
      const bytes = new Uint8Array(length)
      for (let done = 0; done < length;) {
        const some = readSync(file, bytes, done, length - done, position + done)
        // Shorter than it was a moment ago.
        if (some === 0) throw new AppError('import.unreadable')
        done += some
      }
      return bytes
    },
  }
}

export function readAtBytes(bytes: Uint8Array): ReadAt {
  return {
    size: bytes.length,
    read(position, length) {
      if (position < 0 || position + length > bytes.length) throw new AppError('import.unreadable')
      return bytes.subarray(position, position + length)
    },
  }
}

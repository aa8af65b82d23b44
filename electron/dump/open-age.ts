/** An age file under a passphrase, opened as a stream: as often as needed for one derivation of its key. */
import { closeSync, openSync, readSync } from 'node:fs'
import { ReadableStream as NodeStream } from 'node:stream/web'
import { Decrypter } from 'age-encryption'
import { AppError } from '../../shared/errors.ts'

const pieceBytes = 1 << 18
/** A header with one passphrase has some 200 bytes. */
const headerBytes = 4096
const firstLine = 'age-encryption.org/v1\n'

export type AgeFile = { plain(read: (bytes: number) => void): AsyncIterable<Uint8Array> }

/**
 * @throws AppError `dump.foreign` when this is no age file, or not one under a
 * passphrase; `dump.unreadable` when the passphrase is another one or the header
 * is damaged, which cannot be told apart.
 */
export async function openAge(path: string, passphrase: string): Promise<AgeFile> {
  const head = readHead(path)
  if (head.toString('latin1', 0, firstLine.length) !== firstLine) throw new AppError('dump.foreign')
  // Without it the file goes to keys, and there is none to try.
  if (!/^-> scrypt /m.test(head.toString('latin1'))) throw new AppError('dump.foreign')
  const opener = new Decrypter()
  opener.addPassphrase(passphrase.normalize('NFC'))
  const fileKey = await opener.decryptHeader(head).catch((error: unknown) => { throw new AppError('dump.unreadable', { cause: error }) })
  return {
    async* plain(read) {
      const reader = new Decrypter()
      reader.addIdentity({ unwrapFileKey: () => fileKey })
      try {
        // The same class under both names; the page's types do not know that it can be made from an iterator.
        yield* await reader.decrypt(NodeStream.from(pieces(path, read)) as ReadableStream<Uint8Array>) as NodeStream<Uint8Array> & ReadableStream<Uint8Array>
      } catch (error) {
        throw error instanceof AppError || hasCode(error) ? error : new AppError('dump.damaged', { cause: error })
      }
    },
  }
}

function readHead(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(headerBytes)
    return head.subarray(0, readSync(file, head, 0, headerBytes, 0))
  } finally {
    closeSync(file)
  }
}

function* pieces(path: string, read: (bytes: number) => void): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const piece = new Uint8Array(pieceBytes)
      const length = readSync(file, piece, 0, pieceBytes, null)
      if (length === 0) return
      read(length)
      yield piece.subarray(0, length)
    }
  } finally {
    closeSync(file)
  }
}

/** What the system says of a file, not what the format says of its bytes. */
const hasCode = (error: unknown) => error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)

/**
 * Everything in one file: a zip of Markdown, `journal.json` and a README, under
 * an age passphrase. It is put together and encrypted in memory, piece by
 * piece; what reaches the disk is encrypted already.
 */
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { Readable } from 'node:stream'
import { ReadableStream as NodeStream } from 'node:stream/web'
import { crc32, createDeflateRaw } from 'node:zlib'
import { Encrypter } from 'age-encryption'
import type { Language } from '../../shared/language.ts'
import type { Db } from '../database/open.ts'
import { journalName } from './names.ts'
import { countAllItems, countRecords, journalLines } from './read-vault.ts'
import { readableFiles } from './readable.ts'
import { dumpReadmeText } from './readme/readme.ts'
import { textEntry, zipped } from './zip-write.ts'
import type { ZipEntry } from './zip-write.ts'

export const readmeName = 'README.txt'

export type DumpOrder = { passphrase: string; language: Language; now: Date; /** log2 of scrypt's N. */ work: number }
export type DumpWritten = { items: number; bytes: number; sha256: string }

/**
 * Write the file at `path`, which must not be there yet; durable when this
 * returns. Fails with what the system says of the disk, and leaves the rest to
 * the caller, who removes the file.
 */
export async function writeDump(db: Db, order: DumpOrder, path: string, progress: (done: number, of: number) => void = () => {}): Promise<DumpWritten> {
  const file = openSync(path, 'wx', 0o600)
  try {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of await encrypted(order, zipped(entriesOf(db, order, progress), order.now))) {
      hash.update(chunk)
      for (let written = 0; written < chunk.length;) written += writeSync(file, chunk, written)
      bytes += chunk.length
    }
    fsyncSync(file)
    return { items: countAllItems(db), bytes, sha256: hash.digest('hex') }
  } finally {
    closeSync(file)
  }
}

async function encrypted({ passphrase, work }: DumpOrder, plain: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter()
  // As the vault's own: the same words typed on another system give the same bytes.
  encrypter.setPassphrase(passphrase.normalize('NFC'))
  encrypter.setScryptWorkFactor(work)
  // The same class under both names; the page's types do not know that it can be made from an iterator.
  return await encrypter.encrypt(NodeStream.from(plain) as ReadableStream<Uint8Array>) as NodeStream<Uint8Array> & ReadableStream<Uint8Array>
}

async function* entriesOf(db: Db, { language, now }: DumpOrder, progress: (done: number, of: number) => void): AsyncGenerator<ZipEntry> {
  const items = countAllItems(db)
  const of = countRecords(db) + items
  let done = 0
  yield textEntry(readmeName, dumpReadmeText(language, now, items))
  yield await journalEntry(db, now, () => { progress(Math.min(++done, of), of) })
  for (const { name, text, items: held } of readableFiles(db, language, now)) {
    yield textEntry(name, text)
    done += held
    progress(Math.min(done, of), of)
  }
  progress(of, of)
}

/** Packed as it is read; only its packed form, a fraction of it, is ever in memory as a whole. */
async function journalEntry(db: Db, now: Date, line: () => void): Promise<ZipEntry> {
  let crc = 0
  let size = 0
  function* pieces() {
    let gathered = ''
    for (const text of journalLines(db, now)) {
      line()
      gathered += text
      if (gathered.length < 65_536) continue
      yield counted(gathered)
      gathered = ''
    }
    if (gathered !== '') yield counted(gathered)
  }
  const counted = (text: string) => {
    const bytes = Buffer.from(text, 'utf8')
    crc = crc32(bytes, crc)
    size += bytes.length
    return bytes
  }
  const parts: Buffer[] = []
  for await (const part of Readable.from(pieces(), { objectMode: true }).pipe(createDeflateRaw({ chunkSize: 65_536 }))) parts.push(part as Buffer)
  return { name: journalName, crc, size, deflated: true, parts }
}

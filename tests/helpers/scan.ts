import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** The bytes a sentence has on disk, in each way a program might have written it. */
function spellings(sentence: string): Buffer[] {
  return [Buffer.from(sentence, 'utf8'), Buffer.from(sentence, 'utf16le'), Buffer.from(sentence, 'utf16le').swap16(), ...inBase64(sentence)]
}

/** Base64 writes a text in three ways, by where it begins; what neighbours share is left off. */
function inBase64(sentence: string): Buffer[] {
  const bytes = Buffer.from(sentence, 'utf8')
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    return Buffer.from(text.slice(shift === 0 ? 0 : shift + 1, -4))
  })
}

/** A gzip member inside a file is looked into as well. */
function* layers(bytes: Buffer): Generator<Buffer> {
  yield bytes
  for (let at = bytes.indexOf(Buffer.from([0x1f, 0x8b, 0x08])); at !== -1; at = bytes.indexOf(Buffer.from([0x1f, 0x8b, 0x08]), at + 1)) {
    try {
      yield gunzipSync(bytes.subarray(at))
    } catch {
      // Three bytes that happen to look like one.
    }
  }
}

/** A running program may take its file away between two looks at it; then there is nothing to read. */
function contents(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

/** Every regular file at or below a path. */
export function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Where any of these sentences can be read: file and sentence. Also looks at the names of the files. */
export function readable(files: readonly string[], sentences: readonly string[]): Array<{ file: string; sentence: string }> {
  return files.flatMap((file) => {
    const layered = [...layers(contents(file)), Buffer.from(file)]
    return sentences.filter((sentence) => spellings(sentence).some((spelling) => layered.some((bytes) => bytes.includes(spelling)))).map((sentence) => ({ file, sentence }))
  })
}

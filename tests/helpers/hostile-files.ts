/** Files made to do harm, each with the codes that may answer it. */
import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { tarOf } from './tar.ts'
import { zipOf } from './zip.ts'

export type HostileFile = {
  what: string
  codes: readonly string[]
  /** Make it in this folder; answers with what to choose. */
  make(folder: string): string
}

export const text = (words: string) => new TextEncoder().encode(words)
const note = { name: 'a.md', bytes: text('A thought') }
const dayOne = (entries: string) => text(`{"metadata":{"version":"1.0"},"entries":[${entries}]}`)
const entry = (words: string) => JSON.stringify({ uuid: 'A', creationDate: '2021-03-03T11:48:50Z', text: words })
/** As much as asked for, without writing it: holes read as zeros. */
const sparse = (path: string, bytes: number, start = '') => {
  const file = openSync(path, 'w')
  writeSync(file, start)
  ftruncateSync(file, bytes)
  closeSync(file)
}
const million = 1_000_000

/** Write it under this name. */
export const put = (name: string, bytes: () => Uint8Array | string) => (folder: string) => {
  const path = join(folder, name)
  writeFileSync(path, bytes())
  return path
}

const cases: Array<[what: string, codes: string[], make: (folder: string) => string]> = [
  ['a zip with a name that climbs out', ['import.unreadable'], put('a.zip', () => zipOf([note, { ...note, name: '../../etc/cron.d/a.md' }]))],
  ['a zip with an absolute name', ['import.unreadable'], put('a.zip', () => zipOf([{ ...note, name: '/tmp/a.md' }]))],
  ['a zip with a drive\'s name', ['import.unreadable'], put('a.zip', () => zipOf([{ ...note, name: 'C:\\a.md' }]))],
  ['a zip with a link', ['import.unreadable'], put('a.zip', () => zipOf([{ name: 'a.md', bytes: text('/etc/passwd'), mode: 0o120777 }]))],
  ['a zip that is 10,000 times as large inside', ['import.too-large'], put('a.zip', () => zipOf([{ name: 'Journal.json', bytes: dayOne(entry(' '.repeat(40 * million))) }]))],
  ['a zip that lies about its size', ['import.unreadable'], put('a.zip', () => zipOf([{ name: 'Journal.json', bytes: text('{}'), size: 2, packed: deflateRawSync(Buffer.alloc(30 * million, 'a')) }]))],
  ['a zip of many bombs', ['import.too-large'], put('a.zip', () => {
    const packed = deflateRawSync(Buffer.alloc(900_000, 'word '))
    return zipOf(Array.from({ length: 400 }, (_, index) => ({ name: `${index}.md`, bytes: Buffer.alloc(900_000, 'word '), packed })))
  })],
  ['a zip cut off in the middle', ['import.unreadable'], put('a.zip', () => zipOf([note]).slice(0, 60))],
  ['a zip in a zip', ['import.unreadable'], put('a.zip', () => zipOf([{ name: 'a.zip', bytes: zipOf([note]) }]))],
  ['a tar with a name that climbs out', ['import.unreadable'], put('a.jex', () => tarOf([{ ...note, name: '../a.md' }]))],
  ['a tar with an absolute name', ['import.unreadable'], put('a.jex', () => tarOf([{ ...note, name: '/etc/a.md' }]))],
  ['a tar with a symbolic link', ['import.unreadable'], put('a.jex', () => tarOf([note, { name: 'b.md', bytes: text(''), kind: '2', link: '/etc/passwd' }]))],
  ['a tar with a hard link', ['import.unreadable'], put('a.jex', () => tarOf([{ name: 'b.md', bytes: text(''), kind: '1', link: 'a.md' }]))],
  ['a tar with a device', ['import.unreadable'], put('a.jex', () => tarOf([{ name: 'b.md', bytes: text(''), kind: '3' }]))],
  ['a tar whose file is longer than the archive', ['import.unreadable'], put('a.jex', () => tarOf([{ ...note, size: 7_000_000_000 }]))],
  ['JSON of 200 MB', ['import.too-large'], (folder) => { sparse(join(folder, 'a.json'), 200 * million, '{"entries":['); return join(folder, 'a.json') }],
  ['JSON 100,000 deep', ['import.too-large', 'import.unreadable'], put('a.json', () => `{"entries":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)],
  ['JSON with an entry 100,000 deep', ['import.too-large', 'import.unreadable'], put('a.json', () => dayOne(`{"creationDate":"2021-01-01T00:00:00Z","text":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`))],
  ['JSON that never ends', ['import.unreadable'], put('a.json', () => `{"entries":[${'{"a":1},'.repeat(100_000)}`)],
  ['JSON of a million empty entries', ['import.too-large', 'import.unreadable', 'import.empty'], put('a.json', () => `{"entries":[${'[],'.repeat(3 * million)}[]]}`)],
  ['JSON that would change what objects are', ['import.unreadable', 'import.empty'], put('a.json', () => '{"__proto__":{"entries":[]},"entries":{"__proto__":{"text":"x"}}}')],
  ['100 MB of text', ['import.too-large'], (folder) => { sparse(join(folder, 'a.txt'), 100 * million, 'words '); return join(folder, 'a.txt') }],
  ['a picture called a text', ['import.unreadable'], put('a.txt', () => Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 37) % 256)))],
  ['zeros', ['import.unreadable'], put('a.txt', () => new Uint8Array(100_000))],
  ['nothing', ['import.empty'], put('a.txt', () => '')],
  ['a folder without text', ['import.unreadable'], (folder) => { mkdirSync(join(folder, 'f')); writeFileSync(join(folder, 'f', 'a.png'), 'x'); return join(folder, 'f') }],
  ['a device', ['import.unreadable'], () => '/dev/zero'],
  ['a file that is not there', ['import.unreadable'], () => '/nowhere/at/all.txt'],
]

export const hostileFiles: readonly HostileFile[] = cases.map(([what, codes, make]) => ({ what, codes, make }))

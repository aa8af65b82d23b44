/** Files that were made to do harm, and files that took some. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { Encrypter } from 'age-encryption'
import { expect, test } from 'vitest'
import { linesOf } from '../../../electron/dump/lines.ts'
import { readDump } from '../../../electron/dump/read-dump.ts'
import { writeDump } from '../../../electron/dump/write-dump.ts'
import { textEntry, zipped } from '../../../electron/dump/zip-write.ts'
import type { ZipEntry } from '../../../electron/dump/zip-write.ts'
import { AppError } from '../../../shared/errors.ts'
import { flipByte, testSeed } from '../../helpers/flip.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { addEntry, addSpace, startOfTests, testDatabase } from '../../helpers/test-database.ts'
import { dumpPassphrase as passphrase } from './open-dump.ts'

const head = `{"format":"mentoring-journal","v":1,"schema":2,"made":"2026-11-22T20:00:00.000Z",\n`
const lists = (changed: Record<string, string[]> = {}) => ['spaces', 'preferences', 'items', 'revisions', 'links', 'exports']
  .map((name) => `"${name}":[\n${(changed[name] ?? []).join(',\n')}${(changed[name] ?? []).length > 0 ? '\n' : ''}]`).join(',\n')
const journal = (changed: Record<string, string[]> = {}) => `${head}${lists(changed)}}\n`

async function bytesOf(entries: ZipEntry[]): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of zipped(entries, startOfTests)) parts.push(part)
  return Buffer.concat(parts)
}

async function encrypted(zip: Uint8Array): Promise<string> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(1)
  const path = join(tempFolder(), 'hostile.age')
  writeFileSync(path, await encrypter.encrypt(Uint8Array.from(zip)))
  return path
}

/** What reading this file ends with, and how many records were handed over. */
async function outcome(path: string, typed = passphrase): Promise<{ code: string; records: number }> {
  let records = 0
  try {
    await readDump(path, typed, { records: (some) => { records += some.length } })
    return { code: 'ok', records }
  } catch (error) {
    return { code: error instanceof AppError ? error.code : `a bug: ${String(error)}`, records }
  }
}

const link = (zip: Buffer) => {
  const changed = Buffer.from(zip)
  changed.writeUInt32LE(0o120777 * 0x10000, changed.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 38)
  return changed
}
const bomb = (): ZipEntry => {
  // 1:1000 is the most that deflate can; what it says of itself is ten times that.
  const packed = deflateRawSync(Buffer.alloc(1_000_000))
  return { name: 'journal.json', crc: 0, size: packed.length * 100_000, deflated: true, parts: [packed] }
}
const lying = (): ZipEntry => {
  const plain = Buffer.alloc(5_000_000, 32)
  return { name: 'journal.json', crc: crc32(plain), size: 1000, deflated: true, parts: [deflateRawSync(plain)] }
}
const item = (more: object) => JSON.stringify({
  id: '11111111-1111-4111-8111-111111111111', space: '22222222-2222-4222-8222-222222222222', parent: null, position: 1, moment: 1, kind: 'entry', v: 1, title: '',
  body: {}, privacy: 'private', onDate: null, createdAt: '2026-11-22T20:00:00.000Z', updatedAt: '2026-11-22T20:00:00.000Z', revision: 1, deletedAt: null, hidden: false, ...more,
})

const cases: ReadonlyArray<readonly [what: string, code: string, zip: () => Promise<Uint8Array> | Uint8Array]> = [
  ['no zip at all', 'dump.damaged', () => Buffer.from('PK but nothing of the kind')],
  ['a zip of something else', 'dump.foreign', () => bytesOf([textEntry('letter.txt', 'Dear Sari')])],
  ['a name that leads upwards', 'dump.damaged', () => bytesOf([textEntry('journal.json', journal()), textEntry('../../.profile', 'x')])],
  ['a name from the root', 'dump.damaged', () => bytesOf([textEntry('/etc/passwd', 'x'), textEntry('journal.json', journal())])],
  ['a name with a drive', 'dump.damaged', () => bytesOf([textEntry('C:/x', 'x'), textEntry('journal.json', journal())])],
  ['a name with a backslash', 'dump.damaged', () => bytesOf([textEntry('..\\x', 'x'), textEntry('journal.json', journal())])],
  ['a link', 'dump.damaged', async () => link(await bytesOf([textEntry('journal.json', journal())]))],
  ['the journal twice', 'dump.damaged', () => bytesOf([textEntry('journal.json', journal()), textEntry('journal.json', journal())])],
  ['a bomb of 1:100,000', 'dump.damaged', () => bytesOf([bomb()])],
  ['more words than it says', 'dump.damaged', () => bytesOf([lying()])],
  ['bytes behind its end', 'dump.damaged', async () => Buffer.concat([await bytesOf([textEntry('journal.json', journal())]), Buffer.from('x')])],
  ['cut off', 'dump.damaged', async () => (await bytesOf([textEntry('journal.json', journal())])).subarray(0, -30)],
  ['a newer form', 'dump.newer', () => bytesOf([textEntry('journal.json', journal().replace('"v":1', '"v":3'))])],
  ['another program\'s JSON', 'dump.damaged', () => bytesOf([textEntry('journal.json', '{"entries":[]}\n')])],
  ['its members in another order', 'dump.damaged', () => bytesOf([textEntry('journal.json', journal().replace('"links"', '"exports"'))])],
  ['an item of no space', 'dump.damaged', () => bytesOf([textEntry('journal.json', journal({ items: [item({})] }))])],
  ['an item with a member too many', 'dump.damaged', () => bytesOf([textEntry('journal.json', journal({ items: [item({ owner: 'x' })] }))])],
  ['a body nested a hundred thousand deep', 'dump.damaged', () => bytesOf([textEntry('journal.json', journal({ items: [item({ body: 'BODY' }).replace('"BODY"', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)] }))])],
  ['words in no encoding', 'dump.damaged', () => bytesOf([{ name: 'journal.json', crc: crc32(Buffer.from([0xff, 10])), size: 2, deflated: false, parts: [Buffer.from([0xff, 10])] }])],
]

test.each(cases)('%s is %s, and nothing of it is taken', async (_what, code, zip) => {
  expect(await outcome(await encrypted(await zip()))).toEqual({ code, records: 0 })
})

test('a line of 200 MB is given up as soon as it is longer than any of ours', async () => {
  let given = 0
  async function* endless() {
    const piece = new Uint8Array(1 << 20).fill(0x20)
    for (; given < 200; given += 1) yield piece
  }
  const all = async () => { for await (const line of linesOf(endless())) expect(line).toBe('') }

  await expect(all()).rejects.toThrow(new AppError('dump.damaged'))
  expect(given).toBeLessThan(70)
})

test('a flipped byte is called damage, or a passphrase that may be another, and never gives other words', async () => {
  const random = testSeed('flips in a copy')
  const { db } = testDatabase()
  const space = addSpace(db)
  for (let day = 10; day < 30; day += 1) addEntry(db, space, `Day ${day}`, { onDate: `2026-11-${day}` })
  const path = join(tempFolder(), 'copy.age')
  await writeDump(db, { passphrase, language: 'en', now: startOfTests, work: 1 }, path)
  const bytes = readFileSync(path)
  const codes: Record<string, number> = {}

  for (let count = process.env['MJ_FULL'] === '1' ? 600 : 60; count > 0; count -= 1) {
    const flipped = join(tempFolder(), 'flipped.age')
    writeFileSync(flipped, flipByte(bytes, random))
    const { code, records } = await outcome(flipped)
    expect(records, code).toBe(0)
    codes[code] = (codes[code] ?? 0) + 1
  }

  expect(Object.keys(codes).every((code) => ['dump.damaged', 'dump.unreadable', 'dump.foreign'].includes(code)), JSON.stringify(codes)).toBe(true)
  expect(await outcome(path, 'another passphrase')).toEqual({ code: 'dump.unreadable', records: 0 })
  expect((await outcome(path)).records).toBeGreaterThan(20)
})

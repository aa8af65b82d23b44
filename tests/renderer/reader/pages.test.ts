/** The reader's own decryption of a database against the files that the real one writes. */
import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import { decryptPages } from '../../../renderer/reader/pages.ts'
import { Trouble } from '../../../renderer/reader/trouble.ts'
import { flipByte, testSeed } from '../../helpers/flip.ts'
import { addEntry, addSpace, testDatabase } from '../../helpers/test-database.ts'

const atOnce = () => Promise.resolve()

test('pages that the database encrypted come out as a database with the very same rows', async () => {
  const { db, path, key, close } = testDatabase()
  const space = addSpace(db)
  for (let day = 10; day < 30; day += 1) addEntry(db, space, `Day ${day} `.repeat(200), { onDate: `2026-11-${day}` })
  const rows = db.prepare('SELECT * FROM item ORDER BY moment').all()
  close()

  const plain = new Database(Buffer.from(await decryptPages(Uint8Array.from(readFileSync(path)), key, atOnce)))

  expect(plain.prepare('SELECT * FROM item ORDER BY moment').all()).toEqual(rows)
  expect(plain.pragma('integrity_check', { simple: true })).toBe('ok')
  plain.close()
})

test('a byte flipped anywhere, a page too few and another key are damage', async () => {
  const random = testSeed('flips in pages')
  const { db, path, key, close } = testDatabase()
  addEntry(db, addSpace(db), 'Something')
  close()
  const bytes = readFileSync(path)
  const damaged = (file: Uint8Array, with_ = key) => expect(decryptPages(Uint8Array.from(file), with_, atOnce)).rejects.toThrow(new Trouble('damaged'))

  for (let count = 40; count > 0; count -= 1) await damaged(flipByte(bytes, random))
  await damaged(bytes, new Uint8Array(32))
  await damaged(bytes.subarray(0, -100))
  await damaged(new Uint8Array())
  // Each page says which it is.
  await damaged(Buffer.concat([bytes.subarray(0, 4096), bytes.subarray(8192, 12_288), bytes.subarray(4096, 8192)]))
})

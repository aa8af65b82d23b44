/** The public `age` tool opens what we write, and what an earlier version of us wrote. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readDump } from '../../../electron/dump/read-dump.ts'
import { writeDump } from '../../../electron/dump/write-dump.ts'
import { textEntry, zipped } from '../../../electron/dump/zip-write.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { addEntry, addSpace, startOfTests, testDatabase } from '../../helpers/test-database.ts'
import { dumpPassphrase as passphrase } from './open-dump.ts'

const fixture = fileURLToPath(new URL('../../fixtures/copy-1.age', import.meta.url))

/** It takes a passphrase from a terminal alone, so it gets one. */
async function age(path: string, typed: string): Promise<Record<string, string>> {
  const out = join(tempFolder(), 'journal.zip')
  const child = spawn('script', ['-qec', `age --decrypt --output ${out} ${path}`, '/dev/null'], { stdio: ['pipe', 'pipe', 'ignore'] })
  child.stdout.once('data', () => { child.stdin.write(`${typed}\n`) })
  await new Promise((resolve) => { child.once('close', resolve) })
  return Object.fromEntries(Object.entries(unzipSync(readFileSync(out))).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

test.runIf(process.platform === 'linux')('the public age tool opens a copy, and any zip program what is in it', async () => {
  const { db } = testDatabase()
  addEntry(db, addSpace(db), 'Un café à Malmö', { onDate: '2026-11-22' })
  const path = join(tempFolder(), 'everything.age')
  await writeDump(db, { passphrase: passphrase.normalize('NFD'), language: 'nl', now: startOfTests, work: 12 }, path)

  const files = await age(path, passphrase)

  expect(Object.keys(files)).toEqual(['README.txt', 'journal.json', 'Sari/Dagboek/2026-11-22 Un café à Malmö.md'])
  expect(files['Sari/Dagboek/2026-11-22 Un café à Malmö.md']).toContain('Un café à Malmö')
  expect(files['README.txt']).toContain('SQLCipher 4')
})

test('a copy that the first version made is still read, by us and by the age tool', async () => {
  const words: string[] = []
  await readDump(fixture, 'lantern copper violin meadow tide', {
    records: (records) => { for (const { name, record } of records) if (name === 'items') words.push(record.title) },
  })

  expect(words).toEqual(['What the first version wrote', 'Thrown away', '1'])
  if (process.platform === 'linux') expect(Object.keys(await age(fixture, 'lantern copper violin meadow tide'))).toContain('journal.json')
})

test('seventy thousand files are one archive that others open too', async () => {
  const parts: Uint8Array[] = []
  const one = textEntry('x', 'x')
  const entries = Array.from({ length: 70_000 }, (_, index) => ({ ...one, name: `folder/${index}.md` }))
  for await (const part of zipped(entries, startOfTests)) parts.push(part)

  const files = unzipSync(Buffer.concat(parts), { filter: ({ name }) => name.endsWith('9999.md') })

  expect(Object.keys(files)).toHaveLength(7)
  expect(strFromU8(files['folder/69999.md'] ?? new Uint8Array())).toBe('x')
})

/** Everything out of one vault and into another, and out again. */
import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Decrypter } from 'age-encryption'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { makeWorld } from '../../helpers/sample-inputs.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { openTestBackend, testPassphrase } from '../../helpers/test-backend.ts'
import type { TestBackend } from '../../helpers/test-backend.ts'

const other = 'vijf andere woorden voor onderweg'

/** What the library reads, apart from our own reading of it. */
async function opened(path: string, passphrase = other): Promise<Record<string, string>> {
  const opener = new Decrypter()
  opener.addPassphrase(passphrase)
  const zip = unzipSync(await opener.decrypt(await readFile(path)))
  return Object.fromEntries(Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

async function save(test: TestBackend): Promise<string> {
  const path = join(tempFolder(), 'all.age')
  test.host.paths.push(path)
  await test.call('dump.save', { passphrase: other, own: false, language: 'en' })
  return path
}

async function journalOf(test: TestBackend): Promise<unknown> {
  const { made: _, ...journal } = JSON.parse((await opened(await save(test)))['journal.json'] ?? '') as { made: string }
  return journal
}

test('a new vault that a copy was put back into holds the very same', async () => {
  const { test: a } = await openTestBackend()
  await makeWorld(a)
  const path = await save(a)
  const { test: b } = await openTestBackend()
  b.host.paths.push(path)
  await b.call('dump.choose')

  const restored = await b.call('dump.restore', { passphrase: other })

  expect(restored).toMatchObject({ beside: 0, same: 0 })
  const { made: _, ...journal } = JSON.parse((await opened(path))['journal.json'] ?? '') as { made: string }
  expect(await journalOf(b)).toEqual(journal)
  writeFileSync('/tmp/files.json', JSON.stringify(await opened(path), null, 1))
})

import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { listItems } from '../../electron/database/items.ts'
import { findHits } from '../../electron/database/search.ts'
import { listSpaces } from '../../electron/database/spaces.ts'
import { checkVault } from '../../electron/vault/check.ts'
import { chanceFrom, fillWithSample } from '../../build/sample-items.ts'
import { ItemKind } from '../../shared/item.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { testDatabase } from '../helpers/test-database.ts'

const script = fileURLToPath(new URL('../../build/sample.ts', import.meta.url))
const passphrase = 'een brugwachter zingt zacht'

test('a sample is a real vault with exactly as many items as asked for, of every kind', async () => {
  const out = join(tempFolder(), 'out')

  const stdout = execFileSync(process.execPath, [script, '--out', out, '--items', '400', '--lang', 'id'], {
    env: { ...process.env, MJ_PASSPHRASE: passphrase }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'],
  })
  const check = await checkVault(join(out, 'Sample.mjournal'), passphrase)

  expect(stdout.trim()).toBe(join(out, 'Sample.mjournal'))
  expect(check).toMatchObject({ ok: true, integrity: 'ok' })
  expect(Object.keys(check.counts).toSorted()).toEqual([...ItemKind.options].toSorted())
  expect(Object.values(check.counts).reduce((sum, n) => sum + n, 0)).toBe(400)
})

test.each([
  ['no folder', ['--items', '10'], passphrase],
  ['no number', ['--out', 'DIR', '--items', 'many'], passphrase],
  ['another language', ['--out', 'DIR', '--items', '10', '--lang', 'fr'], passphrase],
  ['an unknown flag', ['--out', 'DIR', '--items', '10', '--fast'], passphrase],
  ['no passphrase', ['--out', 'DIR', '--items', '10'], ''],
])('%s is refused as wrong arguments', (_, args, given) => {
  const folder = join(tempFolder(), 'out')
  const { status } = spawnSync(process.execPath, [script, ...args.map((arg) => (arg === 'DIR' ? folder : arg))], {
    env: { ...process.env, MJ_PASSPHRASE: given }, stdio: 'ignore',
  })

  expect(status).toBe(2)
})

test('the same seed makes the same journal, another one another', () => {
  const read = (seed: number) => {
    const { db } = testDatabase()
    fillWithSample(db, 120, 'nl', chanceFrom(seed))
    return listSpaces(db).map(({ id }) => listItems(db, { spaceId: id, kinds: ['entry', 'session', 'agreement'], limit: 500 }))
  }

  expect(read(7)).toEqual(read(7))
  expect(read(8)).not.toEqual(read(7))
})

test('a sample can be searched at once', () => {
  const { db } = testDatabase()
  fillWithSample(db, 200, 'en', chanceFrom(1))

  expect(findHits(db, { text: 'mentor', spaceId: null, kinds: null, limit: 10 }, 'en').length).toBeGreaterThan(0)
})

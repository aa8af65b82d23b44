/** A key file made to eat the machine: refused by its numbers, before anything is derived. */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { formatKeyFile, keyFileNames } from '../../../electron/vault/key-file.ts'
import { closeVault, createVault, openVault } from '../../../electron/vault/vault.ts'
import { AppError } from '../../../shared/errors.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { stopwatch } from '../../helpers/took.ts'

const passphrase = 'een brugwachter zingt zacht'

const absurd: Array<Record<string, unknown>> = [
  { m: 1_048_577 }, { m: 2 ** 31 - 1 }, { m: 2 ** 53 }, { m: 1e300 }, { t: 21 }, { t: 2 ** 32 - 1 }, { p: 17 }, { p: 2 ** 24 - 1 },
  { m: 1_048_576, t: 1e9, p: 255 }, { m: -1 }, { t: 0 }, { m: 7 }, { m: 8, p: 2 }, { m: 65_536.5 }, { m: '65536' }, { m: null },
  { salt: 'A'.repeat(1_000_000) }, { kdf: 'scrypt', n: 2 ** 40 },
]

it(`${absurd.length} absurd costs are refused before they run: no time, no memory`, { timeout: 30_000 }, async () => {
  const folder = join(tempFolder(), 'Journal.mjournal')
  const { opened } = await createVault(folder, passphrase, { m: 64, t: 1, p: 1 }, new Date())
  closeVault(opened)
  const good = JSON.parse(formatKeyFile(opened.keys).toString()) as { slots: Array<Record<string, unknown>> }
  const memory = process.memoryUsage().rss
  const took = stopwatch()
  const outcomes = new Set<string>()

  for (const change of absurd) {
    const slots = good.slots.map((slot) => (slot['kind'] === 'passphrase' ? { ...slot, ...change } : slot))
    const body = JSON.stringify({ v: 1, vault: opened.id, serial: 2, slots }).slice(0, -1)
    // Its checksum fits: whoever alters it on purpose writes that as well.
    const forged = `${body},"sha256":"${createHash('sha256').update(body).digest('hex')}"}`
    for (const name of keyFileNames) writeFileSync(join(folder, name), forged)
    outcomes.add(await openVault(folder, passphrase).then(() => 'open', (error: unknown) => error instanceof AppError ? error.code : String(error)))
  }

  expect([...outcomes]).toEqual(['vault.keys-damaged'])
  expect(took() / absurd.length).toBeLessThan(100)
  // The least that is refused would take a gigabyte.
  expect(process.memoryUsage().rss - memory).toBeLessThan(200 * 2 ** 20)
})

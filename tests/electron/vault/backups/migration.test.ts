/** Before an older schema is changed, the vault is backed up as it lies. */
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { listItems } from '../../../../electron/database/items.ts'
import { readSchemaVersion, schemaVersion } from '../../../../electron/database/migrations/migrate.ts'
import { extractDatabase, readBackup } from '../../../../electron/vault/backups/read.ts'
import { verifyBackup } from '../../../../electron/vault/backups/verify.ts'
import { databaseName } from '../../../../electron/vault/folders.ts'
import { closeVault, openVault } from '../../../../electron/vault/vault.ts'
import { SpaceId } from '../../../../shared/ids.ts'
import { oldVault } from '../../../helpers/old-vault.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'
import { listQuery } from '../../../helpers/test-database.ts'

const passphrase = 'een brugwachter zingt zacht'
const besideOf = (folder: string) => join(dirname(folder), 'Journal backups')

test.each(Array.from({ length: schemaVersion - 1 }, (_one, index) => index + 1))('a vault of schema %i is backed up byte for byte before it is brought up to date', async (schema) => {
  const folder = await oldVault(passphrase, schema)
  const before = readFileSync(join(folder, databaseName))

  const vault = await openVault(folder, passphrase)

  const [name = ''] = readdirSync(besideOf(folder))
  const path = join(besideOf(folder), name)
  const out = join(tempFolder(), 'out.db')
  extractDatabase(path, out)
  expect(readdirSync(besideOf(folder))).toHaveLength(1)
  expect(readFileSync(out).equals(before)).toBe(true)
  expect(readBackup(path).note.schema).toBe(schema)
  expect(verifyBackup(path, vault.dataKey, `${out}.check`)).toMatchObject({ schema, counts: { entry: 1 } })
  expect(readSchemaVersion(vault.db)).toBe(schemaVersion)
  const spaceId = SpaceId.parse('3d6f0f0e-2a3c-4c5e-9b1a-0a1b2c3d4e5f')
  expect(listItems(vault.db, listQuery(spaceId, ['entry'])).map(({ title }) => title)).toEqual(['Van toen'])
  closeVault(vault)

  const again = await openVault(folder, passphrase)
  closeVault(again)
  expect(readdirSync(besideOf(folder))).toHaveLength(1)
})

test('without a backup the schema is not touched, and the vault opens when there is room for one', async () => {
  const folder = await oldVault(passphrase)
  const before = readFileSync(join(folder, databaseName))
  for (const path of [besideOf(folder), join(folder, 'backups')]) writeFileSync(path, 'in the way')

  await expect(openVault(folder, passphrase)).rejects.toMatchObject({ code: 'backup.failed' })

  expect(readFileSync(join(folder, databaseName)).equals(before)).toBe(true)
  for (const path of [besideOf(folder), join(folder, 'backups')]) rmSync(path)
  closeVault(await openVault(folder, passphrase))
  expect(existsSync(besideOf(folder))).toBe(true)
})

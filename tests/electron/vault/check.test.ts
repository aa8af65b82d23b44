import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { schemaVersion } from '../../../electron/database/migrations/migrate.ts'
import { makeBackup } from '../../../electron/vault/backups/make.ts'
import { sourceOf } from '../../../electron/vault/backups/source.ts'
import { checkVault } from '../../../electron/vault/check.ts'
import { databaseName } from '../../../electron/vault/folders.ts'
import { keyFileNames } from '../../../electron/vault/key-file.ts'
import { closeVault, createVault, openVault } from '../../../electron/vault/vault.ts'
import { cheap } from '../../helpers/cheap.ts'
import { oldVault } from '../../helpers/old-vault.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { addEntry, addSpace } from '../../helpers/test-database.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const passphrase = 'een brugwachter zingt zacht'

async function vaultWithEntries(): Promise<string> {
  const folder = join(tempFolder(), 'Journal.mjournal')
  const { opened: { db } } = await createVault(folder, passphrase, cheap, new Date())
  const space = addSpace(db)
  for (const line of ['Een.', 'Twee.', 'Drie.']) addEntry(db, space, line)
  db.close()
  return folder
}

describe('checking a vault', () => {
  it('reads every page and counts what is there', async () => {
    const folder = await vaultWithEntries()

    expect(await checkVault(folder, passphrase)).toEqual({
      v: 1, ok: true, code: null, schema: schemaVersion, integrity: 'ok',
      slots: [{ kind: 'passphrase' }, { kind: 'recovery' }], counts: { entry: 3 }, backups: [],
    })
  })

  it('opens every backup and says which one does not', async () => {
    const folder = await vaultWithEntries()
    const vault = await openVault(folder, passphrase)
    const made = [await makeBackup(sourceOf(vault), { now: new Date('2026-11-20T09:00:00Z') }), await makeBackup(sourceOf(vault), { now: new Date('2026-11-21T09:00:00Z') })]
    closeVault(vault)
    const bytes = readFileSync(made[0]?.path ?? '')
    writeFileSync(made[0]?.path ?? '', bytes.fill(7, 8192, 8300))

    expect((await checkVault(folder, passphrase)).backups).toEqual([
      { file: '2026-11-21T09-00-00Z.mjbackup', made: '2026-11-21T09:00:00.000Z', verified: true },
      { file: '2026-11-20T09-00-00Z.mjbackup', made: '2026-11-20T09:00:00.000Z', verified: false },
    ])
  })

  it('leaves an older schema as it is, and says which it is', async () => {
    const folder = await oldVault(passphrase)
    const before = readFileSync(join(folder, databaseName))

    expect(await checkVault(folder, passphrase)).toMatchObject({ ok: true, schema: 1 })
    expect(readFileSync(join(folder, databaseName)).equals(before)).toBe(true)
  })

  it('changes nothing, not even a damaged copy of the keys', async () => {
    const folder = await vaultWithEntries()
    const [first, second] = keyFileNames
    writeFileSync(join(folder, second), 'x')
    const before = [first, second, databaseName].map((name) => readFileSync(join(folder, name)))

    const check = await checkVault(folder, passphrase)

    expect(check.ok).toBe(true)
    expect([first, second, databaseName].map((name) => readFileSync(join(folder, name)))).toEqual(before)
  })

  it('tells a wrong passphrase, damaged keys, a damaged database, an open vault and no vault apart', async () => {
    const folder = await vaultWithEntries()
    const codes: Array<string | null> = [(await checkVault(folder, 'wrong')).code, (await checkVault(join(folder, 'none'), passphrase)).code]
    const opened = await openVault(folder, passphrase)
    codes.push((await checkVault(folder, passphrase)).code)
    opened.db.close()
    const path = join(folder, databaseName)
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.fill(7, 8192, 8300))
    const damaged = await checkVault(folder, passphrase)
    for (const name of keyFileNames) writeFileSync(join(folder, name), 'x')
    codes.push((await checkVault(folder, passphrase)).code)

    expect(codes).toEqual(['vault.wrong-passphrase', 'vault.missing', 'vault.in-use', 'vault.keys-damaged'])
    expect(damaged).toMatchObject({ ok: false, code: 'vault.damaged-no-backup', integrity: 'damaged' })
  })
})

describe('npm run vault', () => {
  const run = (args: string[], more: { passphrase?: string; stdin?: string } = {}) => {
    const env = { ...process.env }
    delete env['MJ_PASSPHRASE']
    return spawnSync(process.execPath, [join(root, 'build', 'vault.ts'), ...args], {
      cwd: tempFolder(), encoding: 'utf8', input: more.stdin ?? '',
      env: more.passphrase === undefined ? env : { ...env, MJ_PASSPHRASE: more.passphrase },
    })
  }

  it('takes the passphrase from the environment or from stdin, and exits 0 when all is well', async () => {
    const folder = await vaultWithEntries()

    const outcomes = [run(['check', folder, '--json'], { passphrase }), run(['check', folder, '--json'], { stdin: `${passphrase}\n` })]

    expect(outcomes.map(({ status }) => status)).toEqual([0, 0])
    expect(outcomes.map(({ stdout }) => JSON.parse(stdout).counts)).toEqual([{ entry: 3 }, { entry: 3 }])
  })

  it('exits 1 and says why when not, and 2 for wrong arguments', async () => {
    const folder = await vaultWithEntries()

    const wrong = run(['check', folder], { passphrase: 'wrong' })
    const misused = [run([]), run(['mend', folder]), run(['check']), run(['check', folder, '--frob']), run(['check', folder, 'more'])]

    expect([wrong.status, wrong.stdout]).toEqual([1, 'This passphrase does not open the vault.\n'])
    expect(misused.map(({ status }) => status)).toEqual([2, 2, 2, 2, 2])
  })
})

import { randomBytes } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { databaseName, findVault, inspectFolder, placeForNewVault, unfinishedName } from '../../../electron/vault/folders.ts'
import { keyFileNames, mendKeys, readKeys } from '../../../electron/vault/key-file.ts'
import { checkRecoveryCode, createVault, openVault, recoverVault } from '../../../electron/vault/vault.ts'
import type { OpenVault } from '../../../electron/vault/vault.ts'
import { AppError } from '../../../shared/errors.ts'
import { cheap } from '../../helpers/cheap.ts'
import { flipByte, testSeed } from '../../helpers/flip.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const now = new Date('2026-11-22T20:00:00.000Z')
const passphrase = 'een brugwachter zingt zacht'
const [first, second] = keyFileNames

async function newVault(): Promise<{ folder: string; recoveryCode: string }> {
  const folder = join(tempFolder(), 'Journal.mjournal')
  const { opened, recoveryCode } = await createVault(folder, passphrase, cheap, now)
  opened.db.close()
  return { folder, recoveryCode }
}

/** Open, close, and say how it went: `open`, or the code of the refusal. */
async function tryOpen(work: Promise<OpenVault>): Promise<string> {
  try {
    (await work).db.close()
    return 'open'
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
}

describe('a new vault', () => {
  it('is one database and two key files, in a folder of its owner alone', async () => {
    const { folder } = await newVault()

    expect(readdirSync(folder).sort()).toEqual([databaseName, ...keyFileNames].sort())
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600, 0o600, 0o600])
  })

  it('opens with its passphrase, also spelled with combining marks, and with nothing else', async () => {
    const folder = join(tempFolder(), 'v')
    const { opened } = await createVault(folder, 'crème brûlée één', cheap, now)
    opened.db.close()

    expect(await tryOpen(openVault(folder, 'crème brûlée één'))).toBe('open')
    expect(await tryOpen(openVault(folder, 'crème brûlée één'.normalize('NFD')))).toBe('open')
    expect(await tryOpen(openVault(folder, 'crème brûlée een'))).toBe('vault.wrong-passphrase')
  })

  it('is made over what a cut-off try left behind, and never over a vault or somebody\'s files', async () => {
    const cutOff = join(tempFolder(), 'cut-off')
    mkdirSync(cutOff)
    writeFileSync(join(cutOff, unfinishedName), randomBytes(4096))
    writeFileSync(join(cutOff, first), 'half')
    const full = tempFolder()
    writeFileSync(join(full, 'thesis.txt'), 'mine')
    const { folder } = await newVault()
    const before = readFileSync(join(folder, first))

    const { opened } = await createVault(cutOff, passphrase, cheap, now)
    opened.db.close()

    expect(readdirSync(cutOff).sort()).toEqual([databaseName, ...keyFileNames].sort())
    await expect(createVault(full, passphrase, cheap, now)).rejects.toThrow('vault.exists')
    await expect(createVault(folder, passphrase, cheap, now)).rejects.toThrow('vault.exists')
    expect(readdirSync(full)).toEqual(['thesis.txt'])
    expect(readFileSync(join(folder, first))).toEqual(before)
  })

  it('in a folder that was there and open to others is closed to them', async () => {
    const folder = tempFolder()
    chmodSync(folder, 0o755)

    const { opened } = await createVault(folder, passphrase, cheap, now)
    opened.db.close()

    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('cannot be made where nothing can be written, and says so', async () => {
    await expect(createVault('/proc/mentoring/v', passphrase, cheap, now)).rejects.toThrow('folder.not-writable')
    await expect(createVault(`${join(tempFolder(), 'v')}\0`, passphrase, cheap, now)).rejects.toThrow()
    const file = join(tempFolder(), 'a-file')
    writeFileSync(file, '')
    await expect(createVault(join(file, 'v'), passphrase, cheap, now)).rejects.toThrow(/vault.exists|folder.not-writable/)
  })
})

describe('a vault that was damaged', () => {
  it('in one key file, at 300 places, is mended from the other copy', async () => {
    const { folder } = await newVault()
    const good = readFileSync(join(folder, first))
    const random = testSeed('key file flips')
    let mended = 0

    for (let round = 0; round < 300; round += 1) {
      writeFileSync(join(folder, round % 2 === 0 ? first : second), flipByte(good, random))
      const keys = readKeys(folder)
      const [candidate] = keys.candidates
      if (candidate !== undefined && mendKeys(folder, keys, candidate)) mended += 1
      expect(keyFileNames.map((name) => readFileSync(join(folder, name)).equals(good))).toEqual([true, true])
    }

    expect(mended).toBe(300)
  })

  it('in one key file opens all the same, says so once, and is whole afterwards', async () => {
    const { folder } = await newVault()
    const good = readFileSync(join(folder, first))
    writeFileSync(join(folder, first), flipByte(good, testSeed('one flip')))

    const opened = await openVault(folder, passphrase)
    opened.db.close()
    const again = await openVault(folder, passphrase)
    again.db.close()

    expect([opened.notices, again.notices]).toEqual([['keys-mended'], []])
    expect(readFileSync(join(folder, first))).toEqual(good)
  })

  it('in both key files is called that, 300 times, and never a wrong passphrase', async () => {
    const { folder } = await newVault()
    const good = readFileSync(join(folder, first))
    const random = testSeed('flips in both key files')
    const outcomes = new Map<string, number>()

    for (let round = 0; round < 300; round += 1) {
      for (const name of keyFileNames) writeFileSync(join(folder, name), flipByte(good, random))
      const outcome = await tryOpen(openVault(folder, passphrase))
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }

    expect([...outcomes]).toEqual([['vault.keys-damaged', 300]])
  })

  it('in its database is called that with the right passphrase, and a wrong passphrase stays one', async () => {
    const { folder } = await newVault()
    const path = join(folder, databaseName)
    const good = readFileSync(path)
    const random = testSeed('database flips')
    const outcomes = new Set<string>()

    for (let round = 0; round < 20; round += 1) {
      // The first page holds the salt and the schema: a flip there refuses the whole file.
      writeFileSync(path, Buffer.concat([flipByte(good.subarray(0, 4096), random), good.subarray(4096)]))
      outcomes.add(await tryOpen(openVault(folder, passphrase)))
    }

    expect([...outcomes]).toEqual(['vault.damaged-no-backup'])
    expect(await tryOpen(openVault(folder, 'not this one'))).toBe('vault.wrong-passphrase')
  })

  it('does not become a new, empty one when its database is gone, emptied or cut', async () => {
    const { folder } = await newVault()
    const path = join(folder, databaseName)
    const good = readFileSync(path)

    writeFileSync(path, '')
    const emptied = await tryOpen(openVault(folder, passphrase))
    writeFileSync(path, good.subarray(0, 5000))
    const cut = await tryOpen(openVault(folder, passphrase))
    rmSync(path)
    const gone = await tryOpen(openVault(folder, passphrase))

    expect([emptied, cut, gone]).toEqual(['vault.damaged-no-backup', 'vault.damaged-no-backup', 'vault.damaged-no-backup'])
    expect(existsSync(path)).toBe(false)
  })

  it('whose key files are both gone has lost its keys', async () => {
    const { folder } = await newVault()
    for (const name of keyFileNames) rmSync(join(folder, name))

    expect(await tryOpen(openVault(folder, passphrase))).toBe('vault.keys-damaged')
  })
})

describe('a wrong passphrase', () => {
  it('is never called damage, fifty times', async () => {
    const { folder } = await newVault()
    const wrong = [
      passphrase.toUpperCase(), ` ${passphrase}`, `${passphrase} `, passphrase.replaceAll(' ', ''),
      ...Array.from({ length: 46 }, (_, n) => `${passphrase}${randomBytes(n + 1).toString('base64')}`),
    ]

    const outcomes = new Set<string>()
    for (const one of wrong) outcomes.add(await tryOpen(openVault(folder, one)))

    expect([...outcomes]).toEqual(['vault.wrong-passphrase'])
  })

  it('mends nothing: only what opened the vault may overwrite a copy', async () => {
    const { folder } = await newVault()
    writeFileSync(join(folder, second), 'x')

    await tryOpen(openVault(folder, 'wrong'))

    expect(readFileSync(join(folder, second), 'utf8')).toBe('x')
  })
})

describe('the recovery code', () => {
  it('opens the vault and puts a new passphrase in place; the old one is dead', async () => {
    const { folder, recoveryCode } = await newVault()

    const opened = await recoverVault(folder, recoveryCode.toLowerCase(), 'een nieuwe zin', () => Promise.resolve(cheap), now)
    opened.db.close()

    expect(opened.keys.serial).toBe(2)
    expect(await tryOpen(openVault(folder, 'een nieuwe zin'))).toBe('open')
    expect(await tryOpen(openVault(folder, passphrase))).toBe('vault.wrong-passphrase')
    expect(() => { checkRecoveryCode(opened.keys, recoveryCode) }).not.toThrow()
  })

  it('mistyped, or of another vault, opens nothing and changes nothing', async () => {
    const { folder, recoveryCode } = await newVault()
    const other = await newVault()
    const before = readFileSync(join(folder, first))
    const mistyped = recoveryCode.slice(0, -1) + (recoveryCode.endsWith('0') ? '2' : '0')
    const recover = (code: string) => tryOpen(recoverVault(folder, code, 'nieuw', () => Promise.resolve(cheap), now))

    expect(await recover(mistyped)).toBe('recovery.typo')
    expect(await recover('')).toBe('recovery.typo')
    expect(await recover(other.recoveryCode)).toBe('recovery.wrong-code')
    expect(readFileSync(join(folder, first))).toEqual(before)
    expect(await tryOpen(openVault(folder, passphrase))).toBe('open')
  })

  it('stands nowhere in the vault\'s bytes, nor does the passphrase', async () => {
    const { folder, recoveryCode } = await newVault()
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1')).join()

    expect([passphrase, recoveryCode, recoveryCode.replaceAll('-', '')].filter((secret) => bytes.includes(secret))).toEqual([])
  })
})

describe('an open vault', () => {
  it('is in use for everyone else, and the first one is unharmed', async () => {
    const { folder } = await newVault()
    const opened = await openVault(folder, passphrase)
    onTestFinished(() => { opened.db.close() })

    expect(await tryOpen(openVault(folder, passphrase))).toBe('vault.in-use')
    expect(opened.db.pragma('quick_check', { simple: true })).toBe('ok')
  })

  it('copied as a folder when closed is the same vault elsewhere', async () => {
    const { folder } = await newVault()
    const copy = join(tempFolder(), 'moved')
    cpSync(folder, copy, { recursive: true })

    expect(await tryOpen(openVault(copy, passphrase))).toBe('open')
  })
})

describe('a folder', () => {
  it('is told apart: nothing, empty, a vault, something else', async () => {
    const { folder } = await newVault()
    const empty = tempFolder()
    const other = tempFolder()
    writeFileSync(join(empty, '.DS_Store'), '')
    writeFileSync(join(other, 'photo.jpg'), '')

    expect([join(empty, 'x'), empty, folder, other].map(inspectFolder)).toEqual(['nothing', 'empty', 'vault', 'other'])
    expect(await tryOpen(openVault(other, passphrase))).toBe('vault.not-a-vault')
    expect(await tryOpen(openVault(join(empty, 'x'), passphrase))).toBe('vault.missing')
  })

  it('chosen for a new vault holds it when empty, and a folder below it otherwise', async () => {
    const { folder } = await newVault()
    const empty = tempFolder()
    const other = tempFolder()
    writeFileSync(join(other, 'photo.jpg'), '')

    expect(placeForNewVault(empty)).toBe(empty)
    expect(placeForNewVault(join(empty, 'Mine.mjournal'))).toBe(join(empty, 'Mine.mjournal'))
    expect(placeForNewVault(other)).toBe(join(other, 'Journal.mjournal'))
    expect(() => placeForNewVault(folder)).toThrow('vault.exists')
    expect(() => placeForNewVault(join(folder, '..'))).toThrow('vault.exists')
  })

  it('chosen to be opened is the vault, or the only vault in it', async () => {
    const { folder } = await newVault()

    expect(findVault(folder)).toBe(folder)
    expect(findVault(join(folder, '..'))).toBe(folder)
    expect(() => findVault(tempFolder())).toThrow('vault.not-a-vault')
  })
})

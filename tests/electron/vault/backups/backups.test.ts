import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { execFileSync, spawnSync } from 'node:child_process'
import { basename, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { BackupId } from '../../../../shared/backup.ts'
import { AppError } from '../../../../shared/errors.ts'
import { changesSinceOpened } from '../../../../electron/database/counters.ts'
import { schemaVersion } from '../../../../electron/database/migrations/migrate.ts'
import { backupId, madeAt } from '../../../../electron/vault/backups/format.ts'
import { copyToSecond, fileStamp, makeBackup } from '../../../../electron/vault/backups/make.ts'
import type { CopySource } from '../../../../electron/vault/backups/make.ts'
import { backupFolders, clearLeftovers, folderInSecond, inCloud, isInside, listBackups } from '../../../../electron/vault/backups/places.ts'
import { readBackup } from '../../../../electron/vault/backups/read.ts'
import { inThread } from '../../../../electron/vault/backups/thread.ts'
import { verifyBackup } from '../../../../electron/vault/backups/verify.ts'
import { closeVault, createVault } from '../../../../electron/vault/vault.ts'
import type { OpenVault } from '../../../../electron/vault/vault.ts'
import { cheap } from '../../../helpers/cheap.ts'
import { flipByte, testSeed } from '../../../helpers/flip.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'
import { addEntry, addSpace, startOfTests } from '../../../helpers/test-database.ts'

const passphrase = 'een brugwachter zingt zacht'
const full = process.env['MJ_FULL'] === '1'

async function openedVault(entries = 3): Promise<OpenVault> {
  const { opened } = await createVault(join(tempFolder(), 'Journal.mjournal'), passphrase, cheap, startOfTests)
  const space = addSpace(opened.db)
  for (let entry = 0; entry < entries; entry += 1) addEntry(opened.db, space, `Entry ${entry}: what was said`)
  onTestFinished(() => { closeVault(opened) })
  return opened
}

function sourceOf(vault: OpenVault): CopySource {
  const { folder, keys, dataKey, reader, db } = vault
  return { folder, keys, dataKey, reader, schema: schemaVersion, stamp: () => `${changesSinceOpened(db)}:${fileStamp(reader)}` }
}

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work()
    return 'ok'
  } catch (error) {
    return error instanceof AppError ? error.code : `unexpected: ${String(error)}`
  }
}

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)
const scratch = () => join(tempFolder(), 'scratch.db')

describe('a backup', () => {
  it('lies beside the vault, for its owner alone, and holds what the vault held', async () => {
    const vault = await openedVault()

    const made = await makeBackup(sourceOf(vault), { now: startOfTests })

    const { beside } = backupFolders(vault.folder)
    expect([basename(beside), readdirSync(beside)]).toEqual(['Journal backups', ['2026-11-22T20-00-00Z.mjbackup']])
    expect([mode(beside), mode(made.path)]).toEqual(['700', '600'])
    expect(made).toMatchObject({ id: '2026-11-22T20-00-00Z', made: '2026-11-22T20:00:00.000Z', verified: true, bytes: statSync(made.path).size })
    const { note, keys } = readBackup(made.path)
    expect([note, keys]).toEqual([{ v: 1, vault: vault.id, made: startOfTests.toISOString(), schema: schemaVersion }, vault.keys])
    expect(verifyBackup(made.path, vault.dataKey, scratch())).toEqual({ schema: schemaVersion, counts: { entry: 3 }, savedAt: startOfTests.toISOString() })
  })

  it('is a zip that other programs open, with the database as it lies in the vault', async () => {
    const vault = await openedVault()
    const made = await makeBackup(sourceOf(vault), { now: startOfTests })
    const script = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(z.namelist()); open(sys.argv[2], "wb").write(z.read("journal.db"))'
    const out = join(tempFolder(), 'out.db')

    const names = execFileSync('python3', ['-c', script, made.path, out], { encoding: 'utf8' })

    expect(names.trim()).toBe("['backup.json', 'keys.json', 'journal.db']")
    expect(readFileSync(out).equals(readFileSync(join(vault.folder, 'journal.db')))).toBe(true)
  })

  it('holds no word of the journal and no count', async () => {
    const vault = await openedVault()
    const made = await makeBackup(sourceOf(vault), { now: startOfTests })
    const bytes = readFileSync(made.path)

    expect(['what was said', 'entry', 'Sari'].filter((word) => bytes.includes(word))).toEqual([])
  })

  it('is made beside saves that go on, in a thread, and is of one moment', async () => {
    const vault = await openedVault(200)
    const space = addSpace(vault.db)
    let saving = true
    let saves = 0
    const typing = (async () => {
      while (saving) {
        addEntry(vault.db, space, `typed ${saves}`)
        saves += 1
        await new Promise((resolve) => { setTimeout(resolve, 1) })
      }
    })()

    const made = await inThread(undefined, (run) => makeBackup(sourceOf(vault), { now: startOfTests, run }))
    saving = false
    await typing

    const counts = verifyBackup(made.path, vault.dataKey, scratch()).counts
    expect(counts['entry']).toBeGreaterThanOrEqual(200)
    expect(counts['entry']).toBeLessThanOrEqual(200 + saves)
  })

  it('leaves the vault to its process alone, during and after', async () => {
    const vault = await openedVault()
    const open = `import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, '../../../../electron/database/open.ts'))}
      try { openDatabase(process.argv[1], Buffer.from(process.argv[2], 'hex'), { mustExist: true }); console.log('opened') } catch (error) { console.log(error.code) }`
    const another = () => execFileSync(process.execPath, ['--input-type=module-typescript', '-e', open, join(vault.folder, 'journal.db'), Buffer.from(vault.dataKey).toString('hex')], { encoding: 'utf8' }).trim()
    const outcomes: string[] = []

    await inThread(undefined, (run) => makeBackup(sourceOf(vault), {
      now: startOfTests,
      run: async (name, input, step) => {
        const result = await run(name, input, step)
        if (name === 'verify') outcomes.push(another())
        return result
      },
    }))
    outcomes.push(another())

    expect(outcomes).toEqual(['vault.in-use', 'vault.in-use'])
    closeVault(vault)
    expect(another()).not.toBe('vault.in-use')
  })

  it('that is given up leaves nothing', async () => {
    const vault = await openedVault()
    const control = new AbortController()

    const outcome = await codeOf(() => inThread(control.signal, (run) => makeBackup(sourceOf(vault), {
      now: startOfTests,
      run: (name, input, step) => {
        if (name === 'verify') control.abort()
        return run(name, input, step)
      },
    })))

    expect(outcome).toBe('work.cancelled')
    expect(readdirSync(backupFolders(vault.folder).beside)).toEqual([])
  })

  it('cut off anywhere leaves nothing that counts, and the next one clears it away', async () => {
    const vault = await openedVault()
    const { beside } = backupFolders(vault.folder)
    await makeBackup(sourceOf(vault), { now: startOfTests })
    const gone = spawnSync(process.execPath, ['-e', '']).pid
    for (const name of [`2026-11-22T21-00-00Z.${gone}.part`, `2026-11-22T21-00-00Z.${gone}.check`, `2026-11-22T21-00-00Z.${gone}.check-journal`]) writeFileSync(join(beside, name), 'half')
    // Somebody else's work goes on.
    writeFileSync(join(beside, `2026-11-22T21-00-00Z.${process.ppid}.check`), 'half')

    expect(listBackups(beside).map(({ id }) => id)).toEqual(['2026-11-22T20-00-00Z'])
    clearLeftovers(beside)
    expect(readdirSync(beside)).toEqual(['2026-11-22T20-00-00Z.mjbackup', `2026-11-22T21-00-00Z.${process.ppid}.check`])
  })

  it('that does not open is not kept, and those before it stay', async () => {
    const vault = await openedVault()
    const first = await makeBackup(sourceOf(vault), { now: startOfTests })

    const outcome = await codeOf(() => makeBackup(sourceOf(vault), {
      now: new Date('2026-11-23T20:00:00Z'),
      run: async (name, input, step) => {
        if (name === 'verify') throw new AppError('backup.damaged')
        return inThread(undefined, (run) => run(name, input, step))
      },
    }))

    expect(outcome).toBe('backup.failed')
    expect(listBackups(backupFolders(vault.folder).beside).map(({ id }) => id)).toEqual([first.id])
  })

  it('goes into the vault\'s own folder where nothing can be made beside it', async () => {
    const vault = await openedVault()
    writeFileSync(backupFolders(vault.folder).beside, 'in the way')

    const made = await makeBackup(sourceOf(vault), { now: startOfTests })

    expect(made.path).toBe(join(vault.folder, 'backups', `${made.id}.mjbackup`))
  })
})

describe('a changed byte in a backup', () => {
  it('anywhere is seen, and never gives other words', async () => {
    const vault = await openedVault()
    const made = await makeBackup(sourceOf(vault), { now: startOfTests })
    const good = readFileSync(made.path)
    const path = join(tempFolder(), '2026-11-22T20-00-00Z.mjbackup')
    const random = testSeed('flips in a backup')
    const outcomes = new Map<string, number>()

    for (let flip = 0; flip < (full ? 1000 : 50); flip += 1) {
      writeFileSync(path, flipByte(good, random))
      const outcome = await codeOf(() => verifyBackup(path, vault.dataKey, scratch()))
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }

    expect([...outcomes.keys()]).toEqual(['backup.damaged'])
  })

  it('in what stands around the database is seen at every single place, without the key', async () => {
    const vault = await openedVault()
    const made = await makeBackup(sourceOf(vault), { now: startOfTests })
    const good = readFileSync(made.path)
    const database = statSync(join(vault.folder, 'journal.db')).size
    const path = join(tempFolder(), 'x.mjbackup')
    const start = good.indexOf(readFileSync(join(vault.folder, 'journal.db')).subarray(0, 64))
    const places = [...good.keys()].filter((at) => at < start || at >= start + database).filter((_at, index) => full || index % 20 === 0)

    const missed: number[] = []
    for (const at of places) {
      const bytes = Buffer.from(good)
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
      writeFileSync(path, bytes)
      if (await codeOf(() => readBackup(path)) !== 'backup.damaged') missed.push(at)
    }

    expect(places.length).toBeGreaterThan(50)
    expect(missed).toEqual([])
  })

  it('by cutting, lengthening or exchanging is refused too', async () => {
    const vault = await openedVault()
    const made = await makeBackup(sourceOf(vault), { now: startOfTests })
    const good = readFileSync(made.path)
    const path = join(tempFolder(), 'x.mjbackup')
    const hostile = [
      Buffer.alloc(0), Buffer.from('PK'), good.subarray(0, good.length / 2), good.subarray(0, good.length - 1), Buffer.concat([good, good]),
      Buffer.concat([good, Buffer.alloc(10)]), Buffer.from(good.toString('latin1').replaceAll('journal.db', '../../x.db'), 'latin1'),
    ]

    const codes: string[] = []
    for (const bytes of hostile) {
      writeFileSync(path, bytes)
      codes.push(await codeOf(() => readBackup(path)))
    }

    expect(new Set(codes)).toEqual(new Set(['backup.damaged']))
    expect(await codeOf(() => readBackup(join(tempFolder(), 'none')))).toBe('backup.missing')
    mkdirSync(`${path}.folder`)
    expect(await codeOf(() => readBackup(`${path}.folder`))).toBe('backup.damaged')
  })

  it('is not another key\'s business: a backup of another vault does not open', async () => {
    const [vault, other] = [await openedVault(), await openedVault()]
    const made = await makeBackup(sourceOf(vault), { now: startOfTests })

    expect(await codeOf(() => verifyBackup(made.path, other.dataKey, scratch()))).toBe('backup.damaged')
  })
})

describe('a second place', () => {
  it('gets a copy that is read back, in a folder of the vault\'s own name', async () => {
    const vault = await openedVault()
    const made = await makeBackup(sourceOf(vault), { now: startOfTests })
    const second = tempFolder()

    await copyToSecond(made, vault.id, vault.folder, second, { now: startOfTests })

    const copy = join(second, 'Journal backups', basename(made.path))
    expect(readFileSync(copy).equals(readFileSync(made.path))).toBe(true)
    expect(folderInSecond(join(second, 'Journal backups'), vault.folder)).toBe(join(second, 'Journal backups'))
  })
})

describe('the names of backups', () => {
  it('are their moment, one each, and no other names are taken', async () => {
    const taken = ['2026-11-20T09-00-00Z', '2026-11-20T09-00-00Z-9', '2026-11-20T09-00-01Z'].map((id) => BackupId.parse(id))
    expect(backupId(new Date('2026-11-20T09:00:00.500Z'), taken)).toBe('2026-11-20T09-00-00Z-10')
    expect(backupId(new Date('2026-11-20T09:00:02Z'), taken)).toBe('2026-11-20T09-00-02Z')
    expect([madeAt('2026-11-20T09-00-00Z-2'), madeAt('2026-02-31T09-00-00Z'), madeAt('2026-11-20T25-00-00Z')]).toEqual(['2026-11-20T09:00:00.000Z', null, null])
    const folder = tempFolder()
    for (const name of ['2026-11-20T09-00-00Z.mjbackup', '2026-11-20T09-00-00Z.mjbackup.unverified', '2026-13-20T09-00-00Z.mjbackup', 'x.mjbackup', '2026-11-21T09-00-00Z.zip']) {
      writeFileSync(join(folder, name), 'x')
    }
    mkdirSync(join(folder, '2026-11-22T09-00-00Z.mjbackup'))

    expect(listBackups(folder, join(folder, 'none')).map(({ id, verified }) => [id, verified]))
      .toEqual([[BackupId.parse('2026-11-20T09-00-00Z'), true], [BackupId.parse('2026-11-20T09-00-00Z'), false]])
  })
})

describe('places', () => {
  it('know a synced folder by its path and by what sync programs leave', () => {
    const marked = tempFolder()
    mkdirSync(join(marked, 'deep', 'er'), { recursive: true })
    writeFileSync(join(marked, '.stfolder'), '')

    const paths = ['/home/x/Dropbox/j', '/home/x/Dropbox (Work)/j', 'C:\\Users\\x\\OneDrive - School\\j', '/Users/x/Library/Mobile Documents/j', '/home/x/Nextcloud/j', join(marked, 'deep', 'er')]
    expect(paths.map((path) => inCloud(path))).toEqual(paths.map(() => true))
    expect(['/home/x/Documents/Journal.mjournal', '/home/x/boxes', tempFolder()].map((path) => inCloud(path))).toEqual([false, false, false])
    expect([isInside('/a/b', '/a'), isInside('/a', '/a'), isInside('/ab', '/a'), isInside('/a/..b', '/a')]).toEqual([true, true, false, true])
  })
})

import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { BackupId } from '../../../shared/backup.ts'
import type { Backup } from '../../../shared/backup.ts'
import { backupBefore } from '../../../electron/api/backups.ts'
import { databaseName } from '../../../electron/vault/folders.ts'
import { fakeHost } from '../../helpers/fake-host.ts'
import { makeWorld } from '../../helpers/sample-inputs.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { testBackend, testPassphrase } from '../../helpers/test-backend.ts'
import { entryOf } from '../../helpers/test-database.ts'
import { newPassphrase, opened, addText, one, beside, leftovers, texts } from '../../helpers/backed-up.ts'

describe('a backup by hand', () => {
  it('says how far it is, is listed as checked, and says what it holds', async () => {
    const test = await opened()
    await addText(test, 'Vandaag.')

    const made = await test.call('backup.make')

    expect(made).toMatchObject({ place: 'beside', verified: true })
    expect(await test.call('backup.list')).toEqual([made])
    expect(await test.call('backup.status')).toMatchObject({ last: made, second: null })
    expect(await test.call('backup.check', one(made))).toMatchObject({ made: made.made, counts: { entry: 1 } })
    expect(test.events.filter(({ name }) => name === 'work.done').map(({ data }) => data)).toEqual([{ id: 'backup' }, { id: 'backup-check' }])
    expect(leftovers(test)).toEqual([])
  })

  it('can be cancelled, and leaves nothing then', async () => {
    const test = await opened()

    const making = test.outcome('backup.make')
    await test.call('work.cancel', { id: 'backup' })

    expect(await making).toBe('work.cancelled')
    expect(await test.call('backup.list')).toEqual([])
    expect(leftovers(test)).toEqual([])
    expect(await test.outcome('backup.make')).toBe('ok')
  })

  it('ends at a lock without holding it up', async () => {
    const test = await opened()

    const making = test.outcome('backup.make')
    await wait(20)
    await test.call('vault.lock')

    expect(test.ended).toBe('asked')
    // A small one may be there before the lock is asked for.
    expect(['ok', 'work.cancelled', 'vault.locked']).toContain(await making)
  })

  it('is made before something large is changed, with the words that still waited', async () => {
    const test = await opened()
    const item = await addText(test, 'Eerst')
    await test.call('item.draft', { id: item.id, revision: 1, draft: 1, content: entryOf('Net getypt') })

    await backupBefore(test.backend)

    const [made] = await test.call('backup.list')
    expect(made).toBeDefined()
    expect((await test.call('backup.items', one(made as Backup)))).toEqual([])
  })

  it('says that it failed where nothing can be written, and the status remembers it', async () => {
    const test = await opened()
    writeFileSync(beside(test), '')
    writeFileSync(join(test.folder, 'backups'), '')

    expect(await test.outcome('backup.make')).toBe('backup.failed')
    expect((await test.call('backup.status')).remarks).toContain('last-failed')
    for (const path of [beside(test), join(test.folder, 'backups')]) rmSync(path)
    expect(await test.outcome('backup.make')).toBe('ok')
    expect((await test.call('backup.status')).remarks).not.toContain('last-failed')
  })
})

describe('a second place', () => {
  it('is not blamed for backups that lie inside the vault, for want of room beside it', async () => {
    const test = await opened()
    writeFileSync(beside(test), '')

    await test.call('backup.make')

    const { remarks } = await test.call('backup.status')
    expect([remarks.includes('first-in-vault'), remarks.includes('second-in-vault')]).toEqual([true, false])
  })

  it('gets the newest backup at once and every one after it, and is missed calmly when it is away', async () => {
    const test = await opened()
    const stick = tempFolder()
    const first = await test.call('backup.make')
    test.host.paths.push(stick)

    const chosen = await test.call('backup.mirror', { forget: false })
    const second = await test.call('backup.make')

    expect(chosen.second).toMatchObject({ present: true })
    expect(chosen.second?.lastSeen).not.toBeNull()
    expect(chosen.remarks).toContain('second-in-vault')
    expect(readdirSync(join(stick, 'Journal backups')).filter((name) => name.endsWith('.mjbackup')).toSorted()).toEqual([first, second].map(({ id }) => `${id}.mjbackup`).toSorted())
    expect((await test.call('backup.list')).map(({ place }) => place).toSorted()).toEqual(['beside', 'beside', 'second', 'second'])
    renameSync(stick, `${stick}-away`)
    expect(await test.outcome('backup.make')).toBe('ok')
    const away = await test.call('backup.status')
    expect([away.second?.present, away.remarks.includes('second-missing'), away.remarks.includes('last-failed')]).toEqual([false, true, false])
    renameSync(`${stick}-away`, stick)
    expect((await test.call('backup.mirror', { forget: true })).second).toBeNull()
    expect(readdirSync(join(stick, 'Journal backups')).filter((name) => name.endsWith('.mjbackup'))).toHaveLength(2)
  })

  it('that takes no file costs the backup beside the vault nothing', async () => {
    const test = await opened()
    const stick = tempFolder()
    test.host.paths.push(stick)
    await test.call('backup.mirror', { forget: false })
    writeFileSync(join(stick, 'Journal backups'), '')

    expect(await test.outcome('backup.make')).toBe('ok')
    expect((await test.call('backup.status')).remarks).toContain('last-failed')
  })
})

describe('looking into a backup', () => {
  it('on a locked vault takes the passphrase of then or of now, and says when neither fits', async () => {
    const test = await opened()
    const made = await test.call('backup.make')
    await test.call('passphrase.change', { current: testPassphrase, next: newPassphrase })
    await test.call('vault.lock')
    const locked = test.restart()

    const outcomes = []
    for (const passphrase of [null, testPassphrase, newPassphrase, 'wrong']) outcomes.push(await locked.outcome('backup.check', one(made, passphrase)))

    expect(outcomes).toEqual(['vault.locked', 'ok', 'ok', 'vault.wrong-passphrase'])
    expect(await locked.outcome('backup.check', { ...one(made, testPassphrase), id: BackupId.parse('2020-01-01T00-00-00Z') })).toBe('backup.missing')
    expect(leftovers(test)).toEqual([])
  })

  it('lists what is gone, in the bin or changed, newest first, with the words of both', async () => {
    const test = await opened()
    const [kept, changed, binned, gone] = [await addText(test, 'kept'), await addText(test, 'changed'), await addText(test, 'binned'), await addText(test, 'gone')]
    const made = await test.call('backup.make')
    await test.call('item.save', { id: changed.id, revision: 1, content: entryOf('changed since') })
    for (const { id } of [binned, gone]) await test.call('item.delete', id)
    await test.call('bin.delete', gone.id)
    await addText(test, 'new since')

    const found = await test.call('backup.items', one(made))

    expect(found.map(({ id, now, words, wordsNow }) => [id, now, words, wordsNow]).toSorted()).toEqual([
      [changed.id, 'changed', 'changed', 'changed since'], [binned.id, 'in-bin', 'binned', 'binned'], [gone.id, 'gone', 'gone', null],
    ].toSorted())
    expect(found.some(({ id }) => id === kept.id)).toBe(false)
    expect(found.map(({ updatedAt }) => updatedAt)).toEqual(found.map(({ updatedAt }) => updatedAt).toSorted().toReversed())
  })

  it('of another vault needs that one\'s passphrase', async () => {
    const [test, other] = [await opened(), await opened()]
    const made = await other.call('backup.make')
    test.host.paths.push(join(beside(other), `${made.id}.mjbackup`))

    const added = await test.call('backup.add')

    expect(added).toMatchObject({ verified: false, place: 'beside' })
    expect(await test.outcome('backup.items', one(added as Backup))).toBe('vault.wrong-passphrase')
    expect(await test.outcome('backup.check', one(added as Backup, testPassphrase))).toBe('ok')
    expect((await test.call('backup.list')).map(({ verified }) => verified)).toEqual([true])
    // A stranger beside our own is neither the last one nor ever rotated away.
    expect((await test.call('backup.status')).last).toBeNull()
  })

  it('from elsewhere says how far it is on its way here, and can be stopped on it', async () => {
    const [test, other] = [await opened(), await opened()]
    const made = await other.call('backup.make')
    const path = join(beside(other), `${made.id}.mjbackup`)
    test.host.paths.push(path, path)

    const adding = test.outcome('backup.add')
    await test.event('work.progress')
    await test.call('work.cancel', { id: 'backup-add' })

    expect(await adding).toBe('work.cancelled')
    expect(await test.call('backup.list')).toEqual([])
    expect(leftovers(test)).toEqual([])
    expect(await test.outcome('backup.add')).toBe('ok')
    expect(test.events.filter(({ name }) => name === 'work.done')).toHaveLength(2)
  })
})

describe('items out of a backup', () => {
  it('come beside what is there, and what is gone comes back as itself, found by search', async () => {
    const test = await opened()
    const [changed, gone] = [await addText(test, 'Oorspronkelijk'), await addText(test, 'Zoekgeraakt')]
    const made = await test.call('backup.make')
    await test.call('item.save', { id: changed.id, revision: 1, content: entryOf('Overschreven') })
    await test.call('item.delete', gone.id)
    await test.call('bin.delete', gone.id)

    const { restored } = await test.call('backup.fetch', { ...one(made), items: [changed.id, gone.id] })

    expect(restored).toHaveLength(2)
    expect(restored[1]).toBe(gone.id)
    expect(restored[0]).not.toBe(changed.id)
    expect(await texts(test)).toEqual(['Oorspronkelijk', 'Overschreven', 'Zoekgeraakt'])
    const hits = await test.call('search.find', { text: 'zoekgeraakt', spaceId: null, kinds: null, limit: 10 })
    expect(hits.map(({ id }) => id)).toEqual([gone.id])
  })

  it('bring what stands beneath them, the parent they need, and their links', async () => {
    const test = await opened()
    const world = await makeWorld(test)
    const made = await test.call('backup.make')
    await test.call('item.delete', world.sessionId)
    await test.call('bin.empty')

    const { restored } = await test.call('backup.fetch', { ...one(made), items: [world.agendaItemId] })

    expect(restored).toEqual([world.sessionId])
    expect(await test.call('item.get', world.agendaItemId)).toMatchObject({ parentId: world.sessionId, deletedAt: null })
    expect((await test.call('link.list', world.entryId)).map(({ id }) => id)).toEqual([world.linkId])
    expect(await test.call('backup.items', one(made))).toEqual([])
  })

  it('in the bin with their parent come as a whole of their own', async () => {
    const test = await opened()
    const world = await makeWorld(test)
    const made = await test.call('backup.make')
    await test.call('item.delete', world.sessionId)

    const { restored } = await test.call('backup.fetch', { ...one(made), items: [world.commitmentId, world.agendaItemId] })

    expect(restored).toHaveLength(1)
    const children = await test.call('item.list', { spaceId: world.spaceId, kinds: ['commitment', 'agenda-item'], parentId: restored[0] ?? null, limit: 100 })
    expect(children.map(({ kind }) => kind)).toContain('commitment')
    expect(children.some(({ id }) => id === world.commitmentId)).toBe(false)
  })
})

describe('a whole vault put back', () => {
  it('from Settings answers first, then locks, and keeps what was there beside it', async () => {
    const test = await opened()
    await addText(test, 'Toen')
    const made = await test.call('backup.make')
    await addText(test, 'Daarna')
    await test.call('passphrase.change', { current: testPassphrase, next: newPassphrase })

    const { keptAs } = await test.call('backup.restore', one(made))
    expect([test.ended, test.backend.isOpen]).toEqual([null, true])
    await wait(200)

    expect(test.ended).toBe('asked')
    expect(keptAs).toMatch(/^Journal kept \d{4}-\d\d-\d\d \d\d\.\d\d\.mjournal$/)
    const next = test.restart()
    // The unlock screen can name what was kept, until it has been passed.
    expect((await next.call('vault.status')).keptAs).toBe(keptAs)
    // The passphrase of now, not of then.
    await next.call('vault.unlock', { passphrase: newPassphrase })
    expect((await next.call('vault.status')).keptAs).toBeNull()
    expect(next.host.preferences.keptAs).toBeNull()
    expect(await texts(next)).toEqual(['Toen'])
    await next.call('vault.lock')
    const keptFolder = join(dirname(test.folder), keptAs ?? '')
    const kept = testBackend({ host: fakeHost(keptFolder), folder: keptFolder })
    await kept.call('vault.unlock', { passphrase: newPassphrase })
    expect(await texts(kept)).toEqual(['Daarna', 'Toen'])
    expect(leftovers(test)).toEqual([])
  })

  it('on purpose is not wondered about at the next unlock', async () => {
    const test = await opened()
    const made = await test.call('backup.make')
    await test.call('vault.lock')
    const later = test.restart()
    await later.call('vault.unlock', { passphrase: testPassphrase })
    const { keptAs } = await later.call('backup.restore', one(made))
    await wait(200)

    // A copy that was taken away since is not spoken of.
    const next = test.restart()
    rmSync(join(dirname(test.folder), keptAs ?? ''), { recursive: true })
    expect((await next.call('vault.status')).keptAs).toBeNull()
    expect(await next.call('vault.unlock', { passphrase: testPassphrase })).toEqual({ notices: [] })
  })

  it('from the unlock screen does so at once, also where the vault is damaged or gone', async () => {
    const test = await opened()
    await addText(test, 'Toen')
    const made = await test.call('backup.make')
    await test.call('vault.lock')
    const path = join(test.folder, databaseName)
    writeFileSync(path, readFileSync(path).fill(7, 8192, 8300))
    const locked = test.restart()

    const damaged = await locked.reply('vault.unlock', { passphrase: testPassphrase })
    const { keptAs } = await locked.call('backup.restore', one(made, testPassphrase))

    expect(damaged).toEqual({ ok: false, code: 'vault.damaged', facts: { date: made.made } })
    expect(keptAs).not.toBeNull()
    await locked.call('vault.unlock', { passphrase: testPassphrase })
    expect(await texts(locked)).toEqual(['Toen'])
    await locked.call('vault.lock')

    rmSync(test.folder, { recursive: true })
    const gone = test.restart()
    expect((await gone.call('vault.status')).state).toBe('missing')
    expect(await gone.call('backup.restore', one(made, testPassphrase))).toEqual({ keptAs: null })
    expect((await gone.call('vault.status')).state).toBe('locked')
    expect(await gone.outcome('vault.unlock', { passphrase: testPassphrase })).toBe('ok')
    expect(leftovers(test)).toEqual([])
  })

  it('on a new computer comes from a file that was brought along', async () => {
    const test = await opened()
    await addText(test, 'Meegenomen')
    const made = await test.call('backup.make')
    const stick = join(tempFolder(), `${made.id}.mjbackup`)
    copyFileSync(join(beside(test), `${made.id}.mjbackup`), stick)
    const fresh = testBackend()
    fresh.host.paths.push(stick)

    const added = await fresh.call('backup.add')
    await fresh.call('backup.restore', one(added as Backup, testPassphrase))

    await fresh.call('vault.unlock', { passphrase: testPassphrase })
    expect(await texts(fresh)).toEqual(['Meegenomen'])
  })

  it('changes nothing when the backup is damaged, the passphrase is wrong, or another window has the vault open', async () => {
    const test = await opened()
    await addText(test, 'Blijft')
    const made = await test.call('backup.make')
    const file = join(beside(test), `${made.id}.mjbackup`)
    const bytes = readFileSync(file)
    const second = test.restart()

    const outcomes = [await second.outcome('backup.restore', one(made, testPassphrase))]
    await test.call('vault.lock')
    outcomes.push(await second.outcome('backup.restore', one(made, 'wrong')))
    writeFileSync(file, Buffer.from(bytes).fill(1, bytes.length - 5000, bytes.length - 4990))
    outcomes.push(await second.outcome('backup.restore', one(made, testPassphrase)))

    expect(outcomes).toEqual(['vault.in-use', 'vault.wrong-passphrase', 'backup.damaged'])
    expect(leftovers(test)).toEqual([])
    await second.call('vault.unlock', { passphrase: testPassphrase })
    expect(await texts(second)).toEqual(['Blijft'])
  })

  it('cut off between its two names is finished at the next look', async () => {
    const test = await opened()
    await addText(test, 'Toen')
    await test.call('vault.lock')
    renameSync(test.folder, `${test.folder}.restored`)
    const next = test.restart()

    expect((await next.call('vault.status')).state).toBe('locked')
    expect(await next.outcome('vault.unlock', { passphrase: testPassphrase })).toBe('ok')
  })
})

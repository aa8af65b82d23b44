import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keyFileNames } from '../../../electron/vault/key-file.ts'
import { displayPath } from '../../../electron/api/display-path.ts'
import { richTextFromPlain } from '../../../shared/rich-text.ts'
import { openTestBackend, testBackend } from '../../helpers/test-backend.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { withReadOnly } from '../../helpers/without-rights.ts'
import { unlock, relock, addEntry, entryText } from '../../helpers/locked-again.ts'

describe('the status', () => {
  it('goes from absent to open to locked, and says where the vault is', async () => {
    const test = testBackend()

    const before = await test.call('vault.status')
    await test.call('vault.create', { ...unlock, me: 'Ana' })
    const open = await test.call('vault.status')
    const locked = await relock(test).call('vault.status')

    expect([before.state, open.state, locked.state]).toEqual(['absent', 'open', 'locked'])
    expect([before.folder, open.folder, locked.folder]).toEqual([test.folder, test.folder, test.folder])
    expect([before.unlockMs, before.openedBefore, locked.openedBefore]).toEqual([null, false, true])
    expect(locked.unlockMs).toBeGreaterThan(10)
    expect(locked.lockedAt).not.toBeNull()
  })

  it('says that a vault used before is missing, and that it is back', async () => {
    const { test } = await openTestBackend()
    const next = relock(test)
    renameSync(test.folder, `${test.folder}-away`)

    const away = await next.call('vault.status')
    const refused = await next.outcome('vault.unlock', unlock)
    renameSync(`${test.folder}-away`, test.folder)

    expect([away.state, refused]).toEqual(['missing', 'vault.missing'])
    expect((await next.call('vault.status')).state).toBe('locked')
  })

  it('writes the home folder as a person would', () => {
    expect(displayPath(join(homedir(), 'Documents', 'Journal.mjournal'))).toBe('~/Documents/Journal.mjournal')
    expect(displayPath('/media/stick/Journal.mjournal')).toBe('/media/stick/Journal.mjournal')
    expect(displayPath(`${homedir()}-other/x`)).toBe(`${homedir()}-other/x`)
  })
})

describe('choosing a folder', () => {
  it('for a new vault shows the place before anything is made there', async () => {
    const test = testBackend()
    const parent = tempFolder()
    writeFileSync(join(parent, 'photo.jpg'), '')
    test.host.paths.push(parent)

    const chosen = await test.call('vault.choose', { for: 'create' })
    const made = readdirSync(parent)
    await test.call('vault.create', { ...unlock, me: '' })

    expect([chosen.state, chosen.folder]).toEqual(['absent', join(parent, 'Journal.mjournal')])
    expect(made).toEqual(['photo.jpg'])
    expect(test.host.preferences.vaultFolder).toBe(join(parent, 'Journal.mjournal'))
  })

  it('and cancelling changes nothing', async () => {
    const test = testBackend()
    const before = await test.call('vault.status')

    expect(await test.call('vault.choose', { for: 'create' })).toEqual(before)
    expect(await test.call('vault.choose', { for: 'open' })).toEqual(before)
  })

  it('to open takes a vault made elsewhere, and nothing that is none', async () => {
    const { test: elsewhere } = await openTestBackend()
    elsewhere.backend.lock('asked')
    const test = testBackend()
    test.host.paths.push(tempFolder(), elsewhere.folder)

    const refused = await test.outcome('vault.choose', { for: 'open' })
    const chosen = await test.call('vault.choose', { for: 'open' })
    await test.call('vault.unlock', unlock)

    expect(refused).toBe('vault.not-a-vault')
    expect([chosen.state, chosen.folder]).toEqual(['locked', elsewhere.folder])
  })

  it('for a new vault where one is, or where nothing can be written, says so', async () => {
    const { test } = await openTestBackend()
    const other = testBackend()
    other.host.paths.push(test.folder, '/proc')

    expect(await other.outcome('vault.choose', { for: 'create' })).toBe('vault.exists')
    expect(await other.outcome('vault.choose', { for: 'create' })).toBe('folder.not-writable')
    expect((await other.call('vault.status')).folder).toBe(other.folder)
  })

  it('while a vault is open changes nothing', async () => {
    const { test } = await openTestBackend()
    test.host.paths.push(tempFolder())

    expect((await test.call('vault.choose', { for: 'create' })).folder).toBe(test.folder)
    expect(test.host.paths).toHaveLength(1)
  })
})

describe('unlocking', () => {
  it('brings back what was written in the unlock before', async () => {
    const { test } = await openTestBackend()
    const entry = await addEntry(test, 'Vandaag ging het beter.')

    const next = relock(test)
    const answer = await next.call('vault.unlock', unlock)

    expect(answer).toEqual({ notices: [] })
    expect(await entryText(next, entry.id)).toBe('Vandaag ging het beter.')
  })

  it('with a wrong passphrase opens nothing, and the right one works after it', async () => {
    const next = relock((await openTestBackend()).test)

    expect(await next.outcome('vault.unlock', { passphrase: 'iets anders' })).toBe('vault.wrong-passphrase')
    expect(await next.outcome('space.list')).toBe('vault.locked')
    expect(await next.outcome('vault.unlock', unlock)).toBe('ok')
  })

  it('asked twice at once opens once', async () => {
    const next = relock((await openTestBackend()).test)

    expect(await Promise.all([next.outcome('vault.unlock', unlock), next.outcome('vault.unlock', unlock), next.outcome('vault.unlock', { passphrase: 'x' })]))
      .toEqual(['ok', 'ok', 'vault.wrong-passphrase'])
  })

  it('what a second instance holds is refused, and that one is unharmed', async () => {
    const { test } = await openTestBackend()
    const second = test.restart()

    expect(await second.outcome('vault.unlock', unlock)).toBe('vault.in-use')
    expect(await test.outcome('space.create', { role: 'alone', me: '', other: '' })).toBe('ok')
  })

  it('with one key file damaged says so once; with both it is not the passphrase', async () => {
    const { test } = await openTestBackend()
    const [first, second] = keyFileNames
    const damage = (name: string) => { writeFileSync(join(test.folder, name), readFileSync(join(test.folder, name)).fill(0, 40, 60)) }
    let next = relock(test)
    damage(second)

    const once = await next.call('vault.unlock', unlock)
    next = relock(next)
    const twice = await next.call('vault.unlock', unlock)
    next = relock(next)
    damage(first)
    damage(second)

    expect([once.notices, twice.notices]).toEqual([['keys-mended'], []])
    expect(await next.outcome('vault.unlock', unlock)).toBe('vault.keys-damaged')
    expect(await next.outcome('vault.unlock', { passphrase: 'x' })).toBe('vault.keys-damaged')
  })

  it('notices once that an older vault was put back', async () => {
    const { test } = await openTestBackend()
    test.backend.lock('asked')
    const copy = join(tempFolder(), 'copy')
    cpSync(test.folder, copy, { recursive: true })
    const newer = test.restart()
    await newer.call('vault.unlock', unlock)
    newer.backend.lock('asked')
    rmSync(test.folder, { recursive: true })
    cpSync(copy, test.folder, { recursive: true })

    const old = test.restart()
    const first = await old.call('vault.unlock', unlock)
    const second = await relock(old).call('vault.unlock', unlock)

    expect([first.notices, second.notices]).toEqual([['older-vault'], []])
  })

  it('in a folder that may not be written to says that, and works once it may', async () => {
    const { test } = await openTestBackend()
    const next = relock(test)

    const refused = await withReadOnly(test.folder, () => next.outcome('vault.unlock', unlock))

    expect(refused).toBe('folder.not-writable')
    expect(await next.outcome('vault.unlock', unlock)).toBe('ok')
  })

  it('works when this computer cannot remember it', async () => {
    const { test } = await openTestBackend()
    const next = relock(test)
    next.host.setPreferences = () => Promise.reject(new Error('read-only'))

    expect(await next.outcome('vault.unlock', unlock)).toBe('ok')
  })
})

describe('creating', () => {
  it('a second vault over an open or an existing one is refused', async () => {
    const { test } = await openTestBackend()

    expect(await test.outcome('vault.create', { ...unlock, me: '' })).toBe('vault.exists')
    expect(await relock(test).outcome('vault.create', { ...unlock, me: '' })).toBe('vault.exists')
  })

  it('where nothing can be written leaves nothing behind', async () => {
    const folder = join(tempFolder(), 'readonly')
    mkdirSync(folder)
    const test = testBackend({ folder: join(folder, 'Journal.mjournal') })

    const refused = await withReadOnly(folder, () => test.outcome('vault.create', { ...unlock, me: '' }))

    expect(refused).toBe('folder.not-writable')
    expect(readdirSync(folder)).toEqual([])
    expect((await test.call('vault.status')).state).toBe('absent')
  })
})

describe('locking', () => {
  it('saves what was typed last, says so, and then that it is locked', async () => {
    const { test } = await openTestBackend()
    const entry = await addEntry(test, '')
    const content = { kind: 'entry', body: { sort: 'reflection', prompt: null, text: richTextFromPlain('De laatste halve seconde.'), raise: false } } as const
    await test.call('item.draft', { id: entry.id, revision: entry.revision, draft: 3, content })

    await test.call('vault.lock')

    expect(test.events.map((event) => event.name)).toEqual(['item.saved', 'vault.locked'])
    expect(test.ended).toBe('asked')
    expect(await test.outcome('item.get', entry.id)).toBe('vault.locked')
    const next = test.restart()
    await next.call('vault.unlock', unlock)
    expect(await entryText(next, entry.id)).toBe('De laatste halve seconde.')
  })

  it('while the key is being derived wins', async () => {
    const next = relock((await openTestBackend()).test)

    const answer = next.outcome('vault.unlock', unlock)
    next.backend.lock('idle')

    expect(await answer).toBe('vault.locked')
    expect(await next.restart().outcome('vault.unlock', unlock)).toBe('ok')
  })

  it('a vault that is not open does nothing', async () => {
    const test = testBackend()

    await test.call('vault.lock')

    expect([test.ended, test.events]).toEqual([null, []])
  })
})

describe('the facts', () => {
  it('say how large it is, since when, and when something was last written', async () => {
    const { test } = await openTestBackend({ options: { now: '2026-11-22T20:00:00.000Z' } })

    const before = await test.call('vault.facts')
    await addEntry(test, 'Iets.')
    const after = await test.call('vault.facts')

    expect(before).toMatchObject({ createdAt: '2026-11-22T20:00:00.000Z', passphraseChangedAt: '2026-11-22T20:00:00.000Z' })
    expect(after.savedAt).toBe('2026-11-22T20:00:00.000Z')
    expect(after.bytes).toBeGreaterThan(10_000)
  })
})

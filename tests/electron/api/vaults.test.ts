import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keyFileNames } from '../../../electron/vault/key-file.ts'
import { displayPath } from '../../../electron/api/display-path.ts'
import { plainText, richTextFromPlain } from '../../../shared/rich-text.ts'
import { openTestBackend, testBackend, testPassphrase } from '../../helpers/test-backend.ts'
import type { TestBackend } from '../../helpers/test-backend.ts'
import { newItemId } from '../../helpers/test-database.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { withReadOnly } from '../../helpers/without-rights.ts'

const unlock = { passphrase: testPassphrase }

/** Lock, and start the next core over the same shell. */
function relock(test: TestBackend): TestBackend {
  test.backend.lock('asked')
  return test.restart({ openedBefore: true, lockedAt: new Date().toISOString() })
}

async function addEntry(test: TestBackend, text: string) {
  const space = await test.call('space.create', { role: 'alone', me: '', other: '' })
  return test.call('item.create', {
    id: newItemId(), spaceId: space.id, parentId: null, onDate: null, privacy: 'private',
    content: { kind: 'entry', body: { sort: 'reflection', prompt: null, text: richTextFromPlain(text), raise: false } },
  })
}

async function entryText(test: TestBackend, id: ReturnType<typeof newItemId>): Promise<string> {
  const item = await test.call('item.get', id)
  return item.kind === 'entry' ? plainText(item.body.text) : item.kind
}

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

describe('the recovery code', () => {
  it('opens, puts a new passphrase in place, and ends the old one', async () => {
    const { test, recoveryCode } = await openTestBackend()
    const entry = await addEntry(test, 'Blijft staan.')
    let next = relock(test)

    const refusals = [
      await next.outcome('vault.recover', { code: recoveryCode.replace(/^./, (one) => (one === 'A' ? 'B' : 'A')), newPassphrase: 'nieuw' }),
      await next.outcome('vault.recover', { code: '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-Z4E2', newPassphrase: 'nieuw' }),
    ]
    await next.call('vault.recover', { code: recoveryCode, newPassphrase: 'een nieuwe zin' })
    const kept = await entryText(next, entry.id)
    next = relock(next)

    expect(refusals).toEqual(['recovery.typo', 'recovery.wrong-code'])
    expect(kept).toBe('Blijft staan.')
    expect(await next.outcome('vault.unlock', unlock)).toBe('vault.wrong-passphrase')
    expect(await next.outcome('vault.unlock', { passphrase: 'een nieuwe zin' })).toBe('ok')
  })

  it('asked back is confirmed, and only the right one', async () => {
    const { test, recoveryCode } = await openTestBackend()

    const before = await test.call('vault.facts')
    const wrong = await test.outcome('recovery.confirm', { code: '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-Z4E2' })
    const between = await test.call('vault.facts')
    await test.call('recovery.confirm', { code: recoveryCode.toLowerCase().replaceAll('-', ' ') })
    const after = await test.call('vault.facts')

    expect([before.recoveryConfirmedAt, wrong, between.recoveryConfirmedAt]).toEqual([null, 'recovery.wrong-code', null])
    expect(after.recoveryConfirmedAt).not.toBeNull()
  })

  it('renewed is asked back again, also when that was put off, and the old one is dead', async () => {
    const { test, recoveryCode } = await openTestBackend()
    const { id: spaceId } = await test.call('space.create', { role: 'alone', me: '', other: '' })
    await test.call('today.later', { spaceId, rule: 'recovery-not-asked-back', itemId: null })
    await test.call('recovery.confirm', { code: recoveryCode })

    const refused = await test.outcome('recovery.renew', { passphrase: 'not this one' })
    const between = await test.call('vault.facts')
    const renewed = await test.call('recovery.renew', unlock)
    const after = await test.call('vault.facts')

    expect(refused).toBe('vault.wrong-passphrase')
    expect(between.recoveryConfirmedAt).not.toBeNull()
    expect(after.recoveryConfirmedAt).toBeNull()
    expect((await test.call('today.get', { spaceId })).nextStep.rule).toBe('recovery-not-asked-back')
    expect(await test.outcome('recovery.confirm', { code: recoveryCode })).toBe('recovery.wrong-code')
    expect(await test.outcome('recovery.print', { code: recoveryCode, language: 'en' })).toBe('recovery.wrong-code')
    await test.call('recovery.confirm', { code: renewed.recoveryCode })
    expect(await relock(test).outcome('vault.recover', { code: renewed.recoveryCode, newPassphrase: 'een nieuwe zin' })).toBe('ok')
  })

  it('is saved as a sheet where the person says, for them alone, and to nowhere when cancelled', async () => {
    const { test, recoveryCode } = await openTestBackend()
    const path = join(tempFolder(), 'sheet.pdf')
    test.host.paths.push(path)

    const saved = await test.call('recovery.save', { code: recoveryCode.replaceAll('-', '').toLowerCase(), language: 'nl' })
    const cancelled = await test.call('recovery.save', { code: recoveryCode, language: 'nl' })

    expect([saved.saved, cancelled.saved]).toEqual([true, false])
    expect(readFileSync(path, 'utf8')).toContain(recoveryCode.slice(0, 4))
    expect(readdirSync(join(path, '..'))).toEqual(['sheet.pdf'])
  })

  it('that does not open this vault is put on no sheet', async () => {
    const { test } = await openTestBackend()
    const code = '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-Z4E2'

    expect(await test.outcome('recovery.print', { code, language: 'id' })).toBe('recovery.wrong-code')
    expect(await test.outcome('recovery.save', { code, language: 'id' })).toBe('recovery.wrong-code')
    expect(test.host.printed).toEqual([])
  })

  it('says when it cannot be saved there or there is no printer', async () => {
    const { test, recoveryCode } = await openTestBackend()
    test.host.paths.push('/proc/sheet.pdf')
    test.host.hasPrinter = false

    expect(await test.outcome('recovery.save', { code: recoveryCode, language: 'en' })).toBe('folder.not-writable')
    expect(await test.outcome('recovery.print', { code: recoveryCode, language: 'en' })).toBe('print.unavailable')
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

describe('preferences', () => {
  it('are kept, and what is not for the page never reaches it', async () => {
    const { test } = await openTestBackend()

    await test.call('preference.set', { theme: 'dark' })
    const got = await test.call('preference.set', { idleMinutes: 12 })

    expect(got).toMatchObject({ theme: 'dark', idleMinutes: 12 })
    expect(Object.keys(got).sort()).toEqual([
      'compact', 'idleMinutes', 'language', 'lockHiddenMinutes', 'lockOnScreenLock', 'lockOnSleep', 'protectContent', 'reducedMotion', 'textSize', 'theme',
    ])
    expect(await test.outcome('preference.set', { vaultFolder: '/etc' })).toBe('input.invalid')
    expect(test.host.preferences.vaultFolder).toBe(test.folder)
  })
})

describe('passphrases', () => {
  it('are changed with the current one, what was written stays, and the old one opens nothing', async () => {
    const { test, recoveryCode } = await openTestBackend()
    const entry = await addEntry(test, 'Blijft staan.')
    const change = { current: testPassphrase, next: 'een nieuwe zin' }

    const refused = await test.outcome('passphrase.change', { ...change, current: 'een nieuwe zin' })
    await test.call('passphrase.change', change)
    const confirmed = await test.outcome('recovery.confirm', { code: recoveryCode })
    const next = relock(test)

    expect([refused, confirmed]).toEqual(['vault.wrong-passphrase', 'ok'])
    expect(await next.outcome('vault.unlock', unlock)).toBe('vault.wrong-passphrase')
    await next.call('vault.unlock', { passphrase: 'een nieuwe zin' })
    expect(await entryText(next, entry.id)).toBe('Blijft staan.')
  })

  it('changed twice at once are changed in turn, and only who knows the current one goes on', async () => {
    const { test } = await openTestBackend()

    const outcomes = await Promise.all(['een', 'twee'].map((next) => test.outcome('passphrase.change', { current: testPassphrase, next })))

    expect(outcomes).toEqual(['ok', 'vault.wrong-passphrase'])
    expect(await relock(test).outcome('vault.unlock', { passphrase: 'een' })).toBe('ok')
  })

  it('are suggested and rated before there is a vault', async () => {
    const test = testBackend()

    const { passphrase } = await test.call('passphrase.suggest')

    expect((await test.call('passphrase.rate', { passphrase })).strength).toBe('strong')
    expect((await test.call('passphrase.rate', { passphrase: '' })).strength).toBe('weak')
  })
})

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { databaseName } from '../../../electron/vault/folders.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { testPassphrase } from '../../helpers/test-backend.ts'
import { entryOf } from '../../helpers/test-database.ts'
import { otherDrive, opened, addText, beside, texts } from '../../helpers/backed-up.ts'

describe('moving the vault', () => {
  it('takes vault and backups along, and writing goes on', async () => {
    const test = await opened()
    const item = await addText(test, 'Onderweg')
    await test.call('backup.make')
    const target = join(tempFolder(), 'Elsewhere')
    mkdirSync(target)
    test.host.paths.push(target)

    const moving = test.call('vault.move')
    await test.call('item.draft', { id: item.id, revision: 1, draft: 1, content: entryOf('Onderweg getypt') })
    const moved = await moving

    expect(moved).toEqual({ folder: join(target, 'Journal.mjournal') })
    expect(existsSync(test.folder)).toBe(false)
    expect(readdirSync(target).toSorted()).toEqual(['Journal backups', 'Journal.mjournal'])
    expect(test.host.preferences).toMatchObject({ vaultFolder: join(target, 'Journal.mjournal'), movedFrom: null })
    await addText(test, 'Daarna')
    expect(await texts(test)).toEqual(['Daarna', 'Onderweg getypt'])
    expect(await test.call('backup.list')).toHaveLength(1)
    await test.call('vault.lock')
    const next = test.restart()
    await next.call('vault.unlock', { passphrase: testPassphrase })
    expect(await texts(next)).toEqual(['Daarna', 'Onderweg getypt'])
  })

  it.runIf(otherDrive !== null)('to another drive copies and checks first, and empties the old place last', async () => {
    const test = await opened()
    const item = await addText(test, 'Over de grens')
    const made = await test.call('backup.make')
    const target = mkdtempSync(join(otherDrive ?? '', 'mj-test-'))
    onTestFinished(() => { rmSync(target, { recursive: true, force: true }) })
    test.host.paths.push(target)

    const moving = test.call('vault.move')
    await test.call('item.save', { id: item.id, revision: 1, content: entryOf('Onderweg gewijzigd') })
    const moved = await moving

    expect(moved?.folder).toBe(join(target, 'Journal.mjournal'))
    expect(existsSync(test.folder)).toBe(false)
    expect(existsSync(beside(test))).toBe(false)
    expect(readdirSync(target).toSorted()).toEqual(['Journal backups', 'Journal.mjournal'])
    expect(await test.call('backup.list')).toEqual([made])
    await test.call('vault.lock')
    const next = test.restart()
    await next.call('vault.unlock', { passphrase: testPassphrase })
    expect(await texts(next)).toEqual(['Onderweg gewijzigd'])
  })

  it.runIf(otherDrive !== null)('given up on the way to another drive leaves nothing there', async () => {
    const test = await opened()
    await addText(test, 'Blijft hier')
    const target = mkdtempSync(join(otherDrive ?? '', 'mj-test-'))
    onTestFinished(() => { rmSync(target, { recursive: true, force: true }) })
    test.host.paths.push(target)

    const moving = test.outcome('vault.move')
    await test.event('work.progress')
    await test.call('work.cancel', { id: 'move' })

    expect(await moving).toBe('work.cancelled')
    expect(readdirSync(target)).toEqual([])
    expect(await texts(test)).toEqual(['Blijft hier'])
    expect(test.host.preferences).toMatchObject({ vaultFolder: test.folder, movedFrom: null })
  })

  it('is refused into itself, onto another vault, and into a folder that is gone; everything is as it was', async () => {
    const test = await opened()
    const other = tempFolder()
    mkdirSync(join(other, 'Journal.mjournal'))
    writeFileSync(join(other, 'Journal.mjournal', databaseName), 'x')
    test.host.paths.push(null, test.folder, other, join(other, 'none'), dirname(test.folder))

    expect(await test.call('vault.move')).toBeNull()
    const outcomes = []
    for (let times = 0; times < 3; times += 1) outcomes.push(await test.outcome('vault.move'))

    expect(outcomes).toEqual(['folder.not-writable', 'vault.exists', 'folder.not-writable'])
    expect((await test.call('vault.move'))?.folder).toBe(test.folder)
    expect(await test.outcome('item.flush')).toBe('ok')
    expect(test.host.preferences.vaultFolder).toBe(test.folder)
  })

  it('cut off half way is found in the old place', async () => {
    const test = await opened()
    await test.call('vault.lock')
    await test.host.setPreferences({ vaultFolder: join(tempFolder(), 'never', 'Journal.mjournal'), movedFrom: test.folder })
    const next = test.restart()

    expect(await next.call('vault.status')).toMatchObject({ state: 'locked', folder: test.folder })
    expect(await next.outcome('vault.unlock', { passphrase: testPassphrase })).toBe('ok')
  })
})

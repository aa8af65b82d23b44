import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { databaseName } from '../../../electron/vault/folders.ts'
import { opened, addText, beside, leftovers } from '../../helpers/backed-up.ts'

describe('looking after the vault', () => {
  it('finds a healthy one healthy', async () => {
    const test = await opened()
    await addText(test, 'Gezond')
    const made = await test.call('backup.make')

    expect(await test.call('vault.check')).toMatchObject({
      integrity: 'ok', keyFiles: 2, slots: ['passphrase', 'recovery'], search: 'ok', backups: { verified: 1, of: 1, newest: made.made },
    })
    expect(leftovers(test)).toEqual([])
  })

  it('mends the search index, by itself at a search too', async () => {
    const test = await opened()
    const item = await addText(test, 'Terugvindbaar')
    const find = async () => (await test.call('search.find', { text: 'terugvindbaar', spaceId: null, kinds: null, limit: 10 })).map(({ id }) => id)
    await find()

    test.backend.db.prepare(`INSERT INTO item_fts (item_fts) VALUES ('delete-all')`).run()
    const lost = await find()
    const health = await test.call('vault.check')
    const found = await find()
    // A segment that contradicts itself; SQLite guards against who would write that.
    test.backend.db.unsafeMode(true)
    test.backend.db.prepare('UPDATE item_fts_data SET block = zeroblob(40) WHERE id > 10').run()
    const repaired = await find()

    expect([lost, health.search, found, repaired]).toEqual([[], 'mended', [item.id], [item.id]])
    expect((await test.call('vault.check')).search).toBe('ok')
  })

  it('calls neither vault nor backups damaged for a search index that contradicts itself', async () => {
    const test = await opened()
    const item = await addText(test, 'Terugvindbaar')
    const find = async () => (await test.call('search.find', { text: 'terugvindbaar', spaceId: null, kinds: null, limit: 10 })).map(({ id }) => id)
    await find()
    // SQLite guards against who would write that.
    test.backend.db.unsafeMode(true)
    test.backend.db.prepare('UPDATE item_fts_data SET block = zeroblob(40) WHERE id > 10').run()
    const made = await test.call('backup.make')

    const health = await test.call('vault.check')

    expect(health).toMatchObject({ integrity: 'ok', search: 'mended', backups: { verified: 1, of: 1, newest: made.made } })
    expect(await find()).toEqual([item.id])
  })

  it('sees damaged pages and damaged backups, and the last good one is another then', async () => {
    const test = await opened()
    for (let entry = 0; entry < 40; entry += 1) await addText(test, `Regel ${entry} ${'woord '.repeat(200)}`)
    const first = await test.call('backup.make')
    await wait(1100)
    const second = await test.call('backup.make')
    const file = join(beside(test), `${second.id}.mjbackup`)
    writeFileSync(file, readFileSync(file).fill(9, 20_000, 20_010))

    const health = await test.call('vault.check')

    expect(health.backups).toEqual({ verified: 1, of: 2, newest: first.made })
    expect((await test.call('backup.status')).last?.id).toBe(first.id)
    expect(readdirSync(beside(test)).map((name) => basename(name)).filter((name) => name.endsWith('.damaged'))).toHaveLength(1)
    const path = join(test.folder, databaseName)
    writeFileSync(path, readFileSync(path).fill(7, 60_000, 60_010))
    expect((await test.call('vault.check')).integrity).toBe('damaged')
  })
})

/** Vaults as releases left them: another program reads them, and this release opens them with nothing lost. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { Database as SqlCipher } from '@signalapp/sqlcipher'
import { expect, test } from 'vitest'
import { openCard } from '../../../electron/database/cards.ts'
import { findHits } from '../../../electron/database/search.ts'
import { schemaVersion } from '../../../electron/database/migrations/migrate.ts'
import { itemColumns, itemFromRow } from '../../../electron/database/rows.ts'
import type { ItemRow } from '../../../electron/database/rows.ts'
import { checkVault } from '../../../electron/vault/check.ts'
import { closeVault, openVault, recoverVault } from '../../../electron/vault/vault.ts'
import { ItemId } from '../../../shared/ids.ts'
import { copyFrozen, fingerprint, fingerprintOf, frozenKey, frozenReleases, frozenVault, itemQuery } from '../../helpers/frozen-vault.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

test.each(frozenReleases)('SQLCipher 4 opens %s with the key that its slot gives, finds every word, and every page is authentic', async (release) => {
  const expected = frozenVault(release)
  const path = join(tempFolder(), 'journal.db')
  cpSync(join(expected.folder, 'journal.db'), path)
  const db = new SqlCipher(path)
  try {
    db.pragma(`key = "x'${Buffer.from(await frozenKey(release)).toString('hex')}'"`)

    expect(db.pragma('cipher_integrity_check')).toEqual([])
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('user_version', { simple: true })).toBe(expected.schema)
    expect(fingerprintOf(db.prepare(itemQuery).all())).toBe(expected.sha256OfItems)
    const words = String(db.prepare('SELECT group_concat(words, char(10)) AS all_words FROM item').get()?.['all_words'])
    for (const sentence of expected.sentences) expect(words).toContain(sentence)
    expect(db.prepare(`SELECT item.id FROM item_fts JOIN item ON item.moment = item_fts.rowid WHERE item_fts MATCH ?`, { pluck: true }).all([expected.search.word])).toEqual([expected.search.id])
  } finally {
    db.close()
  }
})

test.each(frozenReleases)('%s opens in this release with every item as it was, by passphrase and by recovery code', async (release) => {
  const expected = frozenVault(release)
  const folder = join(tempFolder(), 'Journal.mjournal')
  copyFrozen(release, folder)

  const vault = await openVault(folder, expected.passphrase)
  const found = {
    items: fingerprint(vault.db),
    revisions: vault.db.prepare('SELECT count(*) FROM revision').pluck().get(),
    hits: findHits(vault.db, { text: expected.search.word, spaceId: null, kinds: null, limit: 10 }, 'en').map(({ id }) => id),
  }
  const unreadable = (vault.db.prepare(`SELECT ${itemColumns} FROM item`).all() as ItemRow[]).map(itemFromRow).filter(({ kind }) => kind === 'unreadable')
  const opened = expected.sealed === null ? null : openCard(vault.db, ItemId.parse(expected.sealed.id), new Date()).body.text
  closeVault(vault)

  expect(unreadable).toEqual([])
  expect(opened).toBe(expected.sealed?.text ?? null)
  expect(found).toEqual({ items: expected.sha256OfItems, revisions: expected.revisions, hits: [expected.search.id] })
  expect(await checkVault(folder, expected.passphrase)).toMatchObject({ ok: true, schema: schemaVersion, integrity: 'ok', counts: expected.counts })
  closeVault(await recoverVault(folder, expected.recoveryCode, 'een nieuwe zin van vijf woorden', () => Promise.resolve({ m: 64, t: 1, p: 1 }), new Date()))
})

/**
 * Makes a vault to be kept as a release left it, with what must be found in it:
 * `node tests/helpers/freeze-vault.ts tests/fixtures/vault-3 'the passphrase'`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chanceFrom, fillWithSample } from '../../build/sample-items.ts'
import { deleteItem } from '../../electron/database/bin.ts'
import { countItems } from '../../electron/database/counters.ts'
import { saveItem } from '../../electron/database/items.ts'
import { readSchemaVersion } from '../../electron/database/migrations/migrate.ts'
import { refreshIndex } from '../../electron/database/word-index.ts'
import { floorCost } from '../../electron/vault/calibrate.ts'
import { closeVault, createVault } from '../../electron/vault/vault.ts'
import { ItemId } from '../../shared/ids.ts'
import { richTextFromPlain } from '../../shared/rich-text.ts'
import { fingerprint } from './frozen-vault.ts'
import type { Frozen } from './frozen-vault.ts'

const [place = '', passphrase = ''] = process.argv.slice(2)
const sentence = 'The kingfisher came back to the mill, and I said what I meant.'

mkdirSync(place)
const { opened, recoveryCode } = await createVault(join(place, 'Fixture.mjournal'), passphrase, floorCost, new Date())
const { db } = opened
fillWithSample(db, 110, 'en', chanceFrom(7), () => undefined)
// One entry was changed, so that the history holds something, and one lies in the bin.
const [changed, gone] = db.prepare(`SELECT id, revision FROM item WHERE kind = 'entry' ORDER BY moment LIMIT 2`).all() as Array<{ id: string; revision: number }>
if (changed === undefined || gone === undefined) throw new Error('the sample has no entries')
saveItem(db, {
  id: ItemId.parse(changed.id), revision: changed.revision,
  content: { kind: 'entry', body: { sort: 'reflection', prompt: null, text: richTextFromPlain(sentence), raise: true, tags: ['mill', 'water'] } },
}, new Date())
deleteItem(db, ItemId.parse(gone.id), new Date())
refreshIndex(db)
const sealed = db.prepare('SELECT item_id AS id, text FROM sealed LIMIT 1').get() as { id: string; text: string } | undefined
const expected: Frozen = {
  passphrase, recoveryCode, schema: readSchemaVersion(db),
  items: Number(db.prepare('SELECT count(*) FROM item').pluck().get()), counts: countItems(db), sha256OfItems: fingerprint(db),
  revisions: Number(db.prepare('SELECT count(*) FROM revision').pluck().get()),
  search: { word: 'kingfisher', id: changed.id }, sentences: [sentence], sealed: sealed ?? null,
}
db.exec('VACUUM')
closeVault(opened)
writeFileSync(join(place, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`)

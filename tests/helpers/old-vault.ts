import { randomBytes } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { migrate, migrations } from '../../electron/database/migrations/migrate.ts'
import { applyKey } from '../../electron/database/open.ts'
import { makePrivateFolder } from '../../electron/vault/files.ts'
import { databaseName } from '../../electron/vault/folders.ts'
import { writeKeys } from '../../electron/vault/key-file.ts'
import { keyFileVersion, makePassphraseSlot } from '../../electron/vault/slots.ts'
import { cheap } from './cheap.ts'
import { tempFolder } from './temp-folder.ts'

/** A vault as the app made it with an older schema, with one entry; its folder. */
export async function oldVault(passphrase: string, schema = 1): Promise<string> {
  const folder = join(tempFolder(), 'Journal.mjournal')
  const id = randomBytes(16).toString('hex')
  const key = new Uint8Array(randomBytes(32))
  const now = new Date('2026-11-01T09:00:00Z')
  makePrivateFolder(folder)
  closeSync(openSync(join(folder, databaseName), 'wx', 0o600))
  const db = new Database(join(folder, databaseName))
  applyKey(db, key)
  migrate(db, now, migrations.slice(0, schema))
  db.exec(`INSERT INTO space (id, role, me, other, created_at) VALUES ('3d6f0f0e-2a3c-4c5e-9b1a-0a1b2c3d4e5f', 'alone', '', '', '2026-11-01T09:00:00.000Z')`)
  db.exec(`INSERT INTO item (moment, id, space_id, position, kind, body_version, title, body, words, privacy, on_date, created_at, updated_at, revision)
    VALUES (85000000, '9d6f0f0e-2a3c-4c5e-9b1a-0a1b2c3d4e5f', '3d6f0f0e-2a3c-4c5e-9b1a-0a1b2c3d4e5f', 1, 'entry', 1, 'Van toen',
    '{"sort":"reflection","prompt":null,"text":{"root":{"type":"root","children":[{"type":"paragraph","children":[{"type":"text","text":"Van toen"}]}]}},"raise":false}',
    'Van toen', 'private', '2026-11-01', '2026-11-01T09:00:00.000Z', '2026-11-01T09:00:00.000Z', 1)`)
  db.close()
  const slot = await makePassphraseSlot(id, key, passphrase, cheap, now)
  writeKeys(folder, { v: keyFileVersion, vault: id, serial: 1, slots: [slot] })
  return folder
}

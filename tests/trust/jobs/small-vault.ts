/** A vault with a few entries, for jobs that copy it, put it back, or add to it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createItem } from '../../../electron/database/items.ts'
import { checkIntegrity } from '../../../electron/database/open.ts'
import type { Db } from '../../../electron/database/open.ts'
import { createSpace } from '../../../electron/database/spaces.ts'
import { tidyDatabase } from '../../../electron/database/tidy.ts'
import { closeVault, createVault, openVault } from '../../../electron/vault/vault.ts'
import type { OpenVault } from '../../../electron/vault/vault.ts'
import { AppError } from '../../../shared/errors.ts'
import { ItemId, SpaceId } from '../../../shared/ids.ts'
import { richTextFromPlain } from '../../../shared/rich-text.ts'
import { jobPassphrase } from './job.ts'

/** The attack is on the files, not on the passphrase. */
export const cheap = { m: 64, t: 1, p: 1 }
export const smallSpace = SpaceId.parse('33333333-3333-4333-8333-333333333333')

export const vaultIn = (folder: string) => join(folder, 'Journal.mjournal')

/** A vault with a passphrase and a recovery code, which lies beside it. */
export async function makeKeyedVault(folder: string, passphrase: string): Promise<void> {
  mkdirSync(vaultIn(folder))
  const { opened, recoveryCode } = await createVault(vaultIn(folder), passphrase, cheap, new Date())
  closeVault(opened)
  writeFileSync(join(folder, 'first-code'), recoveryCode)
}

export async function makeSmallVault(folder: string): Promise<OpenVault> {
  const { opened } = await createVault(vaultIn(folder), jobPassphrase, cheap, new Date())
  createSpace(opened.db, smallSpace, { role: 'mentee', me: 'Ana', other: 'Sari' }, new Date())
  for (let nth = 0; nth < 12; nth += 1) write(opened.db, `Entry ${nth} ${'of what was there before '.repeat(30)}`)
  return opened
}

export function write(db: Db, text: string): void {
  createItem(db, {
    id: ItemId.parse(crypto.randomUUID()), spaceId: smallSpace, parentId: null, onDate: null, privacy: 'private',
    content: { kind: 'entry', body: { sort: 'reflection', prompt: null, text: richTextFromPlain(text), raise: false } },
  }, new Date())
}

export const openSmall = (vaultFolder: string) => openVault(vaultFolder, jobPassphrase)

/** The first words of what a person would see, as at an unlock; the failure, if it does not open. */
export async function seenIn(vaultFolder: string): Promise<string[] | string> {
  try {
    const vault = await openSmall(vaultFolder)
    try {
      checkIntegrity(vault.db)
      tidyDatabase(vault.db, new Date())
      return vault.db.prepare(`SELECT substr(words, 1, 24) FROM item WHERE deleted_at IS NULL AND hidden = 0 ORDER BY words`).pluck().all().map(String)
    } finally {
      closeVault(vault)
    }
  } catch (error) {
    return `it does not open: ${error instanceof AppError ? error.code : String(error)}`
  }
}

/** Vaults as earlier releases left them, with what must be found in them. */
import { createHash } from 'node:crypto'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Db } from '../../electron/database/open.ts'
import { readKeys } from '../../electron/vault/key-file.ts'
import { openPassphraseSlot } from '../../electron/vault/slots.ts'

const Frozen = z.strictObject({
  passphrase: z.string(), recoveryCode: z.string(), schema: z.int(), items: z.int(), counts: z.record(z.string(), z.int()),
  sha256OfItems: z.string(), revisions: z.int(), search: z.strictObject({ word: z.string(), id: z.string() }), sentences: z.array(z.string()),
  /** A sealed card with what opening it must show; releases before knew of none. */
  sealed: z.strictObject({ id: z.string(), text: z.string() }).nullable().default(null),
})
export type Frozen = z.infer<typeof Frozen>

export const frozenReleases = ['vault-1', 'vault-2', 'vault-3'] as const

export function frozenVault(release: string): Frozen & { folder: string } {
  const place = fileURLToPath(new URL(`../fixtures/${release}/`, import.meta.url))
  return { ...Frozen.parse(JSON.parse(readFileSync(join(place, 'expected.json'), 'utf8'))), folder: join(place, 'Fixture.mjournal') }
}

/** Tests work on a copy: opening brings a vault up to date. */
export function copyFrozen(release: string, folder: string): void {
  cpSync(frozenVault(release).folder, folder, { recursive: true })
}

/** The raw key of a frozen vault, unwrapped by its passphrase. */
export async function frozenKey(release: string): Promise<Uint8Array> {
  const { folder, passphrase } = frozenVault(release)
  const [keys] = readKeys(folder).candidates
  const slot = keys?.slots.find((one) => one.kind === 'passphrase')
  const key = keys === undefined || slot?.kind !== 'passphrase' ? null : await openPassphraseSlot(keys.vault, slot, passphrase)
  if (key === null) throw new Error(`${release} does not open`)
  return key
}

/** A fingerprint of every item, by the columns that each release has had. */
export function fingerprint(db: Db): string {
  return fingerprintOf(db.prepare(itemQuery).all())
}

export const itemQuery = 'SELECT id, kind, title, body, words, privacy, on_date, created_at, updated_at, revision, deleted_at, hidden FROM item ORDER BY id'

export function fingerprintOf(rows: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}

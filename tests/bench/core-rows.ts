/** Unlocking, locking, backing up and saving beside long work, through the real core process. */
import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, copyFileSync, cpSync, fsyncSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { chanceFrom, fillWithSample } from '../../build/sample-items.ts'
import { restMs } from '../../electron/at-rest.ts'
import { nativeArgon2 } from '../../electron/vault/argon2.ts'
import type { Argon2Cost } from '../../electron/vault/argon2.ts'
import { backupFolders, listBackups } from '../../electron/vault/backups/places.ts'
import { closeVault, createVault } from '../../electron/vault/vault.ts'
import type { ItemOf } from '../../shared/item.ts'
import { richTextFromPlain } from '../../shared/rich-text.ts'
import { fakeHost } from '../helpers/fake-host.ts'
import type { FakeHost } from '../helpers/fake-host.ts'
import { lockCore, startCore } from '../helpers/real-core.ts'
import type { RealCore } from '../helpers/real-core.ts'
import { atMost, quantile, row, single, sizeLabel, takeTurns, timed } from './measure.ts'
import type { BenchRow } from './measure.ts'

const passphrase = 'the bench opens this vault'
/** What a machine of this kind is given as a second's worth; the same for both sides. */
const cost: Argon2Cost = { m: 262_144, t: 3, p: 1 }
const exportedItems = 1000

type World = { folder: string; vault: string; database: string; host: FakeHost; size: number; label: string }

export async function coreRows(size: number, say: (text: string) => void): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mj-bench-core-'))
  const vault = join(folder, 'Journal.mjournal')
  say(`making a vault of ${size} items`)
  const { opened } = await createVault(vault, passphrase, cost, new Date())
  fillWithSample(opened.db, size, 'en', chanceFrom(17))
  closeVault(opened)
  const host = fakeHost(vault)
  await host.setPreferences({ vaultFolder: vault })
  const world: World = { folder, vault, database: join(vault, 'journal.db'), host, size, label: sizeLabel(size) }
  try {
    const rows: BenchRow[] = []
    for (const part of [unlockRows, lockRows, backupRows, besideRows, exportRows, restoreRows]) {
      say(`${size} items: ${part.name.replace('Rows', '')}`)
      rows.push(...await part(world))
    }
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function unlockRows(world: World): Promise<BenchRow[]> {
  const argon2 = await nativeArgon2()
  const { ours, bare } = await takeTurns({
    async ours() {
      const core = await startCore(world.host)
      const taken = await timed(() => core.call('vault.unlock', { passphrase }))
      await lockCore(core, 'suspend')
      return taken
    },
    bare: () => timed(() => argon2(new TextEncoder().encode(passphrase), randomBytes(16), cost)),
  }, 1)
  return [row(`unlock-${world.label}`, `unlock, ${world.size} items, against the bare key derivation`, ours, bare, 'median <= 1.15 x limit + 50 ms', atMost(1.15, 50))]
}

async function lockRows(world: World): Promise<BenchRow[]> {
  const { quiet, changed, bare, copy } = await takeTurns({
    async quiet() {
      const core = await unlocked(world)
      return timed(() => lockCore(core))
    },
    async changed() {
      const core = await unlocked(world)
      await saveOnce(core, await anEntry(core))
      return timed(() => lockCore(core))
    },
    async bare() {
      const bare = await bareProcess()
      return timed(async () => { bare.end(); await bare.ended })
    },
    copy: () => timed(() => { plainCopy(world) }),
  }, 1)
  return [
    row(`lock-${world.label}`, `lock with nothing new, ${world.size} items, against the end of a bare process`, quiet, bare, 'median <= limit + 100 ms', atMost(1, 100)),
    row(`lock-backup-${world.label}`, `lock with its backup, ${world.size} items, against a plain copy`, changed, copy, 'median <= 3 x limit + 250 ms', atMost(3, 250)),
  ]
}

async function backupRows(world: World): Promise<BenchRow[]> {
  const core = await unlocked(world)
  const { ours, copy } = await takeTurns({
    ours: () => timed(() => core.call('backup.make')),
    copy: () => timed(() => { plainCopy(world) }),
  }, 1)
  await lockCore(core, 'suspend')
  return [row(`backup-${world.label}`, `backup, written and checked, ${world.size} items, against a plain copy`, ours, copy, 'median <= 3 x limit', atMost(3))]
}

/** A save must not wait for what runs beside it. */
async function besideRows(world: World): Promise<BenchRow[]> {
  const core = await unlocked(world)
  const entry = await anEntry(core)
  const samples = 60
  const alone: number[] = []
  const beside: number[] = []
  for (let n = 0; n < samples; n++) alone.push(await timed(() => saveOnce(core, entry)))
  while (beside.length < samples) {
    let running = true
    const work = core.call('backup.make').finally(() => { running = false })
    while (running) beside.push(await timed(() => saveOnce(core, entry)))
    await work
  }
  await lockCore(core, 'suspend')
  const [ours, limit] = [single(quantile(beside, 0.95)), single(quantile(alone, 0.95))]
  return [row(`save-beside-backup-${world.label}`, `p95 of a save while a backup runs, ${world.size} items, against alone`, { ...ours, n: beside.length }, limit, 'p95 <= 2 x limit', atMost(2))]
}

async function exportRows(world: World): Promise<BenchRow[]> {
  const core = await unlocked(world)
  const bare = await bareProcess()
  const [space] = await core.call('space.list')
  if (space === undefined) throw new Error('a sample without a space')
  const scope = { what: 'period' as const, spaceId: space.id, from: '2016-01-01', to: '2027-12-31' }
  const draft = await core.call('export.gather', { scope, audience: 'myself', language: 'en' })
  const blocks = draft.sections.flatMap((section) => section.blocks).slice(0, exportedItems)
  const order = {
    scope, audience: 'myself' as const, audienceName: '', language: 'en' as const, title: draft.title,
    blocks: blocks.map(({ id, paragraphs }) => ({ id, paragraphs })),
  }
  // What is not shareable never leaves: the review labels what was ticked.
  for (const { id } of blocks) await core.call('item.label', { id, privacy: 'shareable' })
  const { ours } = await takeTurns({
    ours: () => timed(async () => {
      world.host.paths.push(join(world.folder, 'summary.md'))
      await core.call('export.save', { order, format: 'markdown' })
    }),
  }, 1)
  for (const letter of ['a', 'be', 'the', 'meeting', 'wor']) await core.call('search.find', { text: letter, spaceId: null, kinds: null, limit: 50 })
  await after(restMs + 1_000)
  const memory = single(ownMegabytes(core.pid) - ownMegabytes(bare.pid))
  bare.end()
  await lockCore(core, 'suspend')
  return [
    row(`export-${world.label}`, `export ${blocks.length} items to Markdown, of ${world.size}`, ours, single(1000), 'median <= 1 s', atMost(1)),
    row(`memory-core-${world.label}`, `core at rest after search and export, ${world.size} items, above bare Node`, memory, single(90), '<= 90 MB', atMost(1), 'MB'),
  ]
}

/** In a place of its own each time: putting back replaces the vault's folder. */
async function restoreRows(world: World): Promise<BenchRow[]> {
  const core = await unlocked(world)
  const backup = await core.call('backup.make')
  await lockCore(core, 'suspend')
  const file = listBackups(backupFolders(world.vault).beside).find(({ id }) => id === backup.id)
  if (file === undefined) throw new Error('a backup that does not lie where backups lie')
  const { ours, copy } = await takeTurns({
    async ours() {
      const place = mkdtempSync(join(tmpdir(), 'mj-bench-restore-'))
      const vault = join(place, basename(world.vault))
      const { beside } = backupFolders(vault)
      cpSync(world.vault, vault, { recursive: true })
      cpSync(file.path, join(beside, basename(file.path)))
      const host = fakeHost(vault)
      await host.setPreferences({ vaultFolder: vault })
      const other = await startCore(host)
      const taken = await timed(() => other.call('backup.restore', { id: backup.id, place: 'beside', passphrase }))
      await lockCore(other)
      rmSync(place, { recursive: true, force: true })
      return taken
    },
    copy: () => timed(() => { plainCopy(world) }),
  }, 1, 3)
  return [row(`restore-${world.label}`, `put a backup back, ${world.size} items, against the key derivation and a plain copy`,
    ours, { ...copy, median: copy.median + await derivationMs() }, 'median <= 3 x limit', atMost(3))]
}

async function derivationMs(): Promise<number> {
  const argon2 = await nativeArgon2()
  return timed(() => argon2(new TextEncoder().encode(passphrase), randomBytes(16), cost))
}

async function unlocked(world: World): Promise<RealCore> {
  const core = await startCore(world.host)
  await core.call('vault.unlock', { passphrase })
  return core
}

async function anEntry(core: RealCore): Promise<ItemOf<'entry'>> {
  const [space] = await core.call('space.list')
  if (space === undefined) throw new Error('a sample without a space')
  const [entry] = await core.call('item.list', { spaceId: space.id, kinds: ['entry'], limit: 1 })
  if (entry?.kind !== 'entry') throw new Error('a sample without an entry')
  return entry
}

let typed = 0

async function saveOnce(core: RealCore, entry: ItemOf<'entry'>): Promise<void> {
  const saved = await core.call('item.save', {
    id: entry.id, revision: entry.revision,
    content: { kind: 'entry', body: { ...entry.body, text: richTextFromPlain(`A line that is new, number ${++typed}. `.repeat(50)) } },
  })
  entry.revision = saved.revision
}

/** The least that a copy can cost: read, write, make durable. */
function plainCopy(world: World): void {
  const to = join(world.folder, 'plain-copy.db')
  rmSync(to, { force: true })
  copyFileSync(world.database, to)
  const file = openSync(to, 'r+')
  fsyncSync(file)
  closeSync(file)
}

async function bareProcess(): Promise<{ pid: number; end(): void; ended: Promise<unknown> }> {
  const child = fork(new URL('bare-process.ts', import.meta.url), [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] })
  await once(child, 'message')
  return { pid: child.pid ?? 0, ended: once(child, 'exit'), end: () => { child.send('end') } }
}

/** Proportional set size: what is shared counts in part. Linux only. */
export function ownMegabytes(pid: number): number {
  const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
  return Number(pss?.[1]) / 1024
}

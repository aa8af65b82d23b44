/** How fast a Joplin archive comes in, through the real core: from the choice of the file to the last indexed word. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { floorCost } from '../../electron/vault/calibrate.ts'
import { closeVault, createVault } from '../../electron/vault/vault.ts'
import { fakeHost } from '../helpers/fake-host.ts'
import { joplinArchive } from '../helpers/joplin-archive.ts'
import { lockCore, startCore } from '../helpers/real-core.ts'
import { atMost, row, single } from './measure.ts'
import type { BenchRow } from './measure.ts'

const passphrase = 'the bench opens this vault'
/** Milliseconds that the import of Joplin's own command-line program took for a note, on two cores. */
const joplinMs = 17.8

/** Milliseconds for one note of an archive of so many. */
export async function importRate(notes: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'mj-bench-import-'))
  const vault = join(folder, 'Journal.mjournal')
  try {
    const { opened } = await createVault(vault, passphrase, floorCost, new Date())
    closeVault(opened)
    const path = join(folder, 'notes.jex')
    writeFileSync(path, joplinArchive(notes))
    const host = fakeHost(vault)
    await host.setPreferences({ vaultFolder: vault })
    const core = await startCore(host)
    await core.call('vault.unlock', { passphrase })
    const { id: spaceId } = await core.call('space.create', { role: 'mentee', me: '', other: '' })
    const before = performance.now()
    host.paths.push(path)
    const plan = await core.call('import.choose', { from: 'file' })
    if (plan?.count !== notes) throw new Error('not all notes were read')
    await core.call('import.add', { id: plan.id, spaceId, skipDuplicates: true })
    const taken = performance.now() - before
    await lockCore(core)
    return taken / notes
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function importRows(notes: number, say: (text: string) => void): Promise<BenchRow[]> {
  say(`importing ${notes} notes`)
  const each = await importRate(notes)
  return [row('import', `import of ${notes} Joplin notes, each, against Joplin's own import`, single(each), single(joplinMs), 'limit >= 10 x median', atMost(0.1))]
}

/** A folder of notes imported through the calls of the app: all of them come in, or none. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Backend } from '../../../electron/api/backend.ts'
import { dispatch } from '../../../electron/api/dispatch.ts'
import { closeVault } from '../../../electron/vault/vault.ts'
import { fakeHost } from '../../helpers/fake-host.ts'
import { jobPassphrase } from './job.ts'
import type { Job } from './job.ts'
import { makeSmallVault, seenIn, smallSpace, vaultIn } from './small-vault.ts'

type Said = { imported: number } | { refused: string } | { fault: string }

export const notes = 60
const notesIn = (folder: string) => join(folder, 'notes')

export const job: Job = {
  async prepare(folder) {
    closeVault(await makeSmallVault(folder))
    mkdirSync(notesIn(folder))
    for (let nth = 0; nth < notes; nth += 1) writeFileSync(join(notesIn(folder), `2020-01-${String(1 + (nth % 28)).padStart(2, '0')} note ${nth}.md`), `Imported ${nth} ${'from another app '.repeat(20)}\n`)
  },
  async work(folder, say) {
    const host = fakeHost(vaultIn(folder))
    const backend = new Backend({
      host, send: () => undefined, end: () => undefined,
      options: { shell: 'chromium', runId: 'trust', lockedAt: null, openedBefore: false, now: null, calibrate: false },
    })
    const ask = async (name: string, input: unknown) => {
      const reply = await dispatch(backend, name, input)
      if (!reply.ok) say(reply.code === 'internal' ? { fault: name } : { refused: reply.code })
      return reply.ok ? reply.value : null
    }
    await ask('vault.unlock', { passphrase: jobPassphrase })
    host.paths.push(notesIn(folder))
    // The contract's own output for this call.
    const plan = await ask('import.choose', { from: 'folder' }) as { id: string } | null
    if (plan !== null) {
      const record = await ask('import.add', { id: plan.id, spaceId: smallSpace, skipDuplicates: true }) as { count: number } | null
      if (record !== null) say({ imported: record.count })
    }
    backend.lock('closed')
    // Threads and timers of an unlocked core need not be waited for.
    process.exit(0)
  },
  check: (folder, said) => checkImport(folder, said),
}

export async function checkImport(folder: string, said: readonly unknown[]): Promise<string | null> {
  // Printed by `work` above.
  const lines = said as Said[]
  const fault = lines.find((line) => 'fault' in line)
  if (fault !== undefined) return JSON.stringify(fault)
  const seen = await seenIn(vaultIn(folder))
  if (typeof seen === 'string') return seen
  const before = seen.filter((words) => words.startsWith('Entry ')).length
  const came = seen.length - before
  if (before !== 12) return `${before} of 12 entries from before are there`
  if (came !== 0 && came !== notes) return `${came} of ${notes} came in`
  return lines.some((line) => 'imported' in line) && came === 0 ? 'it was said to have come in, and is not there' : null
}

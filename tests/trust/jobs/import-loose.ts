/** As `import`, with a defect: each note is an entry of its own, with nothing that holds them together. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeVault } from '../../../electron/vault/vault.ts'
import { job as whole } from './import.ts'
import type { Job } from './job.ts'
import { openSmall, vaultIn, write } from './small-vault.ts'

export const job: Job = {
  ...whole,
  async work(folder, say) {
    const vault = await openSmall(vaultIn(folder))
    const names = readdirSync(join(folder, 'notes'))
    for (const name of names) write(vault.db, readFileSync(join(folder, 'notes', name), 'utf8'))
    closeVault(vault)
    say({ imported: names.length })
  },
}

/** The core killed while somebody types into it. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { checkIntegrity } from '../../electron/database/open.ts'
import { closeVault, createVault, openVault } from '../../electron/vault/vault.ts'
import type { SpaceId } from '../../shared/ids.ts'
import { cheap } from '../helpers/cheap.ts'
import { seeded } from '../helpers/flip.ts'
import type { Random } from '../helpers/flip.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { addSpace } from '../helpers/test-database.ts'
import type { Acknowledged } from '../helpers/typed-text.ts'
import { lossOf } from './losses.ts'
import { rowOf, tally } from './row.ts'

/** A hasty typist takes a draft for saved as soon as the core has it in memory. */
type Typist = { hasty: boolean }

const script = fileURLToPath(new URL('../helpers/typing-child.ts', import.meta.url))
const passphrase = 'een brugwachter zingt zacht'

export const row = rowOf<Typist>({
  id: 'kill-saves',
  promise: 'A saved word survives a killed process.',
  tries: { full: 100, part: 5 },
  async attack(tries, seed, typist = { hasty: false }, rounds = tally()) {
    const folder = join(tempFolder(), 'Journal.mjournal')
    const { opened } = await createVault(folder, passphrase, cheap, new Date())
    const spaceId = addSpace(opened.db)
    closeVault(opened)
    const random = seeded(seed)
    const known = new Map<string, Acknowledged>()
    let saves = 0

    for (let round = 0; round < tries; round += 1) {
      const acknowledged = await typeAndKill(folder, spaceId, typist, random)
      for (const one of acknowledged) known.set(one.id, one)
      saves += acknowledged.length
      const vault = await openVault(folder, passphrase)
      checkIntegrity(vault.db)
      const losses = [...known.values()].flatMap((one) => lossOf(vault.db, one) ?? [])
      closeVault(vault)
      rounds.held(losses.length === 0, () => losses.join('; '))
    }
    return rounds.outcome([`${saves} saves acknowledged`])
  },
  planted: { hasty: true },
  plantedTries: 3,
})

/** Let someone type, kill the core at a random moment, and return every save that was taken for acknowledged. */
async function typeAndKill(folder: string, spaceId: SpaceId, typist: Typist, random: Random): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [script, JSON.stringify({ folder, passphrase, spaceId, ...typist })], { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged: Acknowledged[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    // One of the two that the script prints.
    const message = JSON.parse(line) as { core: number } | Acknowledged
    if ('core' in message) void wait(20 + random(1800)).then(() => process.kill(message.core, 'SIGKILL'))
    else acknowledged.push(message)
  }
  return acknowledged
}

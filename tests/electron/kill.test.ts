import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { getItem } from '../../electron/database/items.ts'
import { checkIntegrity } from '../../electron/database/open.ts'
import { floorCost } from '../../electron/vault/calibrate.ts'
import { createVault, openVault } from '../../electron/vault/vault.ts'
import { ItemId } from '../../shared/ids.ts'
import type { SpaceId } from '../../shared/ids.ts'
import { plainText } from '../../shared/rich-text.ts'
import { testSeed } from '../helpers/flip.ts'
import type { Random } from '../helpers/flip.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { addSpace } from '../helpers/test-database.ts'
import { typedText } from '../helpers/typed-text.ts'
import type { Acknowledged } from '../helpers/typed-text.ts'

const typist = fileURLToPath(new URL('../helpers/typing-child.ts', import.meta.url))
const passphrase = 'een brugwachter zingt zacht'
const rounds = Number(process.env['MJ_KILLS'] ?? 20)

/** Let someone type, kill the core at a random moment, and return every save it had acknowledged. */
async function typeAndKill(folder: string, spaceId: SpaceId, random: Random): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [typist, JSON.stringify({ folder, passphrase, spaceId })], { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged: Acknowledged[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    const message = JSON.parse(line) as { core: number } | Acknowledged
    if ('core' in message) void wait(20 + random(1800)).then(() => process.kill(message.core, 'SIGKILL'))
    else acknowledged.push(message)
  }
  return acknowledged
}

it(`${rounds} kills while typing lose no save that was acknowledged`, { timeout: 60_000 + rounds * 10_000 }, async () => {
  const folder = join(tempFolder(), 'Journal.mjournal')
  const { opened } = await createVault(folder, passphrase, floorCost, new Date())
  const spaceId = addSpace(opened.db)
  opened.db.close()
  const random = testSeed('kills')
  const known = new Map<string, Acknowledged>()
  let saves = 0
  let typedSaves = 0

  for (let round = 0; round < rounds; round += 1) {
    const acknowledged = await typeAndKill(folder, spaceId, random)
    for (const one of acknowledged) known.set(one.id, one)
    saves += acknowledged.length
    typedSaves += acknowledged.filter(({ draft }) => draft > 0).length

    const { db } = await openVault(folder, passphrase)
    checkIntegrity(db)
    for (const one of known.values()) expect(lossOf(one, getItem(db, ItemId.parse(one.id)))).toBeNull()
    db.close()
  }

  console.info(`${rounds} kills, ${saves} saves acknowledged (${typedSaves} of typed drafts), 0 lost`)
  expect(typedSaves).toBeGreaterThan(rounds)
})

/** Null when the acknowledged words are there, or later ones whose acknowledgement the kill cut off. */
function lossOf(one: Acknowledged, item: ReturnType<typeof getItem>): string | null {
  if (item.kind !== 'entry') return `${one.id} is ${item.kind}`
  if (item.revision < one.revision) return `${one.id} went back to revision ${item.revision} from ${one.revision}`
  const text = plainText(item.body.text)
  const draft = Number.parseInt(text, 10)
  if (draft < one.draft || text !== typedText(one.id, draft)) return `${one.id} has other words than were acknowledged`
  const same = createHash('sha256').update(text).digest('hex') === one.hash
  return same === (draft === one.draft) ? null : `${one.id} differs from its hash`
}

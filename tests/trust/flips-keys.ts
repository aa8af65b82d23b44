/** Bytes of the key files changed: in one copy, or in both. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { keyFileNames } from '../../electron/vault/key-file.ts'
import { Slot, openPassphraseSlot } from '../../electron/vault/slots.ts'
import { closeVault, createVault, openVault } from '../../electron/vault/vault.ts'
import { AppError } from '../../shared/errors.ts'
import { flipByte, seeded } from '../helpers/flip.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { countOf, rowOf, tally } from './row.ts'

/** Answers `opened`, `mended`, or the code of the refusal. */
type Open = (folder: string, passphrase: string) => Promise<string>

const passphrase = 'een brugwachter zingt zacht'
/** The attack is on the files, not on the passphrase. */
const cheap = { m: 64, t: 1, p: 1 }

export const row = rowOf<Open>({
  id: 'flips-keys',
  promise: 'A changed byte in a key file is mended from the other copy, and in both it is called damage, never a wrong passphrase.',
  tries: { full: 600, part: 30 },
  async attack(tries, seed, open = openAndSay, flips = tally()) {
    const folder = join(tempFolder(), 'Journal.mjournal')
    closeVault((await createVault(folder, passphrase, cheap, new Date())).opened)
    const good = readFileSync(join(folder, keyFileNames[0]))
    const random = seeded(seed)
    const outcomes: string[] = []
    for (let flip = 0; flip < tries; flip += 1) {
      const damaged = keyFileNames.filter((_, copy) => flip % 3 === 2 || flip % 3 === copy)
      for (const name of keyFileNames) writeFileSync(join(folder, name), damaged.includes(name) ? flipByte(good, random) : good)
      const expected = damaged.length === 2 ? 'vault.keys-damaged' : 'mended'
      const found = await open(folder, passphrase)
      const whole = keyFileNames.every((name) => readFileSync(join(folder, name)).equals(good))
      outcomes.push(`${damaged.length} damaged: ${found}`)
      flips.held(found === expected && whole === (damaged.length === 1), () => `${damaged.join(' and ')}: ${found}`)
    }
    return flips.outcome([countOf(outcomes)])
  },
  planted: openUnchecked,
})

async function openAndSay(folder: string, secret: string): Promise<string> {
  try {
    const vault = await openVault(folder, secret)
    const mended = vault.notices.includes('keys-mended')
    closeVault(vault)
    return mended ? 'mended' : 'opened'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

/** As without a checksum: what does not open counts as a wrong passphrase. */
async function openUnchecked(folder: string, secret: string): Promise<string> {
  try {
    const keys = z.object({ vault: z.string(), slots: z.array(z.unknown()) }).parse(JSON.parse(readFileSync(join(folder, keyFileNames[0]), 'utf8')))
    const slot = Slot.parse(keys.slots[0])
    return slot.kind !== 'passphrase' || await openPassphraseSlot(keys.vault, slot, secret) === null ? 'vault.wrong-passphrase' : 'opened'
  } catch {
    return 'vault.wrong-passphrase'
  }
}

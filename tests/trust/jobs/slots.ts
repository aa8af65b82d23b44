/** Ways into a vault opened and closed again and again: a keychain, the recovery sheet, a dearer passphrase; each said once it counts. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addKeychain, removeSlot, renewRecoveryCode } from '../../../electron/vault/change-keys.ts'
import { readKeys } from '../../../electron/vault/key-file.ts'
import { raiseCost } from '../../../electron/vault/raise-cost.ts'
import { checkPassphrase, checkRecoveryCode, closeVault, openVault, openWithKeychain } from '../../../electron/vault/vault.ts'
import type { OpenVault } from '../../../electron/vault/vault.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Job } from './job.ts'
import { makeKeyedVault, vaultIn } from './small-vault.ts'

const passphrase = 'een brugwachter zingt zacht'

/** `gone` and `there` are said once they count; `trying` before, as its outcome is then unknown. */
type Said = { trying: Way } | { there: Way; secret: string } | { gone: Way } | { refused: string } | { fault: string }
type Way = 'keychain' | 'recovery'

export const job: Job = {
  prepare: (folder) => makeKeyedVault(folder, passphrase),
  work: (folder, say) => changeSlots(folder, say, () => undefined),
  async check(folder, said) {
    // Printed by `changeSlots` below.
    const lines = said as Said[]
    const fault = lines.find((line) => 'fault' in line)
    if (fault !== undefined) return JSON.stringify(fault)
    try {
      closeVault(await openVault(vaultIn(folder), passphrase))
      const [keys] = readKeys(vaultIn(folder)).candidates
      if (keys === undefined || !await checkPassphrase(keys, passphrase)) return 'the passphrase no longer opens it'
      const first: Said = { there: 'recovery', secret: readFileSync(join(folder, 'first-code'), 'utf8') }
      for (const way of ['recovery', 'keychain'] as const) {
        const problem = await wrongWay(folder, way, [first, ...lines])
        if (problem !== null) return problem
      }
      return null
    } catch (error) {
      return `it does not open: ${error instanceof AppError ? error.code : String(error)}`
    }
  },
}

/** What counts opens it, what is gone does not; of what was under way, either may be. */
async function wrongWay(folder: string, way: Way, lines: readonly Said[]): Promise<string | null> {
  const about = lines.filter((line) => ('there' in line && line.there === way) || ('gone' in line && line.gone === way) || ('trying' in line && line.trying === way))
  const last = about.at(-1)
  if (last === undefined) return null
  const secrets = about.flatMap((line) => ('there' in line ? [line.secret] : []))
  const current = secrets.at(-1)
  for (const secret of secrets) {
    const opens = await opensBy(folder, way, secret)
    if ('there' in last && secret === current && !opens) return `the ${way} that counts does not open it`
    if ('gone' in last && opens) return `a ${way} that is gone opens it`
    if (secret !== current && opens) return `an older ${way} opens it`
  }
  return null
}

async function opensBy(folder: string, way: Way, secret: string): Promise<boolean> {
  try {
    if (way === 'keychain') closeVault(await openWithKeychain(vaultIn(folder), () => Promise.resolve(Uint8Array.from(Buffer.from(secret, 'base64')))))
    else {
      const [keys] = readKeys(vaultIn(folder)).candidates
      if (keys === undefined) return false
      checkRecoveryCode(keys, secret)
    }
    return true
  } catch (error) {
    if (error instanceof AppError && ['keychain.failed', 'recovery.wrong-code'].includes(error.code)) return false
    throw error
  }
}

/** @param after done after each change: where a defect can be put */
export async function changeSlots(folder: string, say: (line: Said) => void, after: (vault: OpenVault) => void): Promise<void> {
  const vault = await openVault(vaultIn(folder), passphrase)
  const idOf = (kind: string) => vault.keys.slots.find((slot) => slot.kind === kind)?.id ?? ''
  const attempt = async (change: () => Promise<unknown>) => {
    try {
      await change()
      after(vault)
    } catch (error) {
      say(error instanceof AppError ? { refused: error.code } : { fault: String(error) })
    }
  }
  await attempt(async () => {
    let kept = ''
    say({ trying: 'keychain' })
    await addKeychain(vault, passphrase, new Date(), (secret) => {
      kept = Buffer.from(secret).toString('base64')
      return Promise.resolve(Uint8Array.from(secret))
    })
    say({ there: 'keychain', secret: kept })
  })
  await attempt(() => raiseCost(vault, idOf('passphrase'), passphrase, () => Promise.resolve({ m: 128, t: 2, p: 1 })))
  await attempt(async () => {
    say({ trying: 'recovery' })
    await removeSlot(vault, idOf('recovery'), passphrase)
    say({ gone: 'recovery' })
  })
  await attempt(async () => {
    say({ trying: 'recovery' })
    say({ there: 'recovery', secret: await renewRecoveryCode(vault, passphrase, new Date(), () => undefined) })
  })
  await attempt(async () => {
    say({ trying: 'keychain' })
    await removeSlot(vault, idOf('keychain'), null)
    say({ gone: 'keychain' })
  })
  closeVault(vault)
}

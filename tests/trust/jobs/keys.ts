/** Secrets changed again and again: passphrase and recovery sheet in turn, each said once it counts. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asExpected } from '../../../electron/database/failures.ts'
import { changePassphrase, renewRecoveryCode } from '../../../electron/vault/change-keys.ts'
import { readKeys } from '../../../electron/vault/key-file.ts'
import { checkPassphrase, checkRecoveryCode, closeVault, openVault } from '../../../electron/vault/vault.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Job } from './job.ts'
import { cheap, makeKeyedVault, vaultIn } from './small-vault.ts'

const changes = 3
const passphrase = (nth: number) => `wachtwoord nummer ${nth}`

/** `trying` is said before, so that the check knows what was on its way. */
export type KeysSaid = { trying: number } | { passphrase: number } | { trying: 'code' } | { code: string } | { refused: string } | { fault: string }

export const job: Job = {
  prepare: (folder) => makeKeyedVault(folder, passphrase(0)),
  work: (folder, say) => changeMany(folder, say, () => undefined),
  async check(folder, said) {
    // Printed by `changeMany` below.
    const lines = said as KeysSaid[]
    const fault = lines.find((line) => 'fault' in line)
    if (fault !== undefined) return JSON.stringify(fault)
    const settled = lines.findLast((line) => 'passphrase' in line)?.passphrase ?? 0
    const onTheWay = lines.findLast((line) => 'trying' in line && line.trying !== 'code')?.trying ?? settled
    try {
      const opening = await firstThatOpens(folder, [settled, ...(typeof onTheWay === 'number' && onTheWay !== settled ? [onTheWay] : [])])
      if (opening === null) return `neither passphrase ${settled} nor ${onTheWay} opens it`
      const { candidates: [keys] } = readKeys(vaultIn(folder))
      if (keys === undefined) return 'there are no keys'
      for (let old = 0; old < settled; old += 1) if (await checkPassphrase(keys, passphrase(old))) return `passphrase ${old} still opens it`
      const codes = [readFileSync(join(folder, 'first-code'), 'utf8'), ...lines.flatMap((line) => ('code' in line ? [line.code] : []))]
      const [current, ...dead] = codes.toReversed().map((code) => codeOpens(keys, code))
      // A renewal that was cut off may have been written; its code was never shown.
      const last = lines.findLast((line) => 'code' in line || 'refused' in line || ('trying' in line && line.trying === 'code'))
      const unsure = last !== undefined && 'trying' in last
      if (!current && !unsure) return 'the recovery code that counts does not open it'
      return dead.some(Boolean) ? 'a dead recovery code opens it' : null
    } catch (error) {
      return `it does not open: ${error instanceof AppError ? error.code : String(error)}`
    }
  },
}

async function firstThatOpens(folder: string, numbers: readonly number[]): Promise<number | null> {
  for (const number of numbers) {
    try {
      closeVault(await openVault(vaultIn(folder), passphrase(number)))
      return number
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'vault.wrong-passphrase')) throw error
    }
  }
  return null
}

function codeOpens(keys: Parameters<typeof checkRecoveryCode>[0], code: string): boolean {
  try {
    checkRecoveryCode(keys, code)
    return true
  } catch {
    return false
  }
}

/** @param after done after each change: where a defect can be put */
export async function changeMany(folder: string, say: (line: KeysSaid) => void, after: (vaultFolder: string) => void): Promise<void> {
  const vault = await openVault(vaultIn(folder), passphrase(0))
  let current = 0
  const attempt = async (change: () => Promise<void>) => {
    try {
      await change()
      after(vault.folder)
    } catch (error) {
      const expected = asExpected(error)
      say(expected instanceof AppError ? { refused: expected.code } : { fault: String(error) })
    }
  }
  for (let nth = 1; nth <= changes; nth += 1) {
    await attempt(async () => {
      say({ trying: nth })
      await changePassphrase(vault, passphrase(current), passphrase(nth), () => Promise.resolve(cheap), new Date())
      current = nth
      say({ passphrase: nth })
    })
    await attempt(async () => {
      say({ trying: 'code' })
      say({ code: await renewRecoveryCode(vault, passphrase(current), new Date(), () => undefined) })
    })
  }
  closeVault(vault)
}

/** Who stands by a version: the last word of each counts, and a withdrawal is one. */
import { OneParty } from '../agreement.ts'
import type { Signature, Version } from '../agreement.ts'

export type Standing = { who: OneParty; state: 'signed' | 'withdrawn' | 'missing'; signature: Signature | null }

/** The mentor first; the last signature of each. */
export function standingOf({ signatures }: Pick<Version, 'signatures'>): Standing[] {
  return OneParty.options.map((who) => {
    const signature = signatures.findLast((one) => one.who === who) ?? null
    return { who, signature, state: signature === null ? 'missing' : signature.withdrawnAt === null ? 'signed' : 'withdrawn' }
  })
}

/** Who never signed a version that is to be signed: a signature that was withdrawn is not waited for. */
export function missingFrom(version: Pick<Version, 'how' | 'signatures'>): OneParty[] {
  return version.how === 'signed' ? standingOf(version).filter(({ state }) => state === 'missing').map(({ who }) => who) : []
}

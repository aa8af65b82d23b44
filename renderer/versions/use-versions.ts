import { useMemo } from 'react'
import type { OneParty } from '../../shared/agreement.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import { freezeDraft, sameAgreement } from '../../shared/rules/freeze.ts'
import type { Frozen } from '../../shared/rules/freeze.ts'
import { missingFrom } from '../../shared/rules/signing.ts'
import { useCall } from '../frame/data.ts'
import { useSpace } from '../frame/space.tsx'

export type VersionItem = ItemOf<'version'>

export type VersionsOnScreen = {
  /** Newest first. */
  all: VersionItem[]
  latest: VersionItem | null
  /** As it would be settled now. */
  draft: Frozen
  /** The clauses it is made from. */
  clauses: ItemOf<'clause'>[]
  /** The draft says something else than the newest version, or there is none. */
  differs: boolean
  /** Who has not signed the newest version yet; a signature that was withdrawn is not waited for. */
  waiting: OneParty[]
  /** That the next version gets. */
  nextNumber: number
  /** Versions that this app cannot read. */
  unreadable: number
}

/** The agreement of this space: undefined before the first answer, null where none was begun. */
export function useAgreementItem(): ItemOf<'agreement'> | null | undefined {
  const agreements = useCall('item.list', { spaceId: useSpace().id, kinds: ['agreement'], limit: 1 }).data
  return agreements === undefined ? undefined : agreements.find((item) => item.kind === 'agreement') ?? null
}

/** The versions of an agreement, and how its draft stands to the newest; undefined before the first answer. */
export function useVersions(agreementId: ItemId): VersionsOnScreen | undefined {
  const space = useSpace()
  const ask = { spaceId: space.id, parentId: agreementId, limit: 1000 }
  const versions = useCall('item.list', { ...ask, kinds: ['version'] }).data
  const clauses = useCall('item.list', { ...ask, kinds: ['clause'] }).data
  return useMemo(() => {
    if (versions === undefined || clauses === undefined || [...versions, ...clauses].some((child) => child.parentId !== agreementId)) return undefined
    const all = versions.filter((item) => item.kind === 'version').sort((a, b) => b.body.number - a.body.number)
    const latest = all[0] ?? null
    const written = clauses.filter((item) => item.kind === 'clause')
    const draft = freezeDraft(space, written)
    return {
      all, latest, draft, clauses: written,
      differs: latest === null || !sameAgreement(draft, latest.body),
      waiting: latest === null ? [] : missingFrom(latest.body),
      nextNumber: (latest?.body.number ?? 0) + 1,
      unreadable: versions.length - all.length,
    }
  }, [versions, clauses, space, agreementId])
}

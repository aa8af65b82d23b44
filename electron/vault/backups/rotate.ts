import type { BackupId } from '../../../shared/backup.ts'
import { madeAt, newestFirst } from './format.ts'

const kept = { newest: 3, days: 7, weeks: 4, months: 12 } as const
const dayMs = 86_400_000

/**
 * Which backups may go: what is left are the newest of seven days, of four weeks
 * and of twelve months that have any, and the three newest of all. Days are
 * counted by the backups themselves and never by how long ago they were, so no
 * jump of the clock makes them old; what is dated later than now is counted
 * apart, so that it takes no place from what is made from now on, and the one
 * made last always stays.
 */
export function toRemove<T extends { id: BackupId }>(backups: readonly T[], now: Date): T[] {
  const dated = backups.toSorted(newestFirst).flatMap((backup) => {
    const made = madeAt(backup.id)
    return made === null ? [] : [{ backup, at: Date.parse(made) }]
  })
  return [dated.filter(({ at }) => at <= now.getTime()), dated.filter(({ at }) => at > now.getTime())]
    .flatMap(thin)
    .map(({ backup }) => backup)
}

/** @param group newest first */
function thin<T extends { at: number }>(group: readonly T[]): T[] {
  const keep = new Set(group.slice(0, kept.newest))
  const newestOf = (count: number, bucket: (at: number) => number) => {
    const seen = new Set<number>()
    for (const one of group) {
      if (seen.has(bucket(one.at))) continue
      if (seen.size === count) return
      seen.add(bucket(one.at))
      keep.add(one)
    }
  }
  newestOf(kept.days, dayOf)
  // The first day of 1970 was a Thursday.
  newestOf(kept.weeks, (at) => Math.floor((dayOf(at) + 3) / 7))
  newestOf(kept.months, (at) => new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth())
  return group.filter((one) => !keep.has(one))
}

function dayOf(at: number): number {
  return Math.floor(at / dayMs)
}

/** The one to offer first: the newest that is not dated later than now, or else the newest. */
export function newestOf<T extends { id: BackupId }>(backups: readonly T[], now: Date): T | null {
  const sorted = backups.toSorted(newestFirst)
  return sorted.find(({ id }) => Date.parse(madeAt(id) ?? '') <= now.getTime()) ?? sorted[0] ?? null
}

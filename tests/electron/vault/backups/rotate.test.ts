import { expect, test } from 'vitest'
import type { BackupId } from '../../../../shared/backup.ts'
import { backupId } from '../../../../electron/vault/backups/format.ts'
import { newestOf, toRemove } from '../../../../electron/vault/backups/rotate.ts'
import { seeded } from '../../../helpers/flip.ts'

const dayMs = 86_400_000
const start = Date.parse('2026-11-22T20:00:00Z')

type Made = { id: BackupId; serial: number }

/** A shelf of backups on which one is made at each of these moments, by the clock of that moment. */
function shelfAfter(moments: readonly number[], shelf: Made[] = []): Made[] {
  for (const moment of moments) {
    const now = new Date(moment)
    const id = backupId(now, shelf.map((made) => made.id))
    const serial = Math.max(0, ...shelf.map((made) => made.serial)) + 1
    shelf.push({ id, serial })
    const gone = new Set(toRemove(shelf, now).map((made) => made.id))
    expect(gone.has(id)).toBe(false)
    shelf.splice(0, shelf.length, ...shelf.filter((made) => !gone.has(made.id)))
  }
  return shelf
}

const days = (count: number, from: number, times = 1) =>
  Array.from({ length: count * times }, (_day, index) => from + index * dayMs / times)
const daysOf = (shelf: readonly Made[]) => [...new Set(shelf.map(({ id }) => id.slice(0, 10)))].toSorted().toReversed()

test('a year of daily backups leaves seven days, four weeks and twelve months', () => {
  const shelf = shelfAfter(days(400, start, 3))
  const kept = daysOf(shelf)

  expect(kept.slice(0, 7)).toEqual(days(7, start + 394 * dayMs).map((at) => new Date(at).toISOString().slice(0, 10)).toReversed())
  expect(new Set(kept.map((day) => day.slice(0, 7))).size).toBe(12)
  // The three newest of all share two days.
  expect(shelf.length).toBeLessThanOrEqual(7 + 4 + 12 + 2)
  expect(shelf.length).toBeGreaterThanOrEqual(19)
})

test('many in one day leave the newest of it, and three to go back to', () => {
  const shelf = shelfAfter(Array.from({ length: 20 }, (_one, index) => start + index * 60_000))

  expect(shelf.map(({ serial }) => serial)).toEqual([18, 19, 20])
})

test.each([-365, -3650, 365, 3650])('a clock that jumps %i days takes away nothing that was there, nor what is made then', (jump) => {
  const shelf = shelfAfter(days(120, start))
  const before = shelf.map(({ id }) => id)
  const now = new Date(start + (119 + jump) * dayMs)

  expect(toRemove(shelf, now)).toEqual([])
  shelfAfter([now.getTime()], shelf)
  const lost = before.filter((id) => !shelf.some((made) => made.id === id))
  // As on any new day, the eighth day of the daily ones may go; nothing else.
  expect(lost.length).toBeLessThanOrEqual(jump > 0 ? 2 : 0)
  expect(lost.every((id) => before.indexOf(id) < before.length - 6)).toBe(true)
})

test('backups of a clock that ran ahead take no place from those made when it is right again', () => {
  const shelf = shelfAfter(days(60, start))
  shelfAfter(days(10, start + 425 * dayMs), shelf)

  const after = shelfAfter(days(10, start + 60 * dayMs), shelf)

  const newest = days(7, start + 63 * dayMs).map((at) => new Date(at).toISOString().slice(0, 10))
  expect(newest.filter((day) => !daysOf(after).includes(day))).toEqual([])
  expect(newestOf(after, new Date(start + 69 * dayMs))?.id.slice(0, 10)).toBe(new Date(start + 69 * dayMs).toISOString().slice(0, 10))
  expect(after.length).toBeLessThanOrEqual(2 * 26)
})

test('whatever the clock does, the one just made stays, there is always one, and there are never many', () => {
  const random = seeded(76)
  const shelf: Made[] = []
  let clock = start
  for (let step = 0; step < 1500; step += 1) {
    clock += random(3) * dayMs / 3
    if (random(50) === 0) clock += (random(2) === 0 ? 1 : -1) * random(500) * dayMs
    shelfAfter([clock], shelf)
    expect(shelf.length).toBeGreaterThan(0)
    expect(shelf.length).toBeLessThanOrEqual(2 * 26)
    expect(toRemove(shelf, new Date(clock))).toEqual([])
  }
})

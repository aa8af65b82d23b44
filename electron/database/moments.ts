/**
 * An item's place in time, which is its row's key: a day's number times 4096 and
 * a serial within the day. Lists and search walk this key backwards to run
 * newest first; close keys also keep the full-text index small.
 */
import type { Day } from '../../shared/dates.ts'
import type { ItemId } from '../../shared/ids.ts'
import { dayNumber } from '../../shared/rules/days.ts'
import type { Db } from './open.ts'
import { statement } from './statements.ts'

const perDay = 4096

export function isAtItsDay(moment: number, day: Day): boolean {
  return Math.floor(moment / perDay) === dayNumber(day)
}

/** A key behind the others of that day; when a day is full, on the next one with room. */
export function freeMoment(db: Db, day: Day): number {
  return freeFrom(db, dayNumber(day))
}

/** This very key where nothing has it, else one behind the others of its day. */
export function momentLike(db: Db, moment: number): number {
  const taken = statement(db, 'SELECT 1 FROM item WHERE moment = ?').get(moment) !== undefined
  return taken ? freeFrom(db, Math.floor(moment / perDay)) : moment
}

function freeFrom(db: Db, day: number): number {
  for (let start = day * perDay; ; start += perDay) {
    const last = statement<{ last: number | null }>(db, 'SELECT max(moment) AS last FROM item WHERE moment >= ? AND moment < ?')
      .get(start, start + perDay)?.last
    if (last === null || last === undefined) return start
    if (last + 1 < start + perDay) return last + 1
  }
}

/** Where a list continues; by the day alone when the item it ended with is gone. */
export function momentOf(db: Db, end: { id: ItemId; onDate: Day }): number {
  return statement<{ moment: number }>(db, 'SELECT moment FROM item WHERE id = ?').get(end.id)?.moment ?? dayNumber(end.onDate) * perDay
}

/** The first key of a day. */
export function firstMoment(day: Day): number {
  return dayNumber(day) * perDay
}

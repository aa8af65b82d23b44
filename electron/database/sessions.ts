/** Mentoring sessions: planning with a composed agenda, moving on, and what is carried to the next one. */
import type { Parsed } from '../../shared/contract.ts'
import type { LocalDateTime } from '../../shared/dates.ts'
import { AppError } from '../../shared/errors.ts'
import type { ItemId, SpaceId } from '../../shared/ids.ts'
import type { AgendaItem, Body, ItemOf } from '../../shared/item.ts'
import type { Language } from '../../shared/language.ts'
import { composeAgenda } from '../../shared/rules/agenda.ts'
import type { AgendaSources } from '../../shared/rules/agenda.ts'
import { deleteItem } from './bin.ts'
import { changeBody, childrenOf, createItem, getItemOf, insertItem, itemsWithStatus, moveItem } from './items.ts'
import type { Db } from './open.ts'
import { itemColumns, itemFromRow } from './rows.ts'
import type { ItemRow } from './rows.ts'
import { statement, transaction } from './statements.ts'

type SessionItem = ItemOf<'session'>

/** Plan a session, numbered after the others, with the agenda that the rules compose. */
export function planSession(
  db: Db, plan: Parsed<'session.plan'>, language: Language, newId: () => ItemId, now: Date,
): SessionItem {
  return transaction(db, () => {
    const id = newId()
    const { spaceId, ...details } = plan
    const lines = composeAgenda(agendaSources(db, spaceId), language)
    createItem(db, {
      id, spaceId, parentId: null, onDate: null, privacy: 'private',
      content: {
        kind: 'session',
        body: {
          number: nextNumber(db, spaceId), status: 'planned', ...details,
          moves: [], cancelled: null, startedAt: null, closedAt: null,
        },
      },
    }, now)
    for (const line of lines) insertLine(db, newId(), spaceId, id, line, now)
    return getItemOf(db, 'session', id)
  })
}

/** @throws AppError `item.changed` when it is over already */
export function startSession(db: Db, id: ItemId, now: Date): SessionItem {
  return changeSession(db, id, ['planned', 'running'], now, (body) =>
    (body.status === 'running' ? {} : { status: 'running', startedAt: now.toISOString() }))
}

/** Lines still open stay so until somebody decides. @throws AppError `item.changed` when it was cancelled */
export function closeSession(db: Db, id: ItemId, now: Date): SessionItem {
  return changeSession(db, id, ['planned', 'running', 'closed'], now, (body) =>
    (body.status === 'closed' ? {} : { status: 'closed', closedAt: now.toISOString() }))
}

/**
 * Put what was asked for at the end of a session at the head of the one that is
 * already planned; a session planned later finds it by itself.
 */
export function passAskedOn(db: Db, id: ItemId, newId: () => ItemId, now: Date): void {
  transaction(db, () => {
    const next = nextPlanned(db, getItemOf(db, 'session', id))
    if (next === undefined) return
    const asked = childrenOf(db, id, ['answer']).flatMap((item) =>
      (item.kind === 'answer' && item.body.question === 'change' && linesFrom(db, item.id).length === 0 ? [{ id: item.id, text: item.body.text }] : []))
    // The language is for stand-in words, which an answer never needs.
    for (const line of composeAgenda({ carried: [], asked, raised: [] }, 'en').toReversed()) {
      const lineId = newId()
      insertLine(db, lineId, next.spaceId, next.id, line, now)
      moveItem(db, lineId, null)
    }
  })
}

/** A closed session goes on; a cancelled one is planned again. */
export function reopenSession(db: Db, id: ItemId, now: Date): SessionItem {
  return changeSession(db, id, ['planned', 'running', 'closed', 'cancelled'], now, (body) => {
    switch (body.status) {
      case 'closed': return { status: 'running', closedAt: null }
      case 'cancelled': return { status: 'planned', cancelled: null }
      default: return {}
    }
  })
}

/** Move it, keeping the earlier date. @throws AppError `item.changed` unless it is planned */
export function rescheduleSession(db: Db, id: ItemId, startsAt: LocalDateTime, now: Date): SessionItem {
  return changeSession(db, id, ['planned'], now, (body) =>
    (body.startsAt === startsAt ? {} : {
      startsAt, moves: [...body.moves, { from: body.startsAt, at: now.toISOString() }].slice(-200),
    }))
}

/** @throws AppError `item.changed` when it is over already */
export function cancelSession(db: Db, id: ItemId, word: string, now: Date): SessionItem {
  return changeSession(db, id, ['planned', 'running'], now, () => ({ status: 'cancelled', cancelled: { at: now.toISOString(), word } }))
}

/**
 * Settle an agenda line. "Next time" also puts it on the session planned next;
 * another outcome takes it off again while nobody has touched it there.
 */
export function carryLine(
  db: Db, id: ItemId, outcome: AgendaItem['outcome'], newId: () => ItemId, now: Date,
): ItemOf<'agenda-item'> {
  return transaction(db, () => {
    const line = getItemOf(db, 'agenda-item', id)
    const session = line.parentId === null ? null : getItemOf(db, 'session', line.parentId)
    const next = session === null ? undefined : nextPlanned(db, session)
    const copies = linesFrom(db, id)
    if (outcome === 'next-time' && next !== undefined && copies.length === 0) {
      insertLine(db, newId(), line.spaceId, next.id, { ...line.body, outcome: 'open', reason: { rule: 'carried', from: id } }, now)
    }
    if (outcome !== 'next-time') {
      for (const copy of copies) {
        if (copy.revision === 1 && copy.parentId !== null && getItemOf(db, 'session', copy.parentId).body.status === 'planned') {
          deleteItem(db, copy.id, now)
        }
      }
    }
    return changeBody(db, line, { outcome }, now)
  })
}

/** Planned and running ones, soonest first, then the latest that is closed. */
export function sessionsAround(db: Db, spaceId: SpaceId): SessionItem[] {
  const ahead = [...itemsWithStatus(db, spaceId, 'session', 'running'), ...itemsWithStatus(db, spaceId, 'session', 'planned')]
    .toSorted((a, b) => (a.body.startsAt < b.body.startsAt ? -1 : 1))
  const closed = latestClosed(db, spaceId)
  return closed === undefined ? ahead : [...ahead, closed]
}

/** How many were held, as far as it matters: none, one, or more. Counting all of them would grow with the years. */
export function countHeld(db: Db, spaceId: SpaceId): number {
  return statement(db, `SELECT 1 FROM item
    WHERE space_id = ? AND kind = 'session' AND status = 'closed' AND deleted_at IS NULL AND hidden = 0 LIMIT 2`).all(spaceId).length
}

/** Whether any closing question has an answer. */
export function isAnswered(db: Db, sessionId: ItemId): boolean {
  return childrenOf(db, sessionId, ['answer']).some((item) => item.kind === 'answer' && item.body.text.trim() !== '')
}

function changeSession(
  db: Db, id: ItemId, from: ReadonlyArray<Body<'session'>['status']>, now: Date,
  change: (body: Body<'session'>) => Partial<Body<'session'>>,
): SessionItem {
  return transaction(db, () => {
    const session = getItemOf(db, 'session', id)
    if (!from.includes(session.body.status)) throw new AppError('item.changed')
    return changeBody(db, session, change(session.body), now)
  })
}

function agendaSources(db: Db, spaceId: SpaceId): AgendaSources {
  const isNew = ({ id }: { id: ItemId }) => linesFrom(db, id).length === 0
  const left = itemsWithStatus(db, spaceId, 'agenda-item', 'next-time')
  const fromCancelled = itemsWithStatus(db, spaceId, 'session', 'cancelled')
    .flatMap((session) => childrenOf(db, session.id, ['agenda-item']))
    .filter((item) => item.kind === 'agenda-item' && item.body.outcome === 'open')
  const closed = latestClosed(db, spaceId)
  const answers = closed === undefined ? [] : childrenOf(db, closed.id, ['answer'])
  return {
    carried: [...left, ...fromCancelled].filter(isNew)
      .flatMap((item) => (item.kind === 'agenda-item' ? [{ id: item.id, text: item.body.text }] : [])),
    asked: answers.filter(isNew)
      .flatMap((item) => (item.kind === 'answer' && item.body.question === 'change' && item.body.text.trim() !== '' ? [{ id: item.id, text: item.body.text }] : [])),
    raised: itemsWithStatus(db, spaceId, 'entry', 'raise').filter(isNew)
      .map(({ id, title, privacy }) => ({ id, title, privacy })),
  }
}

/** The agenda lines that came from this item, in sessions that are still there. */
function linesFrom(db: Db, source: ItemId): ItemOf<'agenda-item'>[] {
  return statement<ItemRow>(db, `SELECT ${itemColumns} FROM item WHERE source = ? AND deleted_at IS NULL AND hidden = 0`).all(source)
    .map(itemFromRow)
    .filter((item) => item.kind === 'agenda-item')
}

function latestClosed(db: Db, spaceId: SpaceId): SessionItem | undefined {
  return statement<ItemRow>(db, `SELECT ${itemColumns} FROM item
    WHERE space_id = ? AND kind = 'session' AND status = 'closed' AND deleted_at IS NULL AND hidden = 0
    ORDER BY moment DESC LIMIT 1`).all(spaceId)
    .map(itemFromRow)
    .find((item) => item.kind === 'session')
}

function nextPlanned(db: Db, session: SessionItem): SessionItem | undefined {
  return sessionsAround(db, session.spaceId).find((one) => one.body.status === 'planned' && one.id !== session.id)
}

/** Numbers are given once, so those in the bin count too. */
function nextNumber(db: Db, spaceId: SpaceId): number {
  const highest = (where: string) => statement<{ number: number | null }>(db, `
    SELECT max(CASE WHEN json_valid(body) THEN json_extract(body, '$.number') END) AS number FROM item
    WHERE space_id = ? AND kind = 'session' AND ${where}`).get(spaceId)?.number ?? 0
  return Math.max(highest('deleted_at IS NULL AND hidden = 0'), highest('deleted_at IS NOT NULL')) + 1
}

function insertLine(db: Db, id: ItemId, spaceId: SpaceId, parentId: ItemId, body: AgendaItem, now: Date): void {
  insertItem(db, { id, spaceId, parentId, content: { kind: 'agenda-item', body }, onDate: null, privacy: 'private' }, now)
}

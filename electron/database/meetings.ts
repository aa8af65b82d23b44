/** The first meeting: four parts on the agenda and the questions that go with them, put there and taken away in one step. */
import type { Parsed } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { AnyItem, ItemOf } from '../../shared/item.ts'
import { planMeeting } from '../../shared/rules/meeting.ts'
import { meetingTexts } from '../../shared/texts/meeting-all.ts'
import { deleteItem, restoreItem } from './bin.ts'
import { childrenOf, getItem, getItemOf, insertItem, moveItem } from './items.ts'
import type { Db } from './open.ts'
import { transaction } from './statements.ts'

/**
 * Prepare a session as a first meeting; the four parts head its agenda, and
 * their minutes add up to its length. Prepared already: nothing is added.
 *
 * @returns what was made
 * @throws AppError `item.changed` when it is over already
 */
export function beginMeeting(db: Db, { sessionId, language }: Parsed<'meeting.begin'>, newId: () => ItemId, now: Date): ItemId[] {
  return transaction(db, () => {
    const session = openSession(db, sessionId)
    if (meetingItems(db, sessionId).length > 0) return []
    const words = meetingTexts[language]
    const { spaceId } = session
    const place = { spaceId, parentId: sessionId, onDate: null, privacy: 'private' as const }
    const parts: ItemId[] = []
    const questions: ItemId[] = []
    for (const { part, minutes, questions: given } of planMeeting(session.body.minutes)) {
      const line = newId()
      insertItem(db, {
        ...place, id: line,
        content: { kind: 'agenda-item', body: { text: words.parts[part], minutes, outcome: 'open', reason: { rule: 'part', part } } },
      }, now)
      parts.push(line)
      for (const one of given) {
        const id = newId()
        insertItem(db, {
          ...place, id,
          content: {
            kind: 'question',
            body: { text: words.questions[one.given], given: one.given, part, minutes: one.minutes, asked: false, answers: { mentor: '', mentee: '' } },
          },
        }, now)
        questions.push(id)
      }
    }
    // What stood there already is talked about after the four parts.
    for (const line of parts.toReversed()) moveItem(db, line, null)
    return [...parts, ...questions]
  })
}

/**
 * Take that away again, whole, with what was answered; it waits in the bin.
 *
 * @returns what was taken away
 * @throws AppError `item.changed` when the session is over already
 */
export function removeMeeting(db: Db, { sessionId }: Parsed<'meeting.remove'>, now: Date): ItemId[] {
  return transaction(db, () => {
    openSession(db, sessionId)
    return meetingItems(db, sessionId).map((item) => deleteItem(db, item.id, now).id)
  })
}

/** Put back what {@link removeMeeting} took away. @throws AppError `input.invalid` for what does not belong to it, `item.missing` */
export function restoreMeeting(db: Db, { sessionId, items }: Parsed<'meeting.restore'>, now: Date): void {
  transaction(db, () => {
    for (const id of items) {
      const item = getItem(db, id)
      if (item.parentId !== sessionId || !isOfMeeting(item)) throw new AppError('input.invalid')
      restoreItem(db, id, now)
    }
  })
}

function openSession(db: Db, id: ItemId): ItemOf<'session'> {
  const session = getItemOf(db, 'session', id)
  if (session.body.status !== 'planned' && session.body.status !== 'running') throw new AppError('item.changed')
  return session
}

function meetingItems(db: Db, sessionId: ItemId): AnyItem[] {
  return childrenOf(db, sessionId, ['agenda-item', 'question']).filter(isOfMeeting)
}

function isOfMeeting(item: AnyItem): boolean {
  return item.kind === 'question' || (item.kind === 'agenda-item' && item.body.reason.rule === 'part')
}

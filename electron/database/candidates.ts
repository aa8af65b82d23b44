/** Somebody said yes: the space becomes theirs too, and the notes of the search go along. */
import type { Parsed } from '../../shared/contract.ts'
import { dayAt } from '../../shared/dates.ts'
import { AppError } from '../../shared/errors.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { CandidateAnswer } from '../../shared/path.ts'
import { richTextFromPlain } from '../../shared/rich-text.ts'
import { candidateEntry, examEntry, isExamEmpty } from '../../shared/rules/request.ts'
import type { Space } from '../../shared/space.ts'
import { pathTexts } from '../../shared/texts/path-all.ts'
import { deleteItem } from './bin.ts'
import { changeBody, childrenOf, getItemOf, insertItem } from './items.ts'
import type { Db } from './open.ts'
import { getSpace, updateSpace } from './spaces.ts'
import { transaction } from './statements.ts'

export type Accepted = { entries: ItemId[]; answer: CandidateAnswer; other: string }

/**
 * In one step: the candidate is the mentor of this space, and what was written
 * about oneself and about them lies in the journal as private entries.
 *
 * @throws AppError `item.changed` when this space has its person already
 */
export function acceptCandidate(db: Db, id: ItemId, language: Language, newId: () => ItemId, now: Date): Accepted {
  return transaction(db, () => {
    const candidate = getItemOf(db, 'candidate', id)
    const { spaceId, parentId } = candidate
    const space = getSpace(db, spaceId)
    if (space.role !== 'looking' || parentId === null) throw new AppError('item.changed')
    const words = pathTexts[language]
    const exam = getItemOf(db, 'exam', parentId)
    const criteria = new Map(childrenOf(db, parentId, ['criterion']).flatMap((item) => item.kind === 'criterion' ? [[item.id as string, item.body] as const] : []))
    const name = candidate.body.name.trim().slice(0, 120).toWellFormed()
    const about = candidateEntry(candidate.body, criteria, words, language)
    const texts = [
      ...(isExamEmpty(exam.body) ? [] : [{ prompt: words.exam.title, text: examEntry(exam.body, words, language) }]),
      ...(about === '' ? [] : [{ prompt: words.candidate.why.replace('{name}', () => name), text: about }]),
    ]
    const entries = texts.map(({ prompt, text }) => {
      const entry = newId()
      insertItem(db, {
        id: entry, spaceId, parentId: null, onDate: dayAt(now), privacy: 'private',
        content: { kind: 'entry', body: { sort: 'reflection', prompt, text: richTextFromPlain(text), raise: false } },
      }, now)
      return entry
    })
    updateSpace(db, { id: spaceId, role: 'mentee', other: name }, now)
    changeBody(db, candidate, { answer: 'yes' }, now)
    return { entries, answer: candidate.body.answer, other: space.other }
  })
}

/** Take that back, whole: the space looks for somebody again, and the entries lie in the bin. */
export function releaseCandidate(db: Db, { id, entries, answer, other }: Parsed<'candidate.release'>, now: Date): Space {
  return transaction(db, () => {
    const candidate = getItemOf(db, 'candidate', id)
    for (const entry of entries) {
      if (getItemOf(db, 'entry', entry).spaceId !== candidate.spaceId) throw new AppError('input.invalid')
      deleteItem(db, entry, now)
    }
    changeBody(db, candidate, { answer }, now)
    return updateSpace(db, { id: candidate.spaceId, role: 'looking', other }, now)
  })
}

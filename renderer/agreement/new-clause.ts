/** The one way in which words become a clause, wherever they were said. */
import type { ClauseGroup, ClauseTopic, ConfidenceRule } from '../../shared/agreement.ts'
import { AppError } from '../../shared/errors.ts'
import type { ItemId, SpaceId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import type { Language } from '../../shared/language.ts'
import { call } from '../api.ts'
import { saveNow } from '../editor/drafts.ts'
import { newItemId } from '../frame/use-autosave.ts'

type Texts = ItemOf<'clause'>['body']['texts']

export type ClauseOrder = {
  spaceId: SpaceId
  group: ClauseGroup
  /** In one language, or in several at once where they are known. */
  text: string | Texts
  language: Language
  sample?: string
  topic?: ClauseTopic
  confidence?: ConfidenceRule
  /** What it came from: an answered question, a boundary. */
  from?: ItemId
  /** Made ahead where a list needs it as a key, or so that a repeated call makes one clause. */
  id?: ItemId
  /** Stands behind this clause; left out, it is the last. */
  after?: ItemId | null
}

/**
 * Make a clause of words, and the agreement with it where none was begun. Fails
 * as the core does; reading anew and the undo (`item.delete` of the clause) are
 * the caller's.
 */
export async function makeClause(order: ClauseOrder): Promise<ItemOf<'clause'>> {
  const { spaceId, group, text, language, sample, topic, confidence, from, id = newItemId(), after } = order
  // What is being typed belongs to the words that are taken over.
  await saveNow()
  const agreement = await call('agreement.begin', { spaceId, from: 'blank', language })
  const item = await call('item.create', {
    id, spaceId, parentId: agreement.id, onDate: null, privacy: 'private',
    content: {
      kind: 'clause',
      body: {
        group, sample: sample ?? null, texts: typeof text === 'string' ? { [language]: oneLine(text) } : text, clear: false,
        ...(topic !== undefined && { topic }), ...(confidence !== undefined && { confidence }),
      },
    },
  })
  if (item.kind !== 'clause') throw new AppError('item.missing')
  if (after !== undefined) await call('item.move', { id, after })
  if (from !== undefined) await call('link.add', { from: id, to: from, type: 'from' })
  return item
}

/** A clause is one paragraph, as it is where it is typed. */
export function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim()
}

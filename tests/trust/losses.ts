import { createHash } from 'node:crypto'
import { getItem } from '../../electron/database/items.ts'
import type { Db } from '../../electron/database/open.ts'
import { AppError } from '../../shared/errors.ts'
import { ItemId } from '../../shared/ids.ts'
import { plainText } from '../../shared/rich-text.ts'
import { typedText } from '../helpers/typed-text.ts'
import type { Acknowledged } from '../helpers/typed-text.ts'

/** Null when the acknowledged words are there, or later ones whose acknowledgement was cut off. */
export function lossOf(db: Db, one: Acknowledged): string | null {
  try {
    const item = getItem(db, ItemId.parse(one.id))
    if (item.kind !== 'entry') return `${one.id} is ${item.kind}`
    if (item.revision < one.revision) return `${one.id} went back to revision ${item.revision} from ${one.revision}`
    const text = plainText(item.body.text)
    const draft = Number.parseInt(text, 10)
    if (draft < one.draft || text !== typedText(one.id, draft)) return `${one.id} has other words than were acknowledged`
    const same = createHash('sha256').update(text).digest('hex') === one.hash
    return same === (draft === one.draft) ? null : `${one.id} differs from its hash`
  } catch (error) {
    if (error instanceof AppError) return `${one.id}: ${error.code}`
    throw error
  }
}

/** What is said of a save. */
export function acknowledged(id: string, revision: number, draft: number): Acknowledged {
  return { id, revision, draft, hash: createHash('sha256').update(typedText(id, draft)).digest('hex') }
}

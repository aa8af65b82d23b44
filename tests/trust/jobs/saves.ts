/** Saves: entries made and changed, each said once the database has it. */
import { join } from 'node:path'
import { asExpected } from '../../../electron/database/failures.ts'
import { createItem, saveItem } from '../../../electron/database/items.ts'
import { checkIntegrity, openDatabase } from '../../../electron/database/open.ts'
import type { Db } from '../../../electron/database/open.ts'
import { createSpace } from '../../../electron/database/spaces.ts'
import { AppError } from '../../../shared/errors.ts'
import { ItemId, SpaceId } from '../../../shared/ids.ts'
import { richTextFromPlain } from '../../../shared/rich-text.ts'
import { typedText } from '../../helpers/typed-text.ts'
import type { Acknowledged } from '../../helpers/typed-text.ts'
import { acknowledged, lossOf } from '../losses.ts'
import type { Job } from './job.ts'

export const savesSpace = SpaceId.parse('11111111-1111-4111-8111-111111111111')
const entries = 6
const drafts = 5
export const savesKey = new Uint8Array(32).fill(7)

const pathIn = (folder: string) => join(folder, 'journal.db')
const content = (id: string, draft: number) =>
  ({ kind: 'entry', body: { sort: 'reflection', prompt: null, text: richTextFromPlain(typedText(id, draft)), raise: false } }) as const

export const job: Job = {
  prepare(folder) {
    const { db } = openDatabase(pathIn(folder), savesKey)
    createSpace(db, savesSpace, { role: 'mentee', me: '', other: '' }, new Date())
    db.close()
    return Promise.resolve()
  },
  work: (folder, say) => saveMany(openDatabase(pathIn(folder), savesKey, { mustExist: true }).db, say, 'after'),
  check: (folder, said) => Promise.resolve(checkSaves(folder, said)),
}

/** @param told whether a save is said after it, as it must be, or before */
export function saveMany(db: Db, say: (line: object) => void, told: 'after' | 'before'): Promise<void> {
  const attempt = (id: string, draft: number, revision: number, save: () => void): boolean => {
    const line = acknowledged(id, revision, draft)
    if (told === 'before') say(line)
    try {
      save()
      if (told === 'after') say(line)
      return true
    } catch (error) {
      const expected = asExpected(error)
      say(expected instanceof AppError ? { refused: expected.code } : { fault: String(error) })
      return false
    }
  }
  for (let entry = 0; entry < entries; entry += 1) {
    const id = ItemId.parse(`22222222-2222-4222-8222-22222222222${entry}`)
    let revision = 1
    const made = attempt(id, 0, 1, () => { createItem(db, { id, spaceId: savesSpace, parentId: null, onDate: null, privacy: 'private', content: content(id, 0) }, new Date()) })
    // Longer and longer, so that pages are added.
    for (let draft = 1; made && draft <= drafts * 11; draft += 11) {
      attempt(id, draft, revision + 1, () => { revision = saveItem(db, { id, revision, content: content(id, draft) }, new Date()).revision })
    }
  }
  db.close()
  return Promise.resolve()
}

export function checkSaves(folder: string, said: readonly unknown[]): string | null {
  let db: Db
  try {
    db = openDatabase(pathIn(folder), savesKey, { mustExist: true }).db
  } catch (error) {
    return `it does not open: ${error instanceof AppError ? error.code : String(error)}`
  }
  try {
    checkIntegrity(db)
    const last = new Map<string, Acknowledged>()
    for (const line of said) {
      // Printed by `saveMany` above.
      const one = line as Acknowledged | { refused: string } | { fault: string }
      if ('fault' in one) return one.fault
      if (!('refused' in one)) last.set(one.id, one)
    }
    return [...last.values()].map((one) => lossOf(db, one)).find((loss) => loss !== null) ?? null
  } catch (error) {
    return `it is not whole: ${error instanceof AppError ? error.code : String(error)}`
  } finally {
    db.close()
  }
}

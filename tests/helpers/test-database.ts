import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Parsed } from '../../shared/contract.ts'
import type { ItemId, LinkId, SpaceId } from '../../shared/ids.ts'
import type { Body, EntrySort, Item, ItemKind, KindAndBody } from '../../shared/item.ts'
import { richTextFromPlain } from '../../shared/rich-text.ts'
import type { SpaceDraft } from '../../shared/space.ts'
import { createItem } from '../../electron/database/items.ts'
import { openDatabase } from '../../electron/database/open.ts'
import type { Db } from '../../electron/database/open.ts'
import { createSpace } from '../../electron/database/spaces.ts'
import { tempFolder } from './temp-folder.ts'

/** A Sunday evening. */
export const startOfTests = new Date('2026-11-22T20:00:00.000Z')

export const minutesLater = (minutes: number) => new Date(startOfTests.getTime() + minutes * 60_000)
export const daysLater = (days: number) => minutesLater(days * 24 * 60)

export type TestDatabase = { readonly db: Db; path: string; key: Uint8Array; close(): void; reopen(): Db }

/** A real encrypted database in a folder that is gone when the test is over. */
export function testDatabase(): TestDatabase {
  const path = join(tempFolder(), 'journal.db')
  const key = new Uint8Array(randomBytes(32))
  let { db } = openDatabase(path, key, { now: startOfTests })
  onTestFinished(() => { db.close() })
  return {
    get db() { return db },
    path, key,
    close() { db.close() },
    reopen() {
      db.close()
      db = openDatabase(path, key, { mustExist: true }).db
      return db
    },
  }
}

export const newItemId = () => randomUUID() as ItemId
export const newLinkId = () => randomUUID() as LinkId

export function addSpace(db: Db, draft: Partial<SpaceDraft> = {}): SpaceId {
  return createSpace(db, randomUUID() as SpaceId, { role: 'mentee', me: 'Ana', other: 'Sari', ...draft }, startOfTests).id
}

export function entryOf(text: string, more: { sort?: EntrySort; raise?: boolean; prompt?: string } = {}): KindAndBody & { kind: 'entry' } {
  return { kind: 'entry', body: { sort: more.sort ?? 'reflection', prompt: more.prompt ?? null, text: richTextFromPlain(text), raise: more.raise ?? false } }
}

export function commitmentOf(text: string, more: Partial<Body<'commitment'>> = {}): KindAndBody & { kind: 'commitment' } {
  return {
    kind: 'commitment',
    body: { text, who: 'mentee', sort: null, due: null, status: 'open', settledAt: null, word: '', earlierDates: [], ...more },
  }
}

type Place = { parentId?: ItemId | null; onDate?: string | null; id?: ItemId; privacy?: 'private' | 'shareable'; now?: Date }

export function addItem(db: Db, spaceId: SpaceId, content: KindAndBody, place: Place = {}): Item {
  return createItem(db, {
    id: place.id ?? newItemId(), spaceId, parentId: place.parentId ?? null, content,
    onDate: place.onDate ?? null, privacy: place.privacy ?? 'private',
  }, place.now ?? startOfTests)
}

export function addEntry(db: Db, spaceId: SpaceId, text: string, place: Place & { sort?: EntrySort; raise?: boolean } = {}): Item {
  return addItem(db, spaceId, entryOf(text, place), place)
}

export function listQuery(spaceId: SpaceId, kinds: ItemKind[], more: Partial<Parsed<'item.list'>> = {}): Parsed<'item.list'> {
  return { spaceId, kinds, limit: 50, ...more }
}

export const sessionPlan = (spaceId: SpaceId, startsAt: string): Parsed<'session.plan'> =>
  ({ spaceId, startsAt, minutes: 60, place: 'The corner room', mode: 'face-to-face' })

/** Saving, indexing, opening and searching, in the database alone, without a process in between. */
import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import Conf from 'conf'
import { listItems, saveItem } from '../../electron/database/items.ts'
import { migrate } from '../../electron/database/migrations/migrate.ts'
import { openDatabase, applySettings } from '../../electron/database/open.ts'
import type { Db } from '../../electron/database/open.ts'
import { findHits } from '../../electron/database/search.ts'
import { endSitting } from '../../electron/database/sittings.ts'
import { listSpaces } from '../../electron/database/spaces.ts'
import { refreshIndex } from '../../electron/database/word-index.ts'
import type { AnyItem, ItemOf } from '../../shared/item.ts'
import { plainText } from '../../shared/rich-text.ts'
import { chanceFrom, fillWithSample, sampleText, sampleWriter } from '../../build/sample-items.ts'
import type { SampleWriter } from '../../build/sample-items.ts'
import { row, runs, shuffled, sizeLabel, summary } from './measure.ts'
import type { BenchRow, Summary } from './measure.ts'

const seed = 11
const newest = { kinds: ['entry' as const], limit: 50 }

/** One way of keeping a journal: each member does its thing once. */
type Way = {
  save(write: SampleWriter): void
  /** What is left to do once per sitting: the index, where there is one. */
  leave(): void
  /** Open with the key in hand, and read the newest fifty. */
  open(): void
  search(text: string): void
  close(): void
}

type Act = 'save' | 'leave' | 'open' | 'search'
type WayName = 'vault' | 'limit' | 'naive'
const ours: Record<Act, number> = { save: 60, leave: 20, open: 15, search: 60 }
/** Hundreds of milliseconds each, at the largest size ten seconds: fewer tell enough. */
const samplesPerRun = (size: number): Record<WayName, Record<Act, number>> => ({
  vault: ours,
  limit: ours,
  naive: size >= 100_000 ? { save: 1, leave: 0, open: 1, search: 1 } : { save: 5, leave: 0, open: 5, search: 10 },
})

export function databaseRows(size: number, say: (text: string) => void): { rows: BenchRow[]; times: DatabaseTimes } {
  const folder = mkdtempSync(join(tmpdir(), 'mj-bench-'))
  const key = new Uint8Array(randomBytes(32))
  say(`making ${size} items, three ways`)
  const ways: Record<WayName, Way> = {
    vault: databaseWay(join(folder, 'vault.db'), (path) => openDatabase(path, key).db, size),
    limit: databaseWay(join(folder, 'plain.db'), openWithoutKey, size),
    naive: naiveWay(folder, key, size),
  }
  try {
    const times = measure(size, ways, (run) => { say(`${size} items, run ${run} of ${runs}`) })
    const { save, open, search } = times.vault
    return { rows: rowsOf(size, times), times: { size, save: summary(save), open: summary(open), search: summary(search) } }
  } finally {
    for (const way of Object.values(ways)) way.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Times = Record<WayName, Record<Act, number[][]>>

/** Each run does every act in every way, in an order drawn anew: a fixed one favours whoever comes second. */
function measure(size: number, ways: Record<WayName, Way>, onRun: (run: number) => void): Times {
  const none = (): Record<Act, number[][]> => ({ save: [], leave: [], open: [], search: [] })
  const times: Times = { vault: none(), limit: none(), naive: none() }
  const names: WayName[] = ['vault', 'limit', 'naive']
  const write = sampleWriter('en', chanceFrom(seed + 1))
  const perRun = samplesPerRun(size)
  for (let run = 1; run <= runs; run++) {
    onRun(run)
    for (const act of ['save', 'leave', 'open', 'search'] as const) {
      const turns = names.flatMap((name) => Array.from({ length: perRun[name][act] }, () => name))
      const taken: Record<WayName, number[]> = { vault: [], limit: [], naive: [] }
      for (const name of shuffled(turns)) taken[name].push(timed(ways[name], act, write))
      for (const name of names) times[name][act].push(taken[name])
    }
  }
  return times
}

function timed(way: Way, act: Act, write: SampleWriter): number {
  const text = act === 'search' ? write.topic().slice(0, 1 + write.below(6)) : ''
  if (act === 'leave') {
    // One changed entry to index, and nothing left over from before.
    way.leave()
    way.save(write)
  }
  const before = performance.now()
  if (act === 'save') way.save(write)
  else if (act === 'leave') way.leave()
  else if (act === 'open') way.open()
  else way.search(text)
  return performance.now() - before
}

/** What one size gave: its rows, and what is needed to see how each grows. */
export type DatabaseTimes = { size: number; save: Summary; open: Summary; search: Summary }

function rowsOf(size: number, times: Times): BenchRow[] {
  const of = (act: Act, what: string, against: 'limit' | 'naive', goal: string, isMet: (ours: Summary, theirs: Summary) => boolean) => {
    const naive = against === 'naive'
    return row(`${act}-${sizeLabel(size)}${naive ? '-naive' : ''}`, `${what}, ${size} items${naive ? ', against one JSON file' : ''}`,
      summary(times.vault[act]), summary(times[against][act]), goal, isMet)
  }
  const faster = size >= 100_000 ? 2000 : size >= 10_000 ? 100 : 10
  return [
    of('save', 'save one entry with its history', 'limit', 'median <= 1.25 x limit, p95 <= 1.5 x', (a, b) => a.median <= 1.25 * b.median && a.p95 <= 1.5 * b.p95),
    of('leave', 'index a changed entry', 'limit', 'median <= 1.25 x limit', (a, b) => a.median <= 1.25 * b.median),
    of('open', 'open and newest 50', 'limit', 'median <= 1.2 x limit', (a, b) => a.median <= 1.2 * b.median),
    of('search', 'search while typing', 'limit', 'p95 <= 16 ms, median <= 1.3 x limit', (a, b) => a.p95 <= 16 && a.median <= 1.3 * b.median),
    of('save', 'save one entry', 'naive', `limit >= ${faster} x median`, (a, b) => b.median >= faster * a.median),
    of('open', 'open and newest 50', 'naive', 'limit >= 1 x median', (a, b) => b.median >= a.median),
    of('search', 'search while typing', 'naive', 'limit >= 1 x median', (a, b) => b.median >= a.median),
  ]
}

/** From the smallest size to the largest: a journal of ten years must not be slower than one of a month. */
export function growthRows(sizes: readonly DatabaseTimes[]): BenchRow[] {
  const [small, large] = [sizes.at(0), sizes.at(-1)]
  if (small === undefined || large === undefined || small === large) return []
  const label = `${sizeLabel(small.size)}-${sizeLabel(large.size)}`
  return (['save', 'open', 'search'] as const).map((act) => row(
    `grow-${act}-${label}`, `${act} at ${large.size} items, against ${small.size}`, large[act], small[act], 'median <= 1.5 x limit', (a, b) => a.median <= 1.5 * b.median,
  ))
}

function databaseWay(path: string, openAt: (path: string) => Db, size: number): Way {
  const db = openAt(path)
  fillWithSample(db, size, 'en', chanceFrom(seed))
  const [space] = listSpaces(db)
  if (space === undefined) throw new Error('a sample without a space')
  const entries = listItems(db, { spaceId: space.id, kinds: ['entry'], limit: 500 }).filter((item) => item.kind === 'entry')
  // Opening is measured on a file at rest beside the one that is open.
  const restingPath = `${path}.resting`
  db.pragma('locking_mode = NORMAL')
  db.prepare('SELECT count(*) FROM space').get()
  copyFileSync(path, restingPath)
  db.pragma('locking_mode = EXCLUSIVE')
  const revisions = new Map(entries.map((entry) => [entry.id, entry.revision]))
  return {
    save(write) {
      const entry = write.pick(entries)
      const text = sampleText(write)
      // A save with history: each is the first of its sitting.
      endSitting(db, entry.id)
      const saved = saveItem(db, {
        id: entry.id, revision: revisions.get(entry.id) ?? 1, content: { kind: 'entry', body: { ...entry.body, text } },
      }, new Date())
      revisions.set(entry.id, saved.revision)
    },
    leave() { refreshIndex(db) },
    open() {
      const opened = openAt(restingPath)
      listItems(opened, { spaceId: space.id, ...newest })
      opened.close()
    },
    search(text) {
      findHits(db, { text, spaceId: null, kinds: null, limit: 50 }, 'en')
    },
    close() { db.close() },
  }
}

/** The same package, schema and settings; only the key is missing. */
function openWithoutKey(path: string): Db {
  const db = new Database(path)
  applySettings(db)
  db.exec('BEGIN EXCLUSIVE; COMMIT')
  migrate(db)
  return db
}

type NaiveStore = { items: Record<string, AnyItem> }

/** All of it in one file that is read whole and written whole, as a preferences store would. */
function naiveWay(folder: string, key: Uint8Array, size: number): Way {
  const path = join(folder, 'source.db')
  const db = openWithoutKey(path)
  fillWithSample(db, size, 'en', chanceFrom(seed))
  const items = listSpaces(db).flatMap((space) => everyItem(db, space.id))
  db.close()
  const openStore = () => new Conf<NaiveStore>({
    cwd: folder, configName: 'naive', encryptionKey: Buffer.from(key).toString('hex'), projectName: 'bench', defaults: { items: {} },
  })
  const store = openStore()
  store.set('items', Object.fromEntries(items.map((item) => [item.id, item])))
  const entries = items.filter((item) => item.kind === 'entry')
  return {
    save(write) {
      const entry: ItemOf<'entry'> = write.pick(entries)
      store.set(`items.${entry.id}`, { ...entry, body: { ...entry.body, text: sampleText(write) } })
    },
    leave() { /* there is no index */ },
    open() {
      const all = Object.values(openStore().get('items'))
      all.toSorted((a, b) => ((a.onDate ?? '') < (b.onDate ?? '') ? 1 : -1)).slice(0, newest.limit)
    },
    search(text) {
      const wanted = text.toLowerCase()
      Object.values(store.get('items'))
        .filter((item) => item.kind === 'entry' && plainText(item.body.text).toLowerCase().includes(wanted)).slice(0, 50)
    },
    close() { /* nothing is held open */ },
  }
}

function everyItem(db: Db, spaceId: ItemOf<'entry'>['spaceId']): AnyItem[] {
  const all: AnyItem[] = []
  const page = 1000
  for (let part = listItems(db, { spaceId, kinds: ['entry'], limit: page }); part.length > 0;) {
    all.push(...part)
    const last = part.at(-1)
    if (part.length < page || last?.onDate === null || last === undefined) break
    part = listItems(db, { spaceId, kinds: ['entry'], limit: page, before: { id: last.id, onDate: last.onDate } })
  }
  return all
}

/** The measurements of `npm run bench` at one size. */
import { randomBytes, randomInt } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import Conf from 'conf'
import { listItems, saveItem } from '../electron/database/items.ts'
import { migrate } from '../electron/database/migrations/migrate.ts'
import { openDatabase, applySettings } from '../electron/database/open.ts'
import type { Db } from '../electron/database/open.ts'
import { findHits } from '../electron/database/search.ts'
import { endSitting } from '../electron/database/sittings.ts'
import { listSpaces } from '../electron/database/spaces.ts'
import { refreshIndex } from '../electron/database/word-index.ts'
import type { AnyItem, ItemOf } from '../shared/item.ts'
import { plainText } from '../shared/rich-text.ts'
import { chanceFrom, fillWithSample, sampleText, sampleWriter } from './sample-items.ts'
import type { SampleWriter } from './sample-items.ts'

export type BenchRow = {
  id: string
  what: string
  /** Milliseconds in the vault: the median of the runs' medians. */
  median: number
  p95: number
  /** The median of what it is held against. */
  limit: number
  limitP95: number
  /** The lowest and the highest median of a run. */
  spread: [number, number]
  n: number
  goal: string
  met: boolean
}

const runs = 5
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
const samplesPerRun: Record<WayName, Record<Act, number>> = {
  vault: { save: 60, leave: 20, open: 15, search: 60 },
  limit: { save: 60, leave: 20, open: 15, search: 60 },
  // Hundreds of milliseconds each: fewer tell enough.
  naive: { save: 5, leave: 0, open: 5, search: 10 },
}

export function benchRows(size: number, say: (text: string) => void): BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'mj-bench-'))
  const key = new Uint8Array(randomBytes(32))
  say(`making ${size} items, three ways`)
  const ways: Record<WayName, Way> = {
    vault: databaseWay(join(folder, 'vault.db'), (path) => openDatabase(path, key).db, size),
    limit: databaseWay(join(folder, 'plain.db'), openWithoutKey, size),
    naive: naiveWay(folder, key, size),
  }
  try {
    const times = measure(ways, (run) => { say(`${size} items, run ${run} of ${runs}`) })
    return rowsOf(size, times)
  } finally {
    for (const way of Object.values(ways)) way.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Times = Record<WayName, Record<Act, number[][]>>

/** Each run does every act in every way, in an order drawn anew: a fixed one favours whoever comes second. */
function measure(ways: Record<WayName, Way>, onRun: (run: number) => void): Times {
  const none = (): Record<Act, number[][]> => ({ save: [], leave: [], open: [], search: [] })
  const times: Times = { vault: none(), limit: none(), naive: none() }
  const names: WayName[] = ['vault', 'limit', 'naive']
  const write = sampleWriter('en', chanceFrom(seed + 1))
  for (let run = 1; run <= runs; run++) {
    onRun(run)
    for (const act of ['save', 'leave', 'open', 'search'] as const) {
      const turns = names.flatMap((name) => Array.from({ length: samplesPerRun[name][act] }, () => name))
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

function rowsOf(size: number, times: Times): BenchRow[] {
  const label = size % 1000 === 0 ? `${size / 1000}k` : String(size)
  const row = (act: Act, what: string, against: 'limit' | 'naive', goal: string, isMet: (ours: Summary, theirs: Summary) => boolean): BenchRow => {
    const [ours, theirs] = [summary(times.vault[act]), summary(times[against][act])]
    return {
      id: `${act}-${label}${against === 'naive' ? '-naive' : ''}`, what: `${what}, ${size} items${against === 'naive' ? ', against one JSON file' : ''}`,
      median: ours.median, p95: ours.p95, limit: theirs.median, limitP95: theirs.p95, spread: ours.spread, n: ours.n,
      goal, met: isMet(ours, theirs),
    }
  }
  const times100 = size >= 10_000 ? 100 : 10
  return [
    row('save', 'save one entry with its history', 'limit', 'median <= 1.25 x limit, p95 <= 1.5 x', (a, b) => a.median <= 1.25 * b.median && a.p95 <= 1.5 * b.p95),
    row('leave', 'index a changed entry', 'limit', 'median <= 1.25 x limit', (a, b) => a.median <= 1.25 * b.median),
    row('open', 'open and newest 50', 'limit', 'median <= 1.2 x limit', (a, b) => a.median <= 1.2 * b.median),
    row('search', 'search while typing', 'limit', 'p95 <= 16 ms, median <= 1.3 x limit', (a, b) => a.p95 <= 16 && a.median <= 1.3 * b.median),
    row('save', 'save one entry', 'naive', `limit >= ${times100} x median`, (a, b) => b.median >= times100 * a.median),
    row('open', 'open and newest 50', 'naive', 'limit >= 1 x median', (a, b) => b.median >= a.median),
    row('search', 'search while typing', 'naive', 'limit >= 1 x median', (a, b) => b.median >= a.median),
  ]
}

type Summary = { median: number; p95: number; spread: [number, number]; n: number }

function summary(perRun: readonly number[][]): Summary {
  const medians = perRun.map((run) => quantile(run, 0.5))
  return {
    median: quantile(medians, 0.5), p95: quantile(perRun.map((run) => quantile(run, 0.95)), 0.5),
    spread: [Math.min(...medians), Math.max(...medians)], n: perRun.flat().length,
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function shuffled<T>(values: readonly T[]): T[] {
  return values.map((value) => ({ value, at: randomInt(2 ** 32) })).toSorted((a, b) => a.at - b.at).map(({ value }) => value)
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

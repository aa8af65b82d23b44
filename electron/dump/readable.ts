/**
 * The vault as files for people: Markdown, a folder per space, names that begin
 * with the day. A session is one file with everything under it, an agreement
 * with its clauses; commitments outside any session share a file.
 */
import { dayAt } from '../../shared/dates.ts'
import type { Day } from '../../shared/dates.ts'
import { asHeading, dayOfMoment, formatDay, formatLongDay } from '../../shared/format-date.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { AnyItem, ItemOf } from '../../shared/item.ts'
import type { Language } from '../../shared/language.ts'
import { formatMessage } from '../../shared/messages.ts'
import { hasOther, partyNames } from '../../shared/space.ts'
import type { Space } from '../../shared/space.ts'
import { wordsOf } from '../../shared/rules/title.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import { meetingTexts } from '../../shared/texts/meeting-all.ts'
import { middleGroundTexts } from '../../shared/texts/middle-ground-all.ts'
import { pathTexts } from '../../shared/texts/path-all.ts'
import { texts } from '../../shared/texts/texts.ts'
import type { Db } from '../database/open.ts'
import { contentOf, itemColumns, itemFromRow } from '../database/rows.ts'
import type { ItemRow } from '../database/rows.ts'
import { listSpaces } from '../database/spaces.ts'
import { statement } from '../database/statements.ts'
import { aroundAgreementBlock } from '../exports/around-agreement.ts'
import { gather } from '../exports/gather.ts'
import { blockOf } from '../exports/gather-blocks.ts'
import { pathBlock } from '../exports/path-blocks.ts'
import { buildModel } from '../exports/guard.ts'
import { plainParagraph } from '../exports/lexical.ts'
import { renderMarkdown } from '../exports/markdown.ts'
import type { Gathered, GatheredBlock } from '../exports/model.ts'
import { fileNames } from './file-names.ts'
import type { FileNames } from './file-names.ts'

export type ReadableFile = { name: string; text: string; items: number }

/** Every file, one after the other; `items` says how many items stand in it. */
export function* readableFiles(db: Db, language: Language, now: Date): Generator<ReadableFile> {
  const names = fileNames()
  for (const space of listSpaces(db)) {
    const folder = names.folder(spaceName(space, language))
    yield* filesOf(db, { db, space, language, today: dayAt(now), folder, names, removed: false })
    yield* filesOf(db, { db, space, language, today: dayAt(now), folder: `${folder}/${texts[language].dump.removed}`, names, removed: true })
  }
}

type Shelf = { db: Db; space: Space; language: Language; today: Day; folder: string; names: FileNames; removed: boolean }

function* filesOf(db: Db, shelf: Shelf): Generator<ReadableFile> {
  const { space, language, folder, names, removed } = shelf
  const words = texts[language].dump
  const loose: ItemOf<'commitment'>[] = []
  const bank: Array<ItemOf<'topic' | 'story'>> = []
  for (const item of topItems(db, space, removed)) {
    switch (item.kind) {
      case 'commitment':
        loose.push(item)
        break
      case 'topic': case 'story':
        bank.push(item)
        break
      case 'session': {
        const title = sessionTitle(item, language)
        const day = dayOfMoment(item.body.startsAt)
        const below = beneath(db, item.id)
        const gathered = gather({ space, language, today: shelf.today, items: [visible(item), ...below.map(visible)], about: new Map(), scope: { what: 'session', spaceId: space.id, sessionId: item.id } })
        yield file(names.file(`${folder}/${words.sessions}`, day, formatMessage(language, texts[language].document.session, { number: item.body.number })),
          { ...gathered, title, sections: gathered.sections.map((section) => ({ ...section, heading: '' })) }, below.length + 1)
        break
      }
      case 'agreement': {
        const clauses = beneath(db, item.id)
        const gathered = gather({ space, language, today: shelf.today, items: [visible(item), ...clauses.map(visible)], about: new Map(), scope: { what: 'agreement', spaceId: space.id, agreementId: item.id } })
        // To oneself: no lines to sign on.
        const words = { ...gathered }
        delete words.settlement
        yield file(names.file(folder, null, texts[language].document.agreement), words, clauses.length + 1)
        for (const version of clauses) {
          if (version.kind !== 'version') continue
          const { number, on } = version.body
          const settled = gather({ space, language, today: on, items: [visible(item), visible(version)], about: new Map(), scope: { what: 'agreement', spaceId: space.id, agreementId: item.id, versionId: version.id } })
          yield file(names.file(folder, null, `${texts[language].document.agreement} ${number}`), settled, 0)
        }
        const around = clauses.flatMap((each) => aroundAgreementBlock(visible(each), space, language) ?? [])
        const { title } = middleGroundTexts[language]
        if (around.length > 0) yield file(names.file(folder, null, title), document(language, title, around), 0)
        break
      }
      case 'path': case 'exam': {
        const below = beneath(db, item.id)
        const blocks = [item, ...below].flatMap((each) => pathBlock(visible(each), space, language) ?? [])
        const title = item.kind === 'path' ? pathTexts[language].place : pathTexts[language].exam.title
        yield file(names.file(folder, null, title), document(language, title, blocks), below.length + 1)
        break
      }
      default: {
        const day = item.onDate ?? dayOfMoment(item.createdAt)
        const below = beneath(db, item.id)
        const gathered = document(language, asHeading(formatLongDay(language, day)), [item, ...below].flatMap((one) => blockFor(shelf, one, day) ?? []))
        // Nobody wrote a word in it: only what the app noted for itself.
        if (item.kind !== 'entry' && gathered.sections.every(({ blocks }) => blocks.length === 0)) break
        const title = fillNames(item.title, partyNames(space), language)
        yield file(names.file(item.parentId === null ? `${folder}/${words.journal}` : folder, day, title), gathered, below.length + 1)
      }
    }
  }
  if (loose.length > 0) yield commitments(shelf, loose)
  if (bank.length > 0) {
    const title = meetingTexts[language].kinds.banks
    const blocks = bank.toSorted((a, b) => (a.kind === b.kind ? 0 : a.kind === 'topic' ? -1 : 1)).flatMap((one) => blockFor(shelf, one, dayOfMoment(one.createdAt)) ?? [])
    yield file(names.file(folder, null, title), document(language, title, blocks), bank.length)
  }
}

/** What stands on its own: whatever has no parent, and in the bin also what went there without its parent. */
function* topItems(db: Db, space: Space, removed: boolean): Generator<AnyItem> {
  const where = removed ? 'deleted_at IS NOT NULL' : 'parent_id IS NULL AND deleted_at IS NULL AND hidden = 0'
  let after = Number.MIN_SAFE_INTEGER
  for (;;) {
    const rows = statement<ItemRow>(db, `SELECT ${itemColumns} FROM item WHERE space_id = ? AND ${where} AND moment > ? ORDER BY moment LIMIT 200`)
      .all(space.id, after)
    for (const row of rows) yield itemFromRow(row)
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.moment
  }
}

/** Everything under an item, but for what lies in the bin by itself. */
function beneath(db: Db, id: ItemId): AnyItem[] {
  const children = statement<ItemRow>(db, `SELECT ${itemColumns} FROM item WHERE parent_id = ? AND deleted_at IS NULL ORDER BY position, moment`).all(id).map(itemFromRow)
  return children.flatMap((child) => [child, ...beneath(db, child.id)])
}

/** What no summary shows goes too, as its words: a clause in the bin, and every kind that came later. */
function blockFor({ space, language }: Shelf, item: AnyItem, day: Day): GatheredBlock | null {
  const block = blockOf(item, { language, space, day, planned: false }) ?? pathBlock(item, space, language)
  if (block !== null || item.kind === 'unreadable') return block
  const words = item.kind === 'clause' ? item.body.texts[language] ?? Object.values(item.body.texts)[0] ?? '' : wordsOf(contentOf(item))
  const paragraphs = fillNames(words, partyNames(space), language).split('\n').filter((line) => line.trim() !== '').map((line) => plainParagraph(line))
  if (paragraphs.length === 0) return null
  return { id: item.id, kind: item.kind, label: '', caption: '', number: null, part: 'entries', open: true, privacy: item.privacy, onDate: item.onDate, paragraphs }
}

function commitments({ space, language, folder, names, today }: Shelf, items: readonly ItemOf<'commitment'>[]): ReadableFile {
  const title = texts[language].document.commitments
  const blocks = items.flatMap((item) => blockOf(item, { language, space, day: today, planned: false }) ?? [])
  return file(names.file(folder, null, title), document(language, title, blocks), items.length)
}

function document(language: Language, title: string, blocks: GatheredBlock[]): Gathered {
  return { kind: 'summary', language, title, facts: [], sections: [{ id: 'all', heading: '', blocks }], fileName: '' }
}

/** To oneself everything goes: labels say what others may see. */
function file(name: string, gathered: Gathered, items: number): ReadableFile {
  const sections = gathered.sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => ({ ...block, privacy: 'shareable' as const })) }))
  const blocks = sections.flatMap((section) => section.blocks)
  const empty = `# ${gathered.title}\n`
  if (!blocks.some((block) => block.paragraphs.some((paragraph) => paragraph.runs.some((run) => run.text.trim() !== '')))) return { name, text: empty, items }
  return { name, text: renderMarkdown(buildModel({ ...gathered, sections }, { title: gathered.title, blocks })), items }
}

function sessionTitle(item: ItemOf<'session'>, language: Language): string {
  const words = texts[language].document
  return formatMessage(language, words.sessionAt, { number: item.body.number, date: formatDay(language, dayOfMoment(item.body.startsAt)) })
}

function spaceName(space: Space, language: Language): string {
  if (space.other.trim() !== '') return space.other
  return !hasOther(space.role) ? texts[language].dump.ownSpace : texts[language].parties[space.role === 'mentor' ? 'mentee' : 'mentor']
}

/** In the bin it is gone from every list; in its own file there it is to be read. */
const visible = <T extends AnyItem>(item: T): T => ({ ...item, deletedAt: null })

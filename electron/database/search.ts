/** Full-text search, newest first, with the words around each hit. */
import type { Parsed } from '../../shared/contract.ts'
import type { Day } from '../../shared/dates.ts'
import type { ItemId, SpaceId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { Hit } from '../../shared/search.ts'
import { partyNames } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import type { Names } from '../../shared/texts/fill.ts'
import { withIndex } from './mend-index.ts'
import type { Db } from './open.ts'
import { listSpaces } from './spaces.ts'
import { statement } from './statements.ts'
import { tryRefreshIndex } from './word-index.ts'

type HitRow = {
  id: ItemId; space_id: SpaceId; parent_id: ItemId | null; kind: string; title: string; on_date: Day | null; snippet: string
}

/** Around what was found; words are stored without control characters, so these mark nothing else. */
const [opening, closing] = ['\u0001', '\u0002']
const snippetTokens = 18
const longestQuery = 32

/**
 * What people type as an FTS5 query: every word must occur, the last one may
 * still be growing. Null when there is no word in it. Quoting leaves no operator
 * to stumble over.
 */
export function toQuery(text: string): string | null {
  const words = text.match(/[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu)?.slice(0, longestQuery) ?? []
  return words.length === 0 ? null : `${words.map((word) => `"${word}"`).join(' ')}*`
}

/**
 * Find items by their words. The index is walked newest first and only rows that
 * are shown get a snippet, so a common word costs no more than a rare one.
 */
export function findHits(db: Db, query: Parsed<'search.find'>, language: Language): Hit[] {
  const match = toQuery(query.text)
  if (match === null) return []
  return withIndex(db, () => findIn(db, match, query, language))
}

function findIn(db: Db, match: string, query: Parsed<'search.find'>, language: Language): Hit[] {
  tryRefreshIndex(db)
  const conditions = [
    ...(query.spaceId === null ? [] : ['AND item.space_id = :spaceId']),
    ...(query.kinds === null ? [] : ['AND item.kind IN (SELECT value FROM json_each(:kinds))']),
  ]
  // CROSS JOIN keeps the index outside: its order is the order asked for.
  const rows = statement<HitRow>(db, `
    SELECT item.id, item.space_id, item.parent_id, item.kind, item.title, item.on_date,
      snippet(item_fts, 0, char(1), char(2), '…', ${snippetTokens}) AS snippet
    FROM item_fts CROSS JOIN item ON item.moment = item_fts.rowid
    WHERE item_fts MATCH :match ${conditions.join(' ')}
    ORDER BY item_fts.rowid DESC LIMIT :limit`)
    .all({
      match, limit: query.limit,
      ...(query.spaceId === null ? {} : { spaceId: query.spaceId }),
      ...(query.kinds === null ? {} : { kinds: JSON.stringify(query.kinds) }),
    })
  const names = new Map(listSpaces(db).map((space) => [space.id, partyNames(space)]))
  return rows.map((row) => toHit(row, names.get(row.space_id) ?? { mentor: '', mentee: '' }, language))
}

function toHit(row: HitRow, names: Names, language: Language): Hit {
  return {
    id: row.id, spaceId: row.space_id, parentId: row.parent_id, kind: row.kind, onDate: row.on_date,
    title: fillNames(row.title, names, language),
    snippet: cutSnippet(fillNames(outsideBraces(row.snippet), names, language)),
  }
}

/** A name's placeholder that was found is marked as a whole: `{|mentor|}` becomes `|{mentor}|`. */
function outsideBraces(snippet: string): string {
  return snippet.replaceAll(/\{\u0001(mentor|mentee)\u0002\}/g, `${opening}{$1}${closing}`)
}

function cutSnippet(marked: string): Hit['snippet'] {
  return marked.split(opening).flatMap((part, index) => {
    if (index === 0) return [{ text: part, found: false }]
    const [found = '', rest = ''] = part.split(closing, 2)
    return [{ text: found, found: true }, { text: rest, found: false }]
  }).filter(({ text }) => text !== '')
}

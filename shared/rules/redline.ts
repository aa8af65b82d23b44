/**
 * What changed from one agreement to another: clauses are matched by their id,
 * their words by the words of their language. Put together again, what stayed
 * and what went is the old text, what stayed and what came the new one.
 */
import { diffArrays } from 'diff'
import type { SettledClause } from '../agreement.ts'
import type { ItemId } from '../ids.ts'
import { Language } from '../language.ts'

export type Piece = { change: 'same' | 'added' | 'removed'; text: string }
export type ChangedText = { language: Language; pieces: Piece[] }

export type ClauseChange = {
  id: ItemId
  change: 'same' | 'added' | 'removed' | 'changed'
  /** It stands elsewhere among the clauses that stayed, or in another group. */
  moved: boolean
  /** Its number before and after; null where it was not there. */
  was: number | null
  is: number | null
  /** Where it stands now, else where it stood. */
  group: SettledClause['group']
  texts: ChangedText[]
}

type Clauses = readonly Pick<SettledClause, 'id' | 'group' | 'texts'>[]

/** Texts that have more than this many words apart are read one after the other, not word by word. */
const mostEdits = 1500

/** In the order of the new one; what was removed stands where it was. `languages` are the ones that are read. */
export function redline(before: Clauses, after: Clauses, languages: readonly Language[] = Language.options): ClauseChange[] {
  const old = new Map(before.map((clause, index) => [clause.id, { clause, number: index + 1 }]))
  const now = new Map(after.map((clause, index) => [clause.id, { clause, number: index + 1 }]))
  const stayed = after.flatMap(({ id }) => old.get(id)?.number ?? [])
  const inOrder = new Set(longestRise(stayed))
  const changes = after.map((clause, index): ClauseChange => {
    const there = old.get(clause.id)
    const texts = changedTexts(there?.clause.texts ?? {}, clause.texts, languages)
    return {
      id: clause.id, was: there?.number ?? null, is: index + 1, group: clause.group, texts,
      change: there === undefined ? 'added' : texts.some(isChanged) ? 'changed' : 'same',
      moved: there !== undefined && (!inOrder.has(there.number) || there.clause.group !== clause.group),
    }
  })
  return withRemoved(changes, before.filter(({ id }) => !now.has(id)).map(({ id, group, texts }) =>
    ({ id, group, change: 'removed', moved: false, was: old.get(id)?.number ?? null, is: null, texts: changedTexts(texts, {}, languages) })))
}

/** The words of one text that stayed, came and went. */
export function changedWords(before: string, after: string, language: Language): Piece[] {
  if (before === after) return before === '' ? [] : [{ change: 'same', text: before }]
  const found = before === '' || after === '' ? undefined : diffArrays(wordsIn(before, language), wordsIn(after, language), { maxEditLength: mostEdits })
  const pieces: Piece[] = found === undefined
    ? [{ change: 'removed', text: before }, { change: 'added', text: after }]
    : found.map(({ added, removed, value }) => ({ change: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') }))
  return joined(pieces.filter(({ text }) => text !== ''))
}

const isChanged = ({ pieces }: ChangedText) => pieces.some(({ change }) => change !== 'same')

function changedTexts(before: SettledClause['texts'], after: SettledClause['texts'], languages: readonly Language[]): ChangedText[] {
  return languages.flatMap((language) => {
    const [old, now] = [before[language] ?? '', after[language] ?? '']
    return old === '' && now === '' ? [] : [{ language, pieces: changedWords(old, now, language) }]
  })
}

const segmenters = new Map<Language, Intl.Segmenter>()

/** Words, blanks and marks, as the language divides them; 20:00 and drop-in are one word, or half a time would be struck out. */
function wordsIn(text: string, language: Language): string[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, segmenter)
  const words: string[] = []
  let joins = false
  const segments = [...segmenter.segment(text)]
  segments.forEach(({ segment, isWordLike }, index) => {
    const isJoint = /^[:./’'-]$/u.test(segment) && segments[index - 1]?.isWordLike === true && segments[index + 1]?.isWordLike === true
    if (isJoint || (joins && isWordLike === true)) words.push(`${words.pop() ?? ''}${segment}`)
    else words.push(segment)
    joins = isJoint
  })
  return words
}

/**
 * A blank alone between two changed words is changed with them: a sentence in
 * which every other sign is struck out cannot be read.
 */
function joined(pieces: Piece[]): Piece[] {
  const out: Piece[] = []
  let gone = ''
  let come = ''
  const flush = () => {
    if (gone !== '') out.push({ change: 'removed', text: gone })
    if (come !== '') out.push({ change: 'added', text: come })
    gone = ''
    come = ''
  }
  pieces.forEach((piece, index) => {
    if (piece.change === 'removed') gone += piece.text
    else if (piece.change === 'added') come += piece.text
    else if (/^\s+$/u.test(piece.text) && gone !== '' && come !== '' && isBothChanged(pieces, index)) {
      gone += piece.text
      come += piece.text
    } else {
      flush()
      out.push(piece)
    }
  })
  flush()
  return out
}

/** Behind this blank, too, something went and something came. */
function isBothChanged(pieces: readonly Piece[], index: number): boolean {
  const [next, afterNext] = [pieces[index + 1]?.change, pieces[index + 2]?.change]
  return (next === 'removed' && afterNext === 'added') || (next === 'added' && afterNext === 'removed')
}

/** The most numbers that rise from left to right: those clauses stayed where they were, the others moved past them. */
function longestRise(numbers: readonly number[]): number[] {
  const ends: number[] = []
  const before: (number | null)[] = []
  numbers.forEach((number, index) => {
    let at = ends.findIndex((end) => (numbers[end] ?? 0) >= number)
    if (at === -1) at = ends.length
    before[index] = at === 0 ? null : ends[at - 1] ?? null
    ends[at] = index
  })
  const rise: number[] = []
  for (let index = ends.at(-1) ?? null; index !== null; index = before[index] ?? null) rise.push(numbers[index] ?? 0)
  return rise
}

/** Each behind the clause that stood before it and stayed in its place, and behind what was removed there already. */
function withRemoved(changes: readonly ClauseChange[], removed: readonly ClauseChange[]): ClauseChange[] {
  const out = [...changes]
  const order = (change: ClauseChange) => change.was ?? 0
  for (const one of removed) {
    const behind = out.findLastIndex((other) => !other.moved && other.was !== null && order(other) < order(one))
    out.splice(behind + 1, 0, one)
  }
  return out
}

/** From entries as they were written to what would be added: in order, without repetitions, in text of ours. */
import { createHash } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { ImportLoss, maxTags, tagMaxCharacters } from '../../shared/importing.ts'
import type { EntryMark, ImportedEntry } from '../../shared/importing.ts'
import { plainText } from '../../shared/rich-text.ts'
import type { RichNode, RichText } from '../../shared/rich-text.ts'
import { titleOf } from '../../shared/rules/title.ts'
import { heading, lists, plainBlocks, rootOf } from './blocks.ts'
import { htmlBlocks } from './html.ts'
import type { ReadImport } from './import-thread.ts'
import { maxEntries, maxEntryBlocks, maxEntryCharacters } from './limits.ts'
import { markdownBlocks } from './markdown.ts'
import { lose } from './model.ts'
import type { Losses, SourceEntry } from './model.ts'
import type { ReadSource } from './sources.ts'

export type Plan = {
  read: ReadImport
  marks: EntryMark[]
  /** The entries at these places, in the order of `marks`. */
  take(indices: readonly number[]): ImportedEntry[]
}

/** Where one entry of the plan comes from: a long one is cut into several. */
type Planned = EntryMark & { entry: SourceEntry; part: number }

const firstShown = 20
const shownCharacters = 1000

/** @throws AppError `import.empty`, `import.too-large` */
export function planOf(source: ReadSource, progress: (done: number, of: number) => void): Plan {
  const losses: Losses = new Map(source.losses)
  const planned: Planned[] = []
  const seen = new Set<string>()
  const byDay = source.entries.toSorted(compareMoments)
  for (const [index, entry] of byDay.entries()) {
    if (index % 200 === 0) progress(index, byDay.length)
    for (const [kind, count] of entry.losses) lose(losses, kind, count)
    const left: Losses = new Map()
    const texts = textsOf(entry, source, left)
    for (const [kind, count] of left) lose(losses, kind, count)
    const shown = left.size + entry.losses.size > 0
    if (shown && texts.every((text) => plainText(text).trim() === '')) lose(losses, 'wordless')
    for (const [part, text] of texts.entries()) {
      const words = plainText(text)
      if (words.trim() === '') continue
      const mark = markOf(entry, words, part)
      // The same journal twice in one archive.
      if (seen.has(mark.fingerprint) || (mark.source !== null && seen.has(mark.source))) continue
      seen.add(mark.fingerprint)
      if (mark.source !== null) seen.add(mark.source)
      planned.push({ ...mark, entry, part })
    }
    if (planned.length > maxEntries) throw new AppError('import.too-large')
  }
  if (planned.length === 0) throw new AppError('import.empty')

  let last: { entry: SourceEntry; texts: RichText[] } | null = null
  const textOf = ({ entry, part }: Planned): RichText => {
    if (last?.entry !== entry) last = { entry, texts: textsOf(entry, source, new Map()) }
    return last.texts[part] ?? rootOf([])
  }
  const days = planned.flatMap(({ entry }) => entry.day ?? [])
  return {
    read: {
      format: source.format,
      count: planned.length,
      from: days[0] ?? null,
      to: days.at(-1) ?? null,
      undated: planned.length - days.length,
      losses: ImportLoss.options.flatMap((kind) => {
        const count = losses.get(kind) ?? 0
        return count === 0 ? [] : [{ kind, count }]
      }),
      first: planned.slice(0, firstShown).map((one) => {
        const text = textOf(one)
        return {
          day: one.entry.day,
          title: titleOf({ kind: 'entry', body: { sort: 'reflection', prompt: null, text, raise: false } }),
          words: plainText(text).slice(0, shownCharacters).toWellFormed(),
        }
      }),
    },
    marks: planned.map(({ fingerprint, source: id }) => ({ fingerprint, source: id })),
    take: (indices) => indices.flatMap((index) => {
      const one = planned[index]
      if (one === undefined) return []
      return { fingerprint: one.fingerprint, source: one.source, day: one.entry.day, at: one.entry.at, text: textOf(one), tags: tagsOf(one.entry) }
    }),
  }
}

/** By day, then by moment; without a day last. What is alike stays in its order. */
function compareMoments(a: SourceEntry, b: SourceEntry): number {
  return compare(a.day ?? '9999', b.day ?? '9999') || compare(a.at ?? '', b.at ?? '')
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function markOf(entry: SourceEntry, words: string, part: number): EntryMark {
  const same = words.normalize('NFC').replace(/\s+/g, ' ').trim()
  return {
    fingerprint: createHash('sha256').update(`${entry.day ?? ''}\n${same}`).digest('hex').slice(0, 32),
    source: entry.source === null ? null : createHash('sha256').update(`${entry.source}\n${part}`).digest('hex').slice(0, 32),
  }
}

function tagsOf({ tags }: SourceEntry): string[] {
  const found = new Map<string, string>()
  for (const tag of tags) {
    const name = tag.replace(/^#+/, '').replace(/[\u0000-\u001f\s]+/g, ' ').trim().slice(0, tagMaxCharacters).toWellFormed().trim()
    if (name !== '' && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), name)
  }
  return [...found.values()].slice(0, maxTags)
}

function textsOf(entry: SourceEntry, source: ReadSource, losses: Losses): RichText[] {
  const blocks = blocksOf(entry, source, losses)
  const [first] = blocks
  const title = entry.title.replace(/\s+/g, ' ').trim()
  const piece = { text: title, format: 0 }
  const head = entry.task !== null ? lists([{ level: 1, type: 'check', checked: entry.task, start: 1, pieces: [piece] }]) : [heading(1, [piece])]
  // Many apps write the title above the text as well.
  const told = title === '' || (first !== undefined && plainText({ root: first }).trim() === title)
  return cut(told ? blocks : [...head, ...blocks])
}

function blocksOf({ markup, text: written }: SourceEntry, { kindOf }: ReadSource, losses: Losses): RichNode[] {
  // A JSON file keeps them in its own spelling.
  const text = written.replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')
  switch (markup) {
    case 'plain': return plainBlocks(text)
    case 'markdown': return markdownBlocks(text, { losses, ...(kindOf !== undefined && { kindOf }) })
    case 'html': return htmlBlocks(text, losses)
  }
}

/** Between blocks, so that each part is a text that can be kept and written in. */
function cut(blocks: RichNode[]): RichText[] {
  const parts: RichNode[][] = [[]]
  let [nodes, characters] = [0, 0]
  for (const block of blocks) {
    const size = sizeOf(block)
    const current = parts.at(-1)
    if (current !== undefined && (current.length === 0 || (nodes + size.nodes <= maxEntryBlocks && characters + size.characters <= maxEntryCharacters))) {
      current.push(block)
      nodes += size.nodes
      characters += size.characters
    } else {
      parts.push([block])
      nodes = size.nodes
      characters = size.characters
    }
  }
  return parts.map(rootOf)
}

function sizeOf(node: RichNode): { nodes: number; characters: number } {
  let nodes = 1
  let characters = node.text?.length ?? 0
  for (const child of node.children ?? []) {
    const inner = sizeOf(child)
    nodes += inner.nodes
    characters += inner.characters
  }
  return { nodes, characters }
}

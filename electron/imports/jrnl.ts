/** jrnl: its JSON, and the text that it keeps its journals in and exports. */
import { isMonthFirst, readMoment } from './dates.ts'
import type { Moment } from './dates.ts'
import { linesOf } from './blocks.ts'
import { jsonParts, parsePart } from './json-parts.ts'
import type { JsonPart } from './json-parts.ts'
import { asList, asRecord, asText, lose, sourceEntry } from './model.ts'
import type { SourceEntry } from './model.ts'

/** @throws AppError `import.unreadable`, `import.too-large` */
export function jrnlJsonEntries(text: string, entries: JsonPart): SourceEntry[] {
  return jsonParts(text, entries.start).map((part) => {
    const raw = asRecord(parsePart(text, part))
    const when = readMoment(`${asText(raw['date'])} ${asText(raw['time'])}`.trim())
    const uuid = asText(raw['uuid'])
    const entry = sourceEntry({
      ...withWords(asText(raw['title']), asText(raw['body'])), day: when?.day ?? null, at: when?.at ?? null,
      tags: asList(raw['tags']).map(tagOf), source: uuid === '' ? null : `jrnl:${uuid}`,
    })
    if (raw['starred'] === true) lose(entry.losses, 'star')
    return entry
  })
}

/** The head of an entry: its moment in square brackets, at the start of a line. */
const head = /^\[([^\]\n]{6,60})\] (.*)$/

export function looksLikeJrnl(text: string): boolean {
  for (const line of linesOf(text)) {
    if (line.trim() === '') continue
    const found = head.exec(line)
    return found !== null && readMoment(found[1] ?? '') !== null
  }
  return false
}

export function jrnlTextEntries(text: string): SourceEntry[] {
  const monthFirst = hasMonthFirst(text)
  const entries: SourceEntry[] = []
  let open: { moment: Moment; title: string; body: string[] } | null = null
  const close = () => {
    if (open === null) return
    const star = /\s\*\s*$/.test(open.title)
    const title = open.title.replace(/\s\*\s*$/, '').trim()
    const body = open.body.join('\n').trim()
    const entry = sourceEntry({ ...withWords(title, body), day: open.moment.day, at: open.moment.at, tags: tagsIn(`${title}\n${body}`) })
    if (star) lose(entry.losses, 'star')
    entries.push(entry)
  }
  for (const line of linesOf(text)) {
    const found = head.exec(line)
    const moment = found === null ? null : readMoment(found[1] ?? '', monthFirst)
    if (moment === null) { open?.body.push(line); continue }
    close()
    open = { moment, title: found?.[2] ?? '', body: [] }
  }
  close()
  return entries
}

function hasMonthFirst(text: string): boolean {
  for (const line of linesOf(text)) {
    const found = head.exec(line)
    if (found !== null && isMonthFirst(found[1] ?? '')) return true
  }
  return false
}

/** jrnl calls the first sentence of an entry its title; without more it is all there is. */
function withWords(title: string, body: string): Pick<SourceEntry, 'title' | 'text'> {
  const [first, rest] = [title.trim(), body.trim()]
  return rest === '' ? { title: '', text: first } : { title: first, text: rest }
}

/** As jrnl finds them: `@name` and `#name` at the start of a word. */
function tagsIn(text: string): string[] {
  const found = text.slice(0, 400_000).matchAll(/(?<!\S)[@#]([-+*#/\p{L}\p{N}_]+)/gu)
  return [...new Set([...found].map((match) => tagOf(match[1] ?? '')))]
}

const tagOf = (tag: unknown) => asText(tag).replace(/^[@#]+/, '').toLowerCase()

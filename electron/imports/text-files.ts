/** Plain text and Markdown: one file is one entry, unless lines that are dates part it into several. */
import { linesOf } from './blocks.ts'
import { dayInPath, isMonthFirst, readMoment } from './dates.ts'
import type { Moment } from './dates.ts'
import { readFrontMatter } from './front-matter.ts'
import { lose, sourceEntry } from './model.ts'
import type { SourceEntry } from './model.ts'

type Part = { moment: Moment | null; text: string }

export type TextFile = {
  /** Within the folder that was chosen, with `/`. */
  path: string
  /** Chosen by itself: its name and place say nothing about its words. */
  alone: boolean
}

export const isMarkdownName = (name: string) => /\.(?:md|markdown|mdown)$/i.test(name)
export const isTextName = (name: string) => isMarkdownName(name) || /\.(?:txt|text)$/i.test(name)

export function textFileEntries(whole: string, file: TextFile): SourceEntry[] {
  const markup = isMarkdownName(file.path) ? 'markdown' as const : 'plain' as const
  const { fields, text } = markup === 'markdown' ? readFrontMatter(whole) : { fields: new Map<string, string[]>(), text: whole }
  const first = (...names: string[]) => names.map((name) => fields.get(name)?.[0] ?? '').find((value) => value !== '') ?? ''
  const tags = [...['tags', 'tag', 'keywords', 'categories'].flatMap((name) => fields.get(name) ?? []).flatMap((value) => value.split(/,\s*/)), ...folderTags(file)]
  const parts = partsByDate(text)
  const [lead, ...dated] = parts
  // A heading alone above the days names all of them.
  const name = lead?.moment === null ? /^#+\s+(.{1,80})$/.exec(lead.text.trim())?.[1] : undefined
  if (name !== undefined && dated.length > 0) return dated.map((part) => entryOf(part, markup, [...tags, name]))
  if (parts.length > 1) return parts.map((part) => entryOf(part, markup, tags))

  const inPath = dayInPath(file.path)
  const moment = momentOf(first('date', 'created', 'created_at', 'creation_date', 'created at', 'day')) ?? parts[0]?.moment ?? null
  const entry = sourceEntry({
    text: parts[0]?.text ?? text, markup, tags,
    day: moment?.day ?? inPath.day, at: moment?.at ?? null,
    // A text that begins with its own title needs none from its file's name.
    title: first('title') || (file.alone || /^\s*#\s/.test(text) || !/\p{L}/u.test(inPath.rest) ? '' : inPath.rest),
  })
  if (Number(first('latitude')) || Number(first('longitude')) || first('location') !== '') lose(entry.losses, 'place')
  if (first('weather') !== '') lose(entry.losses, 'weather')
  if (first('source') !== '') lose(entry.losses, 'link')
  return [entry]
}

function entryOf({ moment, text }: Part, markup: SourceEntry['markup'], tags: string[]): SourceEntry {
  return sourceEntry({ text, markup, tags, day: moment?.day ?? null, at: moment?.at ?? null })
}

function momentOf(value: string): Moment | null {
  if (value === '') return null
  // With a zone it is an instant, without one the time on a wall.
  const zoned = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)$/.exec(value)
  if (zoned !== null) {
    const at = new Date(`${zoned[1] ?? ''}T${zoned[2] ?? ''}${zoned[3] ?? ''}`)
    const day = readMoment(zoned[1] ?? '')?.day
    if (day !== undefined && !Number.isNaN(at.getTime())) return { day, at: at.toISOString() }
  }
  return readMoment(value)
}

/** Folders around it, but for years and months. */
function folderTags({ path, alone }: TextFile): string[] {
  return alone ? [] : path.split('/').slice(0, -1).map((name) => name.trim()).filter((name) => name !== '' && !/^\d{1,4}(?:[-_ ].{0,12})?$/.test(name))
}

/** A line that is nothing but a date, in whatever dress: a heading, bold, with a colon. */
function dateOf(line: string, monthFirst: boolean): Moment | null {
  if (line.length > 80) return null
  return readMoment(undressed(line), monthFirst)
}

const undressed = (line: string) => line.replace(/^[\s#*_=~-]+|[\s*_=~:.-]+$/g, '')

function partsByDate(text: string): Part[] {
  let monthFirst = false
  for (const line of linesOf(text)) if (line.length <= 80 && isMonthFirst(undressed(line))) { monthFirst = true; break }
  const parts: Array<{ moment: Moment | null; lines: string[] }> = [{ moment: null, lines: [] }]
  for (const line of linesOf(text)) {
    const moment = dateOf(line, monthFirst)
    if (moment === null) parts.at(-1)?.lines.push(line)
    else parts.push({ moment, lines: [] })
  }
  const filled = parts.map(({ moment, lines }) => ({ moment, text: lines.join('\n') })).filter(({ text: words }) => words.trim() !== '')
  // One date somewhere in the middle is part of what is told.
  const heads = filled.filter(({ moment }) => moment !== null).length
  if (heads > 1 || (heads === 1 && filled.length === 1)) return filled
  return [{ moment: null, text }]
}

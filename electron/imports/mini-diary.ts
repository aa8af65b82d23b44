/** Mini Diary: its JSON, its text (which Day One reads and writes too), its Markdown. */
import { linesOf } from './blocks.ts'
import { readMoment } from './dates.ts'
import { jsonParts, parsePart } from './json-parts.ts'
import type { JsonPart } from './json-parts.ts'
import { asRecord, asText, lose, sourceEntry } from './model.ts'
import type { SourceEntry, SourceJournal } from './model.ts'

/** @throws AppError `import.unreadable`, `import.too-large` */
export function miniDiaryEntries(text: string, entries: JsonPart): SourceEntry[] {
  return jsonParts(text, entries.start).map((part) => {
    const raw = asRecord(parsePart(text, part))
    return sourceEntry({ day: readMoment(part.key)?.day ?? null, title: asText(raw['title']).trim(), text: asText(raw['text']) })
  })
}

/** Each entry begins with a line `→Date:→5 March 2021 at 09:12:34 CET`; arrows are tabs. */
const dateLine = /^\tDate:\t(.+)$/

export function looksLikeDatedText(text: string): boolean {
  for (const line of linesOf(text)) {
    if (line.trim() === '') continue
    return readMoment(dateLine.exec(line)?.[1] ?? '') !== null
  }
  return false
}

export function datedTextJournal(text: string): SourceJournal {
  const entries: SourceEntry[] = []
  let midnights = 0
  let open: SourceEntry | null = null
  let lines: string[] = []
  const close = () => {
    if (open !== null) entries.push({ ...open, ...titleAndText(lines) })
    lines = []
  }
  for (const line of linesOf(text)) {
    const date = dateLine.exec(line)?.[1]
    const moment = date === undefined ? null : readMoment(date)
    if (moment !== null && date !== undefined) {
      close()
      if (/\s00:00:00\b/.test(date)) midnights += 1
      open = sourceEntry({ text: '', day: moment.day, at: moment.at, markup: 'plain' })
      continue
    }
    const about = lines.every((before) => before.trim() === '') ? /^\t([A-Za-z ]{3,20}):\t/.exec(line)?.[1] : undefined
    if (about === undefined || open === null) { lines.push(line); continue }
    if (about === 'Weather') lose(open.losses, 'weather')
    else if (about === 'Location') lose(open.losses, 'place')
    else if (about === 'Photo') lose(open.losses, 'picture')
    else if (about === 'Starred') lose(open.losses, 'star')
    else if (about === 'Tags') open.tags.push(...line.replace(/^\t[^\t]*\t/, '').split(/,\s*/))
    else lines.push(line.trim())
  }
  close()
  // Mini Diary knows days only, and writes each as midnight.
  const daysOnly = midnights === entries.length
  return { format: daysOnly ? 'mini-diary' : 'day-one', losses: new Map(), entries: daysOnly ? entries.map((entry) => ({ ...entry, at: null })) : entries }
}

/** A first line with a blank one behind it is a title; Day One's own text has none, and then nothing is lost by it. */
function titleAndText(lines: readonly string[]): Pick<SourceEntry, 'title' | 'text'> {
  const text = lines.join('\n').replace(/^\n+/, '').trimEnd()
  const [, title, rest] = /^([^\n]{1,200})\n[ \t]*\n([\s\S]*)$/.exec(text) ?? []
  return title === undefined || rest === undefined || rest.trim() === '' ? { title: '', text } : { title: title.trim(), text: rest }
}

const markdownHead = '# Mini Diary'

export function looksLikeMiniDiaryMarkdown(text: string): boolean {
  return text.startsWith(`${markdownHead}\n`) && /^## .{6,60}$/m.test(text.slice(0, 2000))
}

/** A heading with the day in words, the title in bold, the text. */
export function miniDiaryMarkdownEntries(text: string): SourceEntry[] {
  const entries: SourceEntry[] = []
  let open: SourceEntry | null = null
  let lines: string[] = []
  const close = () => {
    const body = lines.join('\n').trim()
    const title = /^\*\*([^\n]+)\*\*(?:\n|$)/.exec(body)
    if (open !== null) entries.push({ ...open, title: title?.[1] ?? '', text: title === null ? body : body.slice(title[0].length) })
    lines = []
  }
  for (const line of linesOf(text.slice(markdownHead.length))) {
    const moment = line.startsWith('## ') ? readMoment(line.slice(3)) : null
    if (moment === null) { lines.push(line); continue }
    close()
    open = sourceEntry({ text: '', day: moment.day })
  }
  close()
  return entries
}

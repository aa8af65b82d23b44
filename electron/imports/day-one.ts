/** Day One's JSON: one file for each journal, alone or in a zip with the pictures. */
import { instantMoment } from './dates.ts'
import { jsonParts, parsePart } from './json-parts.ts'
import type { JsonPart } from './json-parts.ts'
import { asList, asRecord, asText, lose, sourceEntry } from './model.ts'
import type { SourceEntry } from './model.ts'

/** A picture's or a recording's place in the text; they are counted from their lists. */
const moment = /!\[[^\]\n]{0,200}\]\(dayone-moment:[^)\n]{0,300}\)/g

/** @throws AppError `import.unreadable`, `import.too-large` */
export function dayOneEntries(text: string, entries: JsonPart, journal: string | null): SourceEntry[] {
  return jsonParts(text, entries.start).map((part) => entryOf(asRecord(parsePart(text, part)), journal))
}

function entryOf(raw: Record<string, unknown>, journal: string | null): SourceEntry {
  const written = asText(raw['text'])
  const words = written === '' ? richWords(asText(raw['richText'])) : written
  const when = instantMoment(asText(raw['creationDate']), asText(raw['timeZone']) || null)
  const uuid = asText(raw['uuid'])
  const entry = sourceEntry({
    text: words.replace(moment, ''),
    day: when?.day ?? null,
    at: raw['isAllDay'] === true ? null : when?.at ?? null,
    tags: [...asList(raw['tags']).map(asText), ...(journal === null ? [] : [journal])],
    source: uuid === '' ? null : `day-one:${uuid}`,
  })
  const [pictures, others] = referred(words)
  const kept = (name: string) => asList(raw[name]).length
  lose(entry.losses, 'picture', Math.max(pictures, kept('photos')))
  lose(entry.losses, 'attachment', Math.max(others, kept('videos') + kept('audios') + kept('pdfAttachments')))
  if (Object.keys(asRecord(raw['location'])).length > 0) lose(entry.losses, 'place')
  if (Object.keys(asRecord(raw['weather'])).length > 0) lose(entry.losses, 'weather')
  if (raw['starred'] === true) lose(entry.losses, 'star')
  return entry
}

function referred(words: string): [pictures: number, others: number] {
  const all = words.match(moment) ?? []
  const others = all.filter((one) => /dayone-moment:\/(?:audio|video|pdfAttachment)\//.test(one)).length
  return [all.length - others, others]
}

/** Older exports keep some entries in the rich form only: a JSON of its own with stretches of text. */
function richWords(rich: string): string {
  if (rich === '') return ''
  try {
    return asList(asRecord(JSON.parse(rich))['contents']).map((part) => asText(asRecord(part)['text'])).join('')
  } catch {
    return ''
  }
}

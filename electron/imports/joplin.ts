/**
 * Joplin's archive (JEX) and its RAW folder: one file for each note, notebook,
 * tag and attachment, named by its id, with its fields behind the text.
 */
import { instantMoment } from './dates.ts'
import { kindByEnding } from './markdown.ts'
import { lose, sourceEntry } from './model.ts'
import type { Losses, SourceEntry, SourceJournal } from './model.ts'

const [note, notebook, attachment, tag, noteTag] = ['1', '2', '4', '5', '6']

export const isJoplinName = (name: string) => /(?:^|\/)[0-9a-f]{32}\.md$/.test(name)

type Item = { title: string; body: string; fields: ReadonlyMap<string, string> }

/** Fields stand at the end, behind the last blank line, `type_` being the last; null when they do not. */
export function joplinItem(text: string): Item | null {
  const all = text.replace(/\r\n/g, '\n').trimEnd()
  const blank = all.lastIndexOf('\n\n')
  const fields = new Map<string, string>()
  for (const line of all.slice(blank === -1 ? 0 : blank + 2).split('\n')) {
    const colon = line.indexOf(':')
    if (colon === -1) return null
    fields.set(line.slice(0, colon).trim(), line.slice(colon + 1).trim())
  }
  if (!/^\d+$/.test(fields.get('type_') ?? '')) return null
  const above = blank === -1 ? '' : all.slice(0, blank)
  const end = above.indexOf('\n')
  return { title: end === -1 ? above : above.slice(0, end), body: end === -1 ? '' : above.slice(end + 1).replace(/^\n/, ''), fields }
}

/** What an address in a note leads to: an attachment's id, or another note's. */
export function joplinKind(attachments: ReadonlyMap<string, string>) {
  return (address: string, picture: boolean) => {
    const id = /^:\/([0-9a-f]{32})/.exec(address)?.[1]
    if (id === undefined) return kindByEnding(address, picture)
    const mime = attachments.get(id)
    if (mime === undefined) return picture ? 'picture' : 'link'
    return mime.startsWith('image/') ? 'picture' : 'attachment'
  }
}

export type JoplinJournal = SourceJournal & { kindOf: ReturnType<typeof joplinKind> }

export function joplinJournal(items: readonly Item[]): JoplinJournal {
  const losses: Losses = new Map()
  const idOf = (item: Item) => item.fields.get('id') ?? ''
  const ofType = (type: string | undefined) => items.filter((item) => item.fields.get('type_') === type)
  const notebooks = new Map(ofType(notebook).map((item) => [idOf(item), item]))
  const tags = new Map(ofType(tag).map((item) => [idOf(item), item.title]))
  const tagged = new Map<string, string[]>()
  for (const { fields } of ofType(noteTag)) {
    const name = tags.get(fields.get('tag_id') ?? '')
    const id = fields.get('note_id') ?? ''
    if (name !== undefined) tagged.set(id, [...(tagged.get(id) ?? []).slice(0, 100), name])
  }
  const entries: SourceEntry[] = []
  for (const item of ofType(note)) {
    if (item.fields.get('encryption_applied') === '1') { lose(losses, 'locked'); continue }
    // What lies in its bin was thrown away there.
    if (Number(item.fields.get('deleted_time') || '0') > 0) continue
    entries.push(entryOf(item, [...(tagged.get(idOf(item)) ?? []), ...notebookNames(item, notebooks)]))
  }
  return { format: 'joplin', entries, losses, kindOf: joplinKind(new Map(ofType(attachment).map((item) => [idOf(item), item.fields.get('mime') ?? '']))) }
}

function entryOf({ title, body, fields }: Item, tags: string[]): SourceEntry {
  const when = instantMoment(fields.get('user_created_time') || fields.get('created_time') || '')
  const id = fields.get('id') ?? ''
  const entry = sourceEntry({
    title: title.trim(), text: body, markup: fields.get('markup_language') === '2' ? 'html' : 'markdown', tags,
    day: when?.day ?? null, at: when?.at ?? null, source: id === '' ? null : `joplin:${id}`,
    task: fields.get('is_todo') === '1' ? Number(fields.get('todo_completed') || '0') > 0 : null,
  })
  if (Number(fields.get('latitude') || '0') !== 0 || Number(fields.get('longitude') || '0') !== 0) lose(entry.losses, 'place')
  if ((fields.get('source_url') ?? '') !== '') lose(entry.losses, 'link')
  return entry
}

/** The notebook and those around it, innermost first. */
function notebookNames(item: Item, notebooks: ReadonlyMap<string, Item>): string[] {
  const names: string[] = []
  const seen = new Set<string>()
  for (let id = item.fields.get('parent_id') ?? ''; id !== '' && !seen.has(id) && names.length < 10;) {
    seen.add(id)
    const book = notebooks.get(id)
    if (book === undefined) break
    names.push(book.title.trim())
    id = book.fields.get('parent_id') ?? ''
  }
  return names
}

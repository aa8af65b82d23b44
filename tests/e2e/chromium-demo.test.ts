/** The main job, played once for all that is asked of it here. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { elsewhere, runTalking, traceNetwork, whyNotTraced } from '../helpers/network-trace.ts'
import type { Traced } from '../helpers/network-trace.ts'
import { descendants, privateFoldersOf } from '../helpers/process-tree.ts'
import { filesBelow, readable } from '../helpers/scan.ts'
import type { Demo } from './demo/play.ts'
import { privateSentences, relationships } from './demo/relationship.ts'
import { expect, test } from './open-app.ts'

const program = fileURLToPath(new URL('demo/main.ts', import.meta.url))
const dist = fileURLToPath(new URL('../../dist/renderer/', import.meta.url))
const withoutNetwork = ['unshare', '--user', '--map-current-user', '--net', '--']

const plain = (text: string) => text
  .replaceAll('&amp;', '&').replaceAll('&apos;', '\'').replaceAll('&#39;', '\'').replaceAll('&quot;', '"').replaceAll(/\\(?=[^\w\s])/g, '').replaceAll(/\s+/g, ' ')

const folder = mkdtempSync(join(tmpdir(), 'mj-demo-'))
const out = join(folder, 'out')
/** What the browser's profile, caches and temporary files held while the vault was open. */
let profile = { folders: [] as string[], files: 0, found: [] as unknown[] }
let traced: Traced | null = null
let whyNot: string | null = null

test.beforeAll(async ({ display: _ }, testInfo) => {
  testInfo.setTimeout(240_000)
  whyNot = whyNotTraced() ?? (spawnSync(withoutNetwork[0] ?? '', [...withoutNetwork.slice(1), 'true'], { stdio: 'ignore' }).status === 0 ? null : 'no network namespace may be made here')
  const command = [process.execPath, program, '--out', out, '--dist', dist, '--lang', 'en', '--wait']
  const onLine = (_: string, pid: number) => {
    const folders = [pid, ...descendants(pid)].flatMap(privateFoldersOf)
    const files = folders.flatMap(filesBelow)
    profile = { folders, files: files.length, found: readable(files, privateSentences(relationships.en)) }
  }
  if (whyNot === null) traced = await traceNetwork(folder, [...withoutNetwork, ...command], { onLine })
  else await runTalking(command, { onLine })
})

test.afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

test('[F64] the whole main job goes through where there is no network at all, and asks nobody (seen where the system lets calls be traced)', () => {
  test.skip(traced === null, whyNot ?? '')
  expect(traced?.code).toBe(0)
  expect(traced?.calls).toBeGreaterThan(100)
  expect(traced?.sent).toEqual([])
  // The browser asks the system, never anybody, whether it would have a way for IPv6: no flag ends that, and no byte of it is sent.
  expect(traced?.asked.filter((line) => !(/ connect\([0-9]+<UDPv6/.test(line) && elsewhere(line) === '2001:4860:4860::8888'))).toEqual([])
})

test('[F71] [F73] [F68] the main job: what was ticked stands in all four summaries, what is private stands nowhere', () => {
  // Written by the demo as its last act.
  const demo = JSON.parse(readFileSync(join(out, 'demo.json'), 'utf8')) as Demo
  expect(profile.files).toBeGreaterThan(20)
  expect(profile.found).toEqual([])
  const summaries = {
    md: readFileSync(demo.files.md, 'utf8'),
    html: readFileSync(demo.files.html, 'utf8'),
    pdf: execFileSync('pdftotext', ['-layout', demo.files.pdf, '-'], { encoding: 'utf8' }),
    docx: execFileSync('pandoc', ['--to=plain', '--wrap=none', demo.files.docx], { encoding: 'utf8' }),
  }

  for (const [format, text] of Object.entries(summaries)) {
    for (const sentence of demo.shared) expect(plain(text), format).toContain(sentence)
    for (const sentence of demo.private) expect(plain(text), format).not.toContain(sentence)
  }
  const agreements = {
    pdf: execFileSync('pdftotext', ['-raw', demo.agreement.pdf, '-'], { encoding: 'utf8' }),
    docx: execFileSync('pandoc', ['--to=plain', '--wrap=none', demo.agreement.docx], { encoding: 'utf8' }),
  }
  for (const [format, text] of Object.entries(agreements)) {
    for (const line of ['Signed on 23 November 2026', 'Ditandatangani pada 23 November 2026', 'Kesepakatan mentoring']) expect(plain(text), format).toContain(line)
    for (const sentence of demo.private) expect(plain(text), format).not.toContain(sentence)
  }
  const left = filesBelow(out).filter((file) => !file.endsWith('demo.json'))
  expect(left.length).toBeGreaterThan(20)
  expect(readable(left, demo.private)).toEqual([])
  expect(profile.folders.filter(existsSync)).toEqual([])
  // Nothing about the documents tells where or with what they were made.
  for (const file of [demo.files.pdf, demo.files.docx, demo.files.html, demo.agreement.pdf, demo.agreement.docx]) {
    for (const trace of [out, 'HeadlessChrome', 'Mentoring Journal']) expect(readFileSync(file).includes(trace), `${trace} in ${file}`).toBe(false)
  }

  const planted = join(out, 'planted')
  for (const encoding of ['utf8', 'utf16le'] as const) {
    writeFileSync(planted, Buffer.from(`…${demo.private[0]}…`, encoding))
    expect(readable([planted], demo.private)).toHaveLength(1)
  }
})

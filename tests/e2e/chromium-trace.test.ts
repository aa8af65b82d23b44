/** Everything that either process of the app touches, searched for words of the journal: files, open files, arguments, environment, titles, limits. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { alive, descendants, privateFoldersOf } from '../helpers/process-tree.ts'
import { filesBelow, readable } from '../helpers/scan.ts'
import { passphrase } from './pages/first-start.ts'
import { expect, test } from './open-app.ts'

const journey = fileURLToPath(new URL('trace-journey.ts', import.meta.url))
const phrase = 'quietly the heron forgives the harbour'
const sentences = [phrase, passphrase]

/** What a running process shows to whoever may look: arguments, environment, name, and the files it holds that have no name any more. */
function shownBy(pid: number, into: string): string[] {
  const kept: string[] = []
  const keep = (name: string, bytes: Buffer) => {
    const file = join(into, `${pid}-${name}`)
    writeFileSync(file, bytes)
    kept.push(file)
  }
  for (const name of ['cmdline', 'environ', 'comm', 'status']) {
    try {
      keep(name, readFileSync(`/proc/${pid}/${name}`))
    } catch {
      // Ended between two looks.
    }
  }
  let fds: string[] = []
  try {
    fds = readdirSync(`/proc/${pid}/fd`)
  } catch {
    return kept
  }
  for (const fd of fds) {
    try {
      const path = `/proc/${pid}/fd/${fd}`
      const target = readlinkSync(path)
      // Shared memory is memory: `chromium-memory` reads that. Here it is about what has, or had, a place on a disk.
      if (target.endsWith(' (deleted)') && !/^\/(memfd|dev\/shm|SYSV|dev\/zero)/.test(target)) keep(`fd-${fd}`, readFileSync(path))
    } catch {
      // Closed between two looks.
    }
  }
  return kept
}

const windowTitles = () => spawnSync('xwininfo', ['-root', '-tree'], { encoding: 'utf8' }).stdout ?? ''

test('[F68] no word is in any file, open file, argument, environment or log: while it is open, locked, and after everything was killed', async ({ display: _ }) => {
  test.setTimeout(120_000)
  const base = mkdtempSync(join(tmpdir(), 'mj-trace-'))
  const looked = mkdtempSync(join(tmpdir(), 'mj-looked-'))
  const [user, temp, home] = [join(base, 'user'), join(base, 'tmp'), join(base, 'home')]
  for (const folder of [user, temp, home]) mkdirSync(folder)
  // Turned round, so that the starter's own argument is no trace.
  const child = spawn(process.execPath, [journey, home, [...phrase].reverse().join('')], {
    cwd: base, stdio: ['pipe', 'pipe', 'pipe'],
    // Every place where a program writes unasked is a fresh folder.
    env: { PATH: process.env['PATH'], DISPLAY: process.env['DISPLAY'], LANG: 'C.UTF-8', HOME: user, TMPDIR: temp },
  })
  const said: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  const look = () => {
    const pids = [child.pid ?? 0, ...descendants(child.pid ?? 0)]
    rmSync(looked, { recursive: true })
    mkdirSync(looked)
    writeFileSync(join(looked, 'said'), Buffer.concat(said))
    writeFileSync(join(looked, 'titles'), windowTitles())
    const shown = pids.flatMap((pid) => shownBy(pid, looked))
    const files = [...filesBelow(base), ...privateFoldersOf(child.pid ?? 0).flatMap(filesBelow)].filter((file) => existsSync(file))
    return { pids, files: files.length, shown: shown.length, found: readable([...files, ...filesBelow(looked)], sentences) }
  }
  try {
    const seen: Record<string, ReturnType<typeof look>> = {}
    let pids: number[] = []
    for await (const line of createInterface({ input: child.stdout })) {
      seen[line] = look()
      pids = seen[line].pids
      if (line === 'open') {
        // A crash would leave no memory file: of the shell, the core or the browser.
        for (const pid of pids) expect(readFileSync(`/proc/${pid}/limits`, 'utf8'), String(pid)).toMatch(/^Max core file size +0 +/m)
      }
      if (line === 'kill') for (const pid of pids) try { process.kill(pid, 'SIGKILL') } catch { /* Ended with the one before. */ }
      else child.stdin.write('\n')
    }
    await expect.poll(() => alive(pids), { timeout: 15_000 }).toEqual([])
    seen['dead'] = look()

    for (const stage of ['open', 'locked', 'kill', 'dead']) {
      expect(seen[stage]?.found, stage).toEqual([])
      expect(seen[stage]?.files, stage).toBeGreaterThan(2)
    }
    expect(seen['open']?.files).toBeGreaterThan(20)
    expect(seen['open']?.shown).toBeGreaterThan(20)
    // Nothing was written where programs write unasked, and no list of recent documents.
    expect([...filesBelow(user), ...filesBelow(temp)]).toEqual([])
    for (const folder of privateFoldersOf(child.pid ?? 0)) rmSync(folder, { recursive: true, force: true })

    const plants: Array<[string, Buffer]> = [
      ['utf-8', Buffer.from(`…${phrase}…`)], ['utf-16le', Buffer.from(phrase, 'utf16le')], ['utf-16be', Buffer.from(phrase, 'utf16le').swap16()],
      ['gzip', gzipSync(`…${phrase}…`)], ['base64', Buffer.from(`..${Buffer.from(`…${phrase}…`).toString('base64')}`)],
    ]
    for (const [name, bytes] of plants) {
      const file = join(looked, `planted-${name}`)
      writeFileSync(file, bytes)
      expect(readable([file], sentences), name).toHaveLength(1)
    }
  } finally {
    child.kill('SIGKILL')
    rmSync(base, { recursive: true, force: true })
    rmSync(looked, { recursive: true, force: true })
  }
})

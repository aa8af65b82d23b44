/** The app as the person starts it: a process, its signals, and what it leaves behind. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { alive, descendants, privateFoldersOf, processesNaming } from '../helpers/process-tree.ts'
import { expect, test } from './open-app.ts'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

let base = ''
test.beforeEach(() => { base = mkdtempSync(join(tmpdir(), 'mj-run-')) })
test.afterEach(() => { rmSync(base, { recursive: true, force: true }) })

/** Every place where a program writes unasked is a fresh folder, so that what is written shows. */
function start(script: string, args: string[]) {
  const places = { HOME: join(base, 'user'), TMPDIR: join(base, 'tmp') }
  for (const folder of Object.values(places)) mkdirSync(folder, { recursive: true })
  const child = spawn(process.execPath, [at(script), ...args], {
    cwd: base, stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], DISPLAY: process.env['DISPLAY'], LANG: 'C.UTF-8', ...places },
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => { said.out += chunk.toString('utf8') })
  child.stderr.on('data', (chunk: Buffer) => { said.err += chunk.toString('utf8') })
  const ended = new Promise<number | null>((resolve) => { child.on('close', (code) => { resolve(code) }) })
  return { child, said, ended, pid: child.pid ?? 0 }
}

function filesUnder(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)) : []
}

const opened = async (pid: number) => { await expect.poll(() => privateFoldersOf(pid).length + descendants(pid).length, { timeout: 20_000 }).toBeGreaterThan(5) }

test('npm start -- --smoke says how long it took, from any folder', async () => {
  const { said, ended } = start('build/start.mjs', ['--smoke', '--home', 'home'])

  expect(await ended, said.err).toBe(0)
  expect(said.out).toMatch(/^ready: chromium [0-9]+ ms\n$/)
})

for (const [flags, code] of [[['--bogus'], 2], [['--shell=netscape'], 2], [['extra'], 2], [['--smoke', '--now=never'], 2]] as const) {
  test(`npm start -- ${flags.join(' ')} is refused`, async () => {
    const { said, ended } = start('build/start.mjs', [...flags])

    expect(await ended).toBe(code)
    expect(said.out).toBe('')
    expect(said.err).not.toBe('')
  })
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`${signal} ends every process and leaves no folder behind`, async () => {
    const { child, ended, pid } = start('electron/host/chromium/main.ts', [`--home=${join(base, 'home')}`])
    await opened(pid)
    const pids = descendants(pid)
    expect(privateFoldersOf(pid)).toHaveLength(1)

    child.kill(signal)

    expect(await ended).toBe(0)
    expect(privateFoldersOf(pid)).toEqual([])
    await expect.poll(() => alive(pids)).toEqual([])
    expect([...filesUnder(join(base, 'user')), ...filesUnder(join(base, 'tmp'))]).toEqual([])
  })
}

test('killed outright, it leaves nothing on a disk, and the next start clears the memory', async () => {
  const home = join(base, 'home')
  const first = start('electron/host/chromium/main.ts', [`--home=${home}`])
  await opened(first.pid)
  const pids = descendants(first.pid)

  first.child.kill('SIGKILL')
  await first.ended
  await expect.poll(() => [...alive(pids), ...processesNaming(base)], { timeout: 15_000 }).toEqual([])
  expect([...filesUnder(join(base, 'user')), ...filesUnder(join(base, 'tmp'))]).toEqual([])
  expect(privateFoldersOf(first.pid)).toHaveLength(1)
  const second = start('electron/host/chromium/main.ts', [`--home=${home}`, '--smoke'])

  expect(await second.ended).toBe(0)
  expect(privateFoldersOf(first.pid)).toEqual([])
})

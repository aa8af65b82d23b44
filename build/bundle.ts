/** Building `dist/` when a source changed, and only then. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { CommandError } from './flags.ts'
import { packageProgram, root, run, say } from './processes.ts'

type Bundle = { what: string; config: string; sources: readonly string[]; result: string }

const page: Bundle = { what: 'page', config: 'vite.config.ts', sources: ['renderer', 'shared', 'build/page-chunks.ts', 'build/page-without.ts'], result: 'renderer/index.html' }
const reader: Bundle = { what: 'page beside the backups', config: 'vite.reader.config.ts', sources: ['renderer/reader', 'renderer/tokens.css', 'shared'], result: 'reader/reader.html' }
const electron: Bundle = { what: 'Electron shell', config: 'vite.electron.config.ts', sources: ['electron', 'shared'], result: 'electron/main.js' }

/** The page, and the one that is laid beside the backups. */
export async function buildPage(): Promise<void> {
  await build(page)
  await build(reader)
}

export async function buildElectron(): Promise<void> {
  await build(electron)
}

async function build({ what, config, sources, result }: Bundle): Promise<void> {
  const stamp = join(root, 'dist', `${config}.sha256`)
  const now = hashOf([...sources, `build/${config}`, 'package-lock.json'])
  if (existsSync(join(root, 'dist', result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  const started = performance.now()
  say(`Building the ${what}…`)
  const [node, vite] = packageProgram('vite/bin/vite.js')
  const { code } = await run(node, [vite, 'build', '-c', join('build', config), '--logLevel', 'warn'], {
    stdio: ['ignore', 2, 2], env: { ...process.env, ...(process.stderr.isTTY ? {} : { NO_COLOR: '1' }) },
  })
  if (code !== 0) throw new CommandError(1, `The ${what} could not be built.`)
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, now)
  say(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesIn(path)).sort()) {
    hash.update(file).update('\0').update(readFileSync(join(root, file))).update('\0')
  }
  return hash.digest('hex')
}

function filesIn(path: string): string[] {
  if (statSync(join(root, path)).isFile()) return [path]
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

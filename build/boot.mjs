/**
 * The way into every command. Runs on any Node from 20 on, before anything is
 * installed, with Node's own modules only: installs the packages, then goes on
 * with the Node 24 among them, which runs our TypeScript as it is.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const major = Number(process.versions.node.split('.')[0])

/** Exit codes: 1 failed, 2 wrong arguments, 3 cannot start here. */
function cannotStart(message) {
  process.stderr.write(`${message}\n`)
  process.exit(3)
}

/** Run `build/<name>.ts` with the arguments this process was given, less the first `skip`. */
export async function boot(name, skip = 0) {
  if (major < 20) cannotStart(`Mentoring Journal needs Node 20 or newer; this is Node ${process.versions.node}. See https://nodejs.org.`)
  await installPackages()
  const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(node)) cannotStart('Node 24 is missing among the packages. Install scripts may be switched off; run: npm ci --ignore-scripts=false')
  const script = join(root, 'build', `${name}.ts`)
  process.exitCode = await runThrough(node, [script, ...process.argv.slice(2 + skip)])
}

/** Install what the lockfile names, unless it is there already. */
export async function installPackages() {
  if (isInstalled()) return
  process.stderr.write('Installing packages (npm ci, some 600 MB; a minute or two)…\n')
  const started = Date.now()
  const timer = setInterval(() => process.stderr.write(`  still installing, ${Math.round((Date.now() - started) / 1000)} s\n`), 10_000)
  const npm = process.env.npm_execpath
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
  const code = await run(command, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    // What is for people goes to stderr: stdout belongs to the command itself.
    stdio: ['ignore', 2, 2], cwd: root, shell: process.platform === 'win32',
  })
  clearInterval(timer)
  if (code !== 0 || !isInstalled()) cannotStart('The packages could not be installed. Check the network and run: npm ci')
  process.stderr.write(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.\n`)
}

/** npm writes down what it installed only when it is done, so a broken install shows. */
function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const found = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  if (wanted === null || found === null) return false
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) =>
    path === '' || found[path]?.version === version || (found[path] === undefined && (optional === true || devOptional === true)))
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}

function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, options)
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** Stay until the child ends; a signal that reaches only this process is passed on. */
function runThrough(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit' })
    // Ctrl-C reaches the whole group by itself; the child decides when it is done.
    process.on('SIGINT', () => undefined)
    for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    child.on('error', () => resolve(1))
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)))
  })
}

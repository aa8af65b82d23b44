import { spawn, spawnSync } from 'node:child_process'
import type { SpawnOptions } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Our code as Node compiled it, and nothing else: it halves the time in which the core is ready. */
export const compileCache = join(root, 'dist', 'compile-cache')

/** Progress, for people. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}

export type Ran = { code: number; signal: NodeJS.Signals | null }

/** Run to the end from the root; signals that reach only us are passed on. */
export function run(program: string, args: readonly string[], options: SpawnOptions = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', cwd: root, ...options })
    const pass = (signal: NodeJS.Signals) => { child.kill(signal) }
    // Ctrl-C reaches the whole group by itself; what was started decides when it is done.
    const stay = () => undefined
    process.on('SIGINT', stay)
    process.on('SIGTERM', pass)
    process.on('SIGHUP', pass)
    const end = (ran: Ran) => {
      process.off('SIGINT', stay)
      process.off('SIGTERM', pass)
      process.off('SIGHUP', pass)
      resolve(ran)
    }
    child.on('error', () => { end({ code: 127, signal: null }) })
    child.on('exit', (code, signal) => { end({ code: code ?? 1, signal }) })
  })
}

/** A program of an installed package. */
export function packageProgram(path: string): [string, string] {
  return [process.execPath, join(root, 'node_modules', path)]
}

export function output(program: string, args: readonly string[]): string | null {
  const ran = spawnSync(program, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64 << 20 })
  return ran.status === 0 ? ran.stdout : null
}

export function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

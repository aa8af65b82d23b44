/**
 * Runs a job in a child, undisturbed or under strace, which can end it or fail it
 * at any one system call of its main thread, where everything is written.
 */
import { spawn } from 'node:child_process'
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tempFolder } from '../helpers/temp-folder.ts'
import type { Job } from './jobs/job.ts'

const victim = fileURLToPath(new URL('victim.ts', import.meta.url))
/** What changes files; `write` is how Node writes one from where it stands. */
export const fileCalls = 'pwrite64,write,fsync,fdatasync,ftruncate,rename,unlink,unlinkat,rmdir,mkdir'
const longestMs = 60_000

export type Prepared = { name: string; job: Job; base: string }

/** The job, and a folder with what it works on; {@link copyOf} keeps it as it is. */
export async function prepared(name: string): Promise<Prepared> {
  // Each file beside `job.ts` holds one.
  const { job } = await import(`./jobs/${name}.ts`) as { job: Job }
  const base = tempFolder()
  await job.prepare(base)
  return { name, job, base }
}

/** A fresh copy to work on; `away` takes it from the disk again. */
export function copyOf({ base }: Prepared): { folder: string; away(): void } {
  const folder = tempFolder()
  cpSync(base, folder, { recursive: true })
  return { folder, away: () => { rmSync(folder, { recursive: true, force: true }) } }
}

/** Where Node keeps what it compiled: what it does there is none of the job's own file calls. */
const compileCache = process.env['NODE_COMPILE_CACHE']
const nowhere = { NODE_COMPILE_CACHE: undefined }

export type Ran = { said: unknown[]; code: number | null; signal: string | null; errors: string }

/** @param strace its options; none runs the job undisturbed */
export async function runJob({ name }: Prepared, folder: string, strace: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const command = [process.execPath, victim, name, folder]
  return runCommand(strace.length === 0 ? command : ['strace', '-qq', ...strace, ...command], env)
}

/** As {@link runJob}, compiled anew: for a record of every byte that it writes. */
export function runJobUncached(prepared: Prepared, folder: string, strace: readonly string[]): Promise<Ran> {
  return runJob(prepared, folder, strace, nowhere)
}

export function runCommand([program = '', ...args]: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env }, timeout: longestMs, killSignal: 'SIGKILL' })
    let [printed, errors] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => { printed += chunk.toString() })
    child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString() })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      // The last line may have been cut off by a kill: it was not heard, then.
      const lines = printed.split('\n').slice(0, -1)
      resolve({ said: lines.map((line): unknown => JSON.parse(line)), code, signal, errors })
    })
  })
}

/** One of the calls of a run: the `nth` of its name, as strace counts for its injections. */
export type FileCall = { name: string; nth: number }

/** The file calls that the job's main thread makes when nothing disturbs it, in order. */
export async function listCalls(prepared: Prepared, calls: string = fileCalls): Promise<FileCall[]> {
  const { folder, away } = copyOf(prepared)
  const log = join(tempFolder(), 'calls')
  const { code, errors, said } = await runJob(prepared, folder, ['-o', log, '-y', '-e', `trace=${calls}`])
  if (code !== 0) throw new Error(`${prepared.name} does not even run undisturbed: ${errors}`)
  const loss = await prepared.job.check(folder, said)
  if (loss !== null) throw new Error(`${prepared.name} is broken when undisturbed: ${loss}`)
  away()
  const times = new Map<string, number>()
  return readFileSync(log, 'utf8').split('\n').flatMap((line) => {
    const name = /^(\w+)\(/.exec(line)?.[1]
    if (name === undefined) return []
    const nth = (times.get(name) ?? 0) + 1
    times.set(name, nth)
    return compileCache !== undefined && line.includes(compileCache) ? [] : [{ name, nth }]
  })
}

/** Run it, and end it as `kill -9` does when it comes to this call. */
export function runAndKill(prepared: Prepared, folder: string, { name, nth }: FileCall): Promise<Ran> {
  return runJob(prepared, folder, ['-o', '/dev/null', '-e', `trace=${name}`, '-e', `inject=${name}:signal=SIGKILL:when=${nth}`])
}

/** Run it, and let the call at this place of the list fail, or it and everything after it, as when a disk is pulled out. */
export function runAndFail(prepared: Prepared, folder: string, calls: readonly FileCall[], at: number, error: string, onwards: boolean): Promise<Ran> {
  const names = onwards ? [...new Set(calls.slice(at).map(({ name }) => name))] : [calls[at]?.name ?? '']
  const rules = names.flatMap((name) => {
    const nth = calls.slice(at).find((call) => call.name === name)?.nth ?? 1
    return ['-e', `inject=${name}:error=${error}:when=${nth}${onwards ? '+' : ''}`]
  })
  return runJob(prepared, folder, ['-o', '/dev/null', '-e', `trace=${names.join(',')}`, ...rules])
}

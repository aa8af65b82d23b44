/**
 * What a job did to its folder, call by call, as strace saw it; and what a disk
 * may hold when the power goes after any of those calls: everything that was
 * synced, and of the rest whatever chance left, whole or torn.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Random } from '../helpers/flip.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { copyOf, runJobUncached } from './run-job.ts'
import type { Prepared } from './run-job.ts'

export type DiskCall =
  | { call: 'create'; path: string }
  | { call: 'write'; path: string; at: number | null; bytes: Buffer }
  | { call: 'truncate'; path: string; length: number }
  | { call: 'sync'; path: string }
  | { call: 'rename'; path: string; to: string }
  | { call: 'unlink'; path: string }
  | { call: 'said'; line: unknown }

const traced = 'openat,pwrite64,write,writev,fsync,fdatasync,ftruncate,rename,unlink'
const sector = 512

/** Run the job once and write down all it did, in order. Paths are relative to its folder. */
export async function recordJob(prepared: Prepared): Promise<DiskCall[]> {
  const { folder, away } = copyOf(prepared)
  const log = join(tempFolder(), 'calls')
  const { code, errors } = await runJobUncached(prepared, folder, ['-o', log, '-xx', '-y', '-s', '8000000', '-e', `trace=${traced}`])
  if (code !== 0) throw new Error(`${prepared.name} does not even run undisturbed: ${errors}`)
  let rest = ''
  const calls = readFileSync(log, 'latin1').split('\n').flatMap((line) => parse(line, folder)).flatMap((call): DiskCall[] => {
    if (call.call !== 'said') return [call]
    rest += String(call.line)
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    return lines.map((one) => ({ call: 'said', line: JSON.parse(one) as unknown }))
  })
  requireSame(prepared.base, calls, folder)
  away()
  return calls
}

/** Played back over what was there before, the calls lead to what is there now; or some were missed. */
function requireSame(base: string, calls: readonly DiskCall[], folder: string): void {
  const disk = diskOf(base)
  for (const call of calls) disk.apply(call)
  const played = tempFolder()
  disk.copyTo(played)
  const [there, here] = [folder, played].map((of) => new Map(readdirSync(of, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(of, path)).isFile()).map((path) => [path, readFileSync(join(of, path))])))
  const paths = [...new Set([...there?.keys() ?? [], ...here?.keys() ?? []])]
  const differing = paths.filter((path) => here?.get(path)?.equals(there?.get(path) ?? Buffer.from('gone')) !== true)
  if (differing.length > 0) throw new Error(`the calls do not explain ${differing.join(', ')}`)
}

const text = (quoted: string) => Buffer.from(quoted.replaceAll('\\x', ''), 'hex')
const hex = '((?:\\\\x[0-9a-f]{2})*)'
const handle = `(\\d+)<${hex}>`

function parse(line: string, folder: string): DiskCall[] {
  const [, name = '', args = '', result = ''] = /^(\w+)\((.*)\) += (.*)$/.exec(line) ?? []
  if (name === '' || result.startsWith('-1')) return []
  const inside = (quoted: string | undefined) => {
    const path = relative(folder, text(quoted ?? '').toString('utf8'))
    return path.startsWith('..') ? null : path
  }
  const first = new RegExp(`^${handle}`).exec(args)
  if (name === 'writev') {
    if (first?.[1] !== '1') return []
    return [{ call: 'said', line: [...args.matchAll(new RegExp(`iov_base="${hex}"`, 'g'))].map(([, part = '']) => text(part).toString('utf8')).join('') }]
  }
  const path = first === null ? inside(new RegExp(`"${hex}"`).exec(args)?.[1]) : name === 'openat' ? null : inside(first[2])
  const opened = name === 'openat' ? inside(new RegExp(`"${hex}"`).exec(args)?.[1]) : null
  switch (name) {
    case 'openat': {
      if (opened === null) return []
      const calls: DiskCall[] = args.includes('O_CREAT') ? [{ call: 'create', path: opened }] : []
      return args.includes('O_TRUNC') ? [...calls, { call: 'truncate', path: opened, length: 0 }] : calls
    }
    case 'pwrite64': case 'write': {
      if (path === null) return []
      const [, , bytes = ''] = new RegExp(`^${handle}, "${hex}"`).exec(args)?.slice(1) ?? []
      const at = name === 'pwrite64' ? Number(/, (\d+)$/.exec(args)?.[1]) : null
      return [{ call: 'write', path, at, bytes: text(bytes).subarray(0, Number(result)) }]
    }
    case 'ftruncate': return path === null ? [] : [{ call: 'truncate', path, length: Number(/, (\d+)$/.exec(args)?.[1]) }]
    case 'fsync': case 'fdatasync': return path === null ? [] : [{ call: 'sync', path }]
    case 'unlink': return path === null ? [] : [{ call: 'unlink', path }]
    case 'rename': {
      const [from, to] = [...args.matchAll(new RegExp(`"${hex}"`, 'g'))].map(([, quoted]) => inside(quoted))
      return from === null || to === null || from === undefined || to === undefined ? [] : [{ call: 'rename', path: from, to }]
    }
    default: return []
  }
}

/** The content of a file: what is on the disk for sure, and the changes that may or may not be. */
type File = { synced: Buffer; now: Buffer; pending: Array<(content: Buffer) => Buffer> }
type Names = Map<string, File>

export type Disk = {
  apply(call: DiskCall): void
  /** Put into `folder` what a process would find that is started after a kill. */
  copyTo(folder: string): void
  /** Put into `folder` what is left when the power goes now. */
  losePower(folder: string, random: Random): void
}

/** A disk that holds what lies in this folder; of folders only that there is something in them. */
export function diskOf(folder: string): Disk {
  const now: Names = new Map()
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (statSync(join(folder, path)).isDirectory()) continue
    const bytes = readFileSync(join(folder, path))
    now.set(path, { synced: bytes, now: bytes, pending: [] })
  }
  const synced: Names = new Map(now)
  /** Names given and taken that no sync of their folder has made sure of, oldest first. */
  let pendingNames: Array<{ folder: string; change(names: Names): void }> = []

  const rename = (path: string, change: (names: Names) => void) => {
    change(now)
    pendingNames.push({ folder: dirname(path), change })
  }
  const alter = (path: string, change: (content: Buffer) => Buffer) => {
    const file = now.get(path)
    if (file === undefined) return
    file.now = change(file.now)
    file.pending.push(change)
  }

  return {
    apply(call) {
      switch (call.call) {
        case 'create': {
          if (now.has(call.path)) return
          const file: File = { synced: Buffer.alloc(0), now: Buffer.alloc(0), pending: [] }
          rename(call.path, (names) => { names.set(call.path, file) })
          return
        }
        case 'write': {
          const at = call.at ?? now.get(call.path)?.now.length ?? 0
          alter(call.path, (content) => written(content, at, call.bytes))
          return
        }
        case 'truncate':
          alter(call.path, (content) => (content.length >= call.length ? Buffer.from(content.subarray(0, call.length)) : written(content, call.length, Buffer.alloc(0))))
          return
        case 'sync': {
          const file = now.get(call.path)
          if (file !== undefined) Object.assign(file, { synced: file.now, pending: [] })
          else {
            const here = call.path === '' ? '.' : call.path
            for (const { folder: of, change } of pendingNames) if (of === here) change(synced)
            pendingNames = pendingNames.filter(({ folder: of }) => of !== here)
          }
          return
        }
        case 'unlink':
          rename(call.path, (names) => { names.delete(call.path) })
          return
        case 'rename': {
          rename(call.to, (names) => {
            // A folder takes everything in it along.
            for (const [path, file] of [...names]) {
              if (path !== call.path && !path.startsWith(`${call.path}/`)) continue
              names.delete(path)
              names.set(`${call.to}${path.slice(call.path.length)}`, file)
            }
          })
          return
        }
        case 'said':
      }
    },
    copyTo(target) {
      put(target, now, (file) => file.now)
    },
    losePower(target, random) {
      const names: Names = new Map(synced)
      // A file system keeps the order of its names, so some first ones are there and the rest is not.
      for (const { change } of pendingNames.slice(0, random(pendingNames.length + 1))) change(names)
      const how = pickLuck(random)
      put(target, names, (file) => file.pending.reduce((content, change) => how(content, change), file.synced))
    },
  }
}

function put(target: string, names: Names, content: (file: File) => Buffer): void {
  for (const [path, file] of names) {
    mkdirSync(dirname(join(target, path)), { recursive: true })
    writeFileSync(join(target, path), content(file))
  }
}

/** What becomes of writes that nobody waited for: all arrive, none, some, or some in part. */
function pickLuck(random: Random): (content: Buffer, change: (content: Buffer) => Buffer) => Buffer {
  const kind = random(4)
  return (content, change) => {
    const luck = kind === 0 ? 'arrives' : kind === 1 ? 'is lost' : random(3) === 0 ? 'is lost' : kind === 3 && random(3) === 0 ? 'is torn' : 'arrives'
    if (luck === 'is lost') return content
    const after = change(content)
    return luck === 'arrives' ? after : torn(content, after, random)
  }
}

/** Some sectors of the new content, the others of the old. */
function torn(before: Buffer, after: Buffer, random: Random): Buffer {
  const mixed = Buffer.from(after)
  for (let at = 0; at < Math.min(before.length, after.length); at += sector) {
    if (random(2) === 0) before.copy(mixed, at, at, Math.min(at + sector, after.length))
  }
  return mixed
}

function written(content: Buffer, at: number, bytes: Buffer): Buffer {
  const after = Buffer.alloc(Math.max(content.length, at + bytes.length))
  content.copy(after)
  bytes.copy(after, at)
  return after
}

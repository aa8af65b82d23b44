/** What processes of ours there are, and what they hold, as Linux tells it. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

type Known = { pid: number; parent: number; name: string }

function allProcesses(): Known[] {
  return readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name)).flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const fields = stat.replace(/^.*\) /s, '').split(' ')
      // A zombie has ended; only its number is left.
      if (fields[0] === 'Z') return []
      return [{ pid: Number(name), parent: Number(fields[1]), name: /\((.*)\)/s.exec(stat)?.[1] ?? '' }]
    } catch {
      return []
    }
  })
}

/** Every process below this one. */
export function descendants(pid: number): number[] {
  const all = allProcesses()
  const below = (of: number): number[] => all.filter(({ parent }) => parent === of).flatMap((child) => [child.pid, ...below(child.pid)])
  return below(pid)
}

export function alive(pids: readonly number[]): number[] {
  const all = allProcesses().map(({ pid }) => pid)
  return pids.filter((pid) => all.includes(pid))
}

/** Processes whose environment or command line names this folder, wherever they hang in the tree. */
export function processesNaming(folder: string): number[] {
  return allProcesses().map(({ pid }) => pid).filter((pid) => {
    try {
      return ['cmdline', 'environ'].some((file) => readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(folder))
    } catch {
      return false
    }
  })
}

/** TCP ports that these processes listen on. */
export function listeningPorts(pids: readonly number[]): number[] {
  return pids.flatMap((pid) => {
    try {
      const inodes = new Set(readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
        try {
          return /^socket:\[([0-9]+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? []
        } catch {
          return []
        }
      }))
      return ['tcp', 'tcp6'].flatMap((table) => readFileSync(`/proc/${pid}/net/${table}`, 'utf8').split('\n').slice(1).flatMap((line) => {
        const [, local, , state, , , , , , inode] = line.trim().split(/\s+/)
        return state === '0A' && inode !== undefined && inodes.has(inode) ? [parseInt(local?.split(':')[1] ?? '', 16)] : []
      }))
    } catch {
      return []
    }
  })
}

/** Private folders in memory that belong to this process. */
export function privateFoldersOf(pid: number): string[] {
  return readdirSync('/dev/shm').filter((name) => name.startsWith(`mj-run-${pid}-`)).map((name) => `/dev/shm/${name}`)
}

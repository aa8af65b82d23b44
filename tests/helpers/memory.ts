/** What can be read in the memory of running processes, as Linux shows it to root and to the account they run under. */
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'

export type Found = { pid: number; name: string; utf8: number; utf16: number }

const chunkBytes = 4 << 20
/** Reading stops where a page was never touched; a step further there may be others. */
const stepBytes = 64 << 10

/** How often the phrase stands in the memory of each process. The phrase comes in two halves, so that the one who asks does not hold it whole. */
export function scanMemory(pids: readonly number[], halves: readonly [string, string]): Found[] {
  const needles = [Buffer.concat(halves.map((half) => Buffer.from(half, 'utf8'))), Buffer.concat(halves.map((half) => Buffer.from(half, 'utf16le')))] as const
  const found = pids.flatMap((pid) => {
    try {
      const name = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
      const [utf8, utf16] = countIn(pid, needles)
      return [{ pid, name: /--type=([a-z-]+)/.exec(name.join(' '))?.[1] ?? readFileSync(`/proc/${pid}/comm`, 'utf8').trim(), utf8, utf16 }]
    } catch {
      // Ended between two looks.
      return []
    }
  })
  for (const needle of needles) needle.fill(0)
  return found
}

export function mayReadMemory(pid: number): boolean {
  try {
    closeSync(openSync(`/proc/${pid}/mem`, 'r'))
    return true
  } catch {
    return false
  }
}

function countIn(pid: number, needles: readonly [Buffer, Buffer]): [number, number] {
  const mem = openSync(`/proc/${pid}/mem`, 'r')
  const counts: [number, number] = [0, 0]
  const overlap = Math.max(...needles.map((needle) => needle.length)) - 1
  const buffer = Buffer.alloc(chunkBytes + overlap)
  try {
    for (const [start, end] of readableMaps(pid)) {
      let kept = 0
      for (let at = start; at < end;) {
        const length = Math.min(chunkBytes, end - at)
        const read = readAt(mem, buffer, kept, length, at)
        if (read === 0) {
          kept = 0
          at += Math.min(stepBytes, length)
          continue
        }
        const seen = buffer.subarray(0, kept + read)
        for (const [index, needle] of needles.entries()) {
          // What lies whole in the kept part was counted with the chunk before.
          for (let hit = seen.indexOf(needle); hit !== -1; hit = seen.indexOf(needle, hit + 1)) if (hit + needle.length > kept) counts[index === 0 ? 0 : 1] += 1
        }
        kept = Math.min(overlap, seen.length)
        seen.copy(buffer, 0, seen.length - kept)
        at += read
      }
    }
  } finally {
    closeSync(mem)
    buffer.fill(0)
  }
  return counts
}

function readAt(mem: number, buffer: Buffer, offset: number, length: number, at: number): number {
  try {
    return readSync(mem, buffer, offset, length, at)
  } catch {
    return 0
  }
}

/** Mapped, readable, and not a file's own pages that nobody may change (a program's code). */
function readableMaps(pid: number): Array<[number, number]> {
  return readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n').flatMap((line): Array<[number, number]> => {
    const [, start, end, rights, path] = /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+ *(.*)$/.exec(line) ?? []
    if (start === undefined || end === undefined || rights === undefined || rights[0] !== 'r' || path === '[vvar]' || path === '[vsyscall]') return []
    if (rights[1] !== 'w' && path?.startsWith('/') === true && !path.startsWith('/dev/shm') && !path.startsWith('/memfd')) return []
    return [[parseInt(start, 16), parseInt(end, 16)]]
  })
}

/** Every process of this machine whose number is above one, for a search wider than one tree. */
export function allPids(): number[] {
  return readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name)).map(Number)
}

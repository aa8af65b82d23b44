/** What processes send, and to whom, counted at the system call. */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type Traced = { code: number | null; output: string; calls: number; sent: string[]; asked: string[] }

/** Why nothing can be traced here; null where it can. */
export function whyNotTraced(): string | null {
  if (spawnSync('strace', ['-V'], { stdio: 'ignore' }).status !== 0) return 'strace is not on this machine'
  return spawnSync('strace', ['-f', '-o', '/dev/null', 'true'], { stdio: 'ignore' }).status === 0 ? null : 'strace may not trace here'
}

export type TalkOptions = {
  env?: NodeJS.ProcessEnv
  /** Called with each line that the command writes, and its process; the command gets a line back after it. */
  onLine?: (line: string, pid: number) => void
}

/** Run a command that tells, a line each, how far it is. */
export async function runTalking([program = '', ...args]: readonly string[], { env = process.env, onLine }: TalkOptions = {}): Promise<{ code: number | null; output: string }> {
  const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  // It may have ended with its last line.
  child.stdin.on('error', () => undefined)
  let output = ''
  for await (const line of createInterface({ input: child.stdout })) {
    output += `${line}\n`
    onLine?.(line, child.pid ?? 0)
    child.stdin.write('\n')
  }
  return { code: await ended, output }
}

/** The same under the tracer, with everything it starts. */
export async function traceNetwork(folder: string, command: readonly string[], options: TalkOptions = {}): Promise<Traced> {
  const log = join(folder, 'calls')
  const { code, output } = await runTalking(['strace', '-f', '--seccomp-bpf', '-qq', '-yy', '-s', '0', '-e', 'trace=connect,sendto,sendmsg,sendmmsg', '-o', log, ...command], options)
  const lines = readFileSync(log, 'utf8').split('\n')
  return { code, output, calls: lines.filter((line) => line !== '').length, sent: leaving(lines), asked: lines.filter((line) => elsewhere(line) !== undefined) }
}

/**
 * Connections and packets to an address that is not this very machine. To
 * `connect` a datagram socket only asks the system for its route (the browser
 * does so to see whether it has IPv6, and which address WebRTC would use):
 * nothing is sent, until something is sent on it, which counts.
 */
function leaving(lines: readonly string[]): string[] {
  /** Where a datagram socket was pointed at, by its number and what the tracer knows of it. */
  const pointed = new Map<string, string>()
  return lines.filter((line) => {
    const call = /^[0-9]+ +(connect|sendto|sendmsg|sendmmsg)\(([0-9]+<[^>]*>)/.exec(line)
    if (call === null) return false
    const [, name = '', socket = ''] = call
    const told = addressIn(line)
    if (name === 'connect' && socket.includes('<UDP')) {
      pointed.set(socket, told ?? '')
      return false
    }
    const to = told ?? pointed.get(socket)
    return to !== undefined && !isLocal(to)
  })
}

function addressIn(line: string): string | undefined {
  return [...line.matchAll(/inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"/g)].map((match) => match[1] ?? match[2])[0]
}

/** An address that a call names and that is not this machine, whatever comes of the call. */
export function elsewhere(line: string): string | undefined {
  const told = addressIn(line)
  return told === undefined || isLocal(told) ? undefined : told
}

function isLocal(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address)
}

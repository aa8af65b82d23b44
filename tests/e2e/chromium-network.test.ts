/** No process of ours sends anything to anybody: counted at the system call, through a journey with a hostile page in it. */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from './open-app.ts'

const demo = fileURLToPath(new URL('demo/main.ts', import.meta.url))
const dist = fileURLToPath(new URL('../../dist/renderer/', import.meta.url))
const journey = fileURLToPath(new URL('network-journey.ts', import.meta.url))
const full = process.env['MJ_FULL'] === '1'
const waitMs = full ? 30_000 : 2_000

type Traced = { code: number | null; output: string; calls: number; sent: string[]; asked: string[] }

/** Run a command and everything it starts under the tracer. */
async function trace(folder: string, command: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Traced> {
  const log = join(folder, 'calls')
  const child = spawn('strace', ['-f', '--seccomp-bpf', '-qq', '-yy', '-s', '0', '-e', 'trace=connect,sendto,sendmsg,sendmmsg', '-o', log, ...command], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString() })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
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
function elsewhere(line: string): string | undefined {
  const told = addressIn(line)
  return told === undefined || isLocal(told) ? undefined : told
}

function isLocal(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address)
}

function scratch(): string {
  return mkdtempSync(join(tmpdir(), 'mj-network-'))
}

test.beforeEach(({ browserName: _ }, testInfo) => {
  testInfo.skip(spawnSync('strace', ['-V'], { stdio: 'ignore' }).status !== 0, 'strace is not on this machine')
  testInfo.skip(spawnSync('strace', ['-f', '-o', '/dev/null', 'true'], { stdio: 'ignore' }).status !== 0, 'strace may not trace here')
  testInfo.setTimeout(120_000 + waitMs)
})

test('the tracer sees each packet and connection where there are some', async () => {
  const folder = scratch()
  const program = `
    const { createSocket } = require('node:dgram')
    const { connect } = require('node:net')
    const datagrams = () => createSocket('udp4').on('error', () => undefined)
    const stream = (host) => connect(9, host).on('error', () => undefined)
    const known = datagrams()
    known.connect(9, '192.0.2.1', () => known.send('x'))
    datagrams().send('x', 9, '192.0.2.2')
    for (const host of ['192.0.2.3', '2001:db8::4', '127.0.0.1']) stream(host)
    datagrams().connect(9, '192.0.2.5')
    setTimeout(() => process.exit(), 500)`

  const { sent } = await trace(folder, [process.execPath, '-e', program])
  rmSync(folder, { recursive: true })

  for (const address of ['192.0.2.2', '192.0.2.3', '2001:db8::4']) expect(sent.filter((line) => line.includes(address)), address).toHaveLength(1)
  for (const address of ['127.0.0.1', '192.0.2.5']) expect(sent.filter((line) => line.includes(address)), address).toEqual([])
  // The fourth names no address any more: it goes to 192.0.2.1, where its socket was pointed at.
  expect(sent).toHaveLength(4)
})

// The harder case stands for both, unless everything is to be tried.
for (const namespace of full ? [true, false] : [false]) {
  test(`[F64] nothing leaves the machine ${namespace ? 'as the app starts here' : 'also where no empty network can be made'}`, async ({ display: _ }) => {
    const folder = scratch()
    if (!namespace) {
      writeFileSync(join(folder, 'unshare'), '#!/bin/sh\nexit 1\n')
      chmodSync(join(folder, 'unshare'), 0o755)
    }
    const env = namespace ? process.env : { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` }

    const { code, output, calls, sent } = await trace(folder, [process.execPath, journey, join(folder, 'home'), String(waitMs)], env)
    rmSync(folder, { recursive: true })

    expect(output).toContain('journey done')
    expect(code).toBe(0)
    expect(calls).toBeGreaterThan(20)
    expect(sent).toEqual([])
  })
}

test('[F64] the whole main job goes through where there is no network at all, and asks nobody', async ({ display: _ }, testInfo) => {
  const own = ['unshare', '--user', '--map-current-user', '--net', '--']
  testInfo.skip(spawnSync(own[0] ?? '', [...own.slice(1), 'true'], { stdio: 'ignore' }).status !== 0, 'no network namespace may be made here')
  const folder = scratch()
  const out = join(folder, 'demo')

  const { code, sent, asked, calls } = await trace(folder, [...own, process.execPath, demo, '--out', out, '--dist', dist, '--lang', 'en'])
  const left = existsSync(join(out, 'demo.json')) ? readdirSync(out) : []
  rmSync(folder, { recursive: true })

  expect(code).toBe(0)
  expect(left).toEqual(expect.arrayContaining(['summary.md', 'summary.html', 'summary.pdf', 'summary.docx']))
  expect(calls).toBeGreaterThan(100)
  expect(sent).toEqual([])
  // The browser asks the system, never anybody, whether it would have a way for IPv6: no flag ends that, and no byte of it is sent.
  expect(asked.filter((line) => !(/ connect\([0-9]+<UDPv6/.test(line) && elsewhere(line) === '2001:4860:4860::8888'))).toEqual([])
})

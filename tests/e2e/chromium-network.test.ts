/** No process of ours sends anything to anybody: counted at the system call, through a journey with a hostile page in it. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { traceNetwork, whyNotTraced } from '../helpers/network-trace.ts'
import { expect, test } from './open-app.ts'

const journey = fileURLToPath(new URL('network-journey.ts', import.meta.url))
const full = process.env['MJ_FULL'] === '1'
const waitMs = full ? 30_000 : 2_000

function scratch(): string {
  return mkdtempSync(join(tmpdir(), 'mj-network-'))
}

test.beforeEach(({ browserName: _ }, testInfo) => {
  const reason = whyNotTraced()
  testInfo.skip(reason !== null, reason ?? '')
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

  const { sent } = await traceNetwork(folder, [process.execPath, '-e', program])
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

    const { code, output, calls, sent } = await traceNetwork(folder, [process.execPath, journey, join(folder, 'home'), String(waitMs)], { env })
    rmSync(folder, { recursive: true })

    expect(output).toContain('journey done')
    expect(code).toBe(0)
    expect(calls).toBeGreaterThan(20)
    expect(sent).toEqual([])
  })
}

/** The process that the person starts: flags, signals, and the smoke test's one line. */
import { isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { NoBrowserError, openChromiumShell } from './shell.ts'
import type { ChromiumShell, ChromiumShellOptions } from './shell.ts'

const startedAt = performance.timeOrigin
const smokeWithinMs = 60_000

type Flags = { home: string | null; smoke: boolean; now: string | null; headless: boolean }

function readFlags(argv: string[]): Flags {
  const { values } = parseArgs({
    args: argv, strict: true, allowPositionals: false,
    options: { home: { type: 'string' }, smoke: { type: 'boolean' }, now: { type: 'string' }, headless: { type: 'boolean' } },
  })
  const { home, now } = values
  if (now !== undefined && Number.isNaN(Date.parse(now))) throw new Error('--now takes an instant')
  return {
    home: home === undefined ? null : isAbsolute(home) ? home : resolve(home),
    smoke: values.smoke === true, headless: values.headless === true,
    now: now === undefined ? null : new Date(now).toISOString(),
  }
}

async function run(flags: Flags): Promise<number> {
  const options: ChromiumShellOptions = {
    home: flags.home, now: flags.now, headless: flags.headless,
    dist: fileURLToPath(new URL('../../../dist/renderer/', import.meta.url)),
  }
  let shell: ChromiumShell | null = null
  let askedAt: number | null = null
  const end = () => {
    // A library sends each signal once more by itself; a person who presses again waits longer than that.
    const again = askedAt !== null && performance.now() - askedAt > 500
    askedAt ??= performance.now()
    // A browser that hangs while it starts is not waited for: it ends with its pipe.
    if (shell === null && again) process.exit(130)
    void shell?.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  shell = await openChromiumShell(options)
  if (askedAt !== null) await shell.close()
  if (!flags.smoke) {
    await shell.closed
    return 0
  }
  const late = new Promise<null>((done) => { setTimeout(() => { done(null) }, smokeWithinMs).unref() })
  const ready = await Promise.race([shell.painted.then(() => performance.timeOrigin + performance.now() - startedAt), late])
  await shell.close()
  if (ready === null) return 1
  process.stdout.write(`ready: chromium ${Math.round(ready)} ms\n`)
  return 0
}

try {
  process.exitCode = await run(readFlags(process.argv.slice(2)))
} catch (error) {
  const wrongFlags = error instanceof TypeError || (error instanceof Error && error.message.startsWith('--now'))
  process.stderr.write(`${error instanceof Error ? error.message : 'cannot start'}\n`)
  process.exitCode = error instanceof NoBrowserError ? 3 : wrongFlags ? 2 : 1
}

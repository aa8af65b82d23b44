/** `npm start`: put in place what is missing, build what is stale, open the app. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildElectron, buildPage } from './bundle.ts'
import { ensureElectron } from './electron-binary.ts'
import { callerPath, command, CommandError, readFlags } from './flags.ts'
import { compileCache, root, run, say } from './processes.ts'
import type { Ran } from './processes.ts'
import { browser, ensurePrograms, virtualScreen } from './programs.ts'
import { hasScreen, withVirtualScreen } from './screen.ts'

type Shell = 'electron' | 'chromium'
/** An Electron that ends with a failure this soon could not start at all. */
const couldNotStartMs = 15_000

await command(async () => {
  const { values } = readFlags({
    smoke: { type: 'boolean' }, shell: { type: 'string' }, home: { type: 'string' }, now: { type: 'string' },
  })
  const { shell, smoke = false } = values
  if (shell !== undefined && shell !== 'electron' && shell !== 'chromium') throw new CommandError(2, '--shell is electron or chromium')
  if (values.now !== undefined && Number.isNaN(Date.parse(values.now))) throw new CommandError(2, '--now takes an instant')
  if (!hasScreen() && !smoke) {
    if (Object.keys(values).length === 0) return playDemo()
    throw new CommandError(3, 'There is no screen to open a window on. Without flags, npm start plays the demo off-screen; --smoke tries the start.')
  }
  const flags = [
    ...(smoke ? ['--smoke'] : []),
    ...(values.home === undefined ? [] : [`--home=${callerPath(values.home)}`]),
    ...(values.now === undefined ? [] : [`--now=${values.now}`]),
  ]
  const electron = shell === 'chromium' ? null : await ensureElectron()
  if (shell === 'electron' && electron === null) throw new CommandError(3, 'Electron\'s binary is not here and could not be fetched. Try: npx install-electron')
  await ensurePrograms([...(electron === null ? [browser] : []), ...(hasScreen() ? [] : [virtualScreen])])
  await buildPage()
  const onScreen = (env: NodeJS.ProcessEnv) => open(shell, electron, flags, { ...env, NODE_COMPILE_CACHE: compileCache })
  return hasScreen() ? onScreen(process.env) : withVirtualScreen(onScreen)
})

async function open(asked: Shell | undefined, electron: string | null, flags: string[], env: NodeJS.ProcessEnv): Promise<number> {
  if (electron !== null) {
    const ended = await openElectron(electron, flags, env)
    if (ended !== null || asked === 'electron') return ended ?? 1
    say('Electron does not start on this machine; opening in the browser that is here instead.')
  }
  await ensurePrograms([browser])
  const { code } = await run(process.execPath, [join(root, 'electron/host/chromium/main.ts'), ...flags], { env })
  return code
}

/** The exit code; null where it could not start. */
async function openElectron(binary: string, flags: string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  await buildElectron()
  // Chromium refuses its own sandbox to root; the app says so aloud.
  const noSandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const started = performance.now()
  const { code }: Ran = await run(binary, [...noSandbox, root, ...flags], { env })
  return code !== 0 && performance.now() - started < couldNotStartMs ? null : code
}

/** Nobody can see a window here, so show what it does in files. */
async function playDemo(): Promise<number> {
  const out = mkdtempSync(join(tmpdir(), 'mentoring-journal-demo-'))
  say(`There is no screen here, so the demo is played off-screen into ${out}.`)
  const { code } = await run(process.execPath, [join(root, 'build/demo.ts'), '--out', out])
  if (code !== 0) return code
  for (const name of ['summary.pdf', 'summary.docx', 'summary.html', 'summary.md', 'screens']) process.stdout.write(`${join(out, name)}\n`)
  return 0
}

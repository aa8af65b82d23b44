/**
 * The Electron shell: opens one confined window on the built page and joins it
 * to the core. Nothing here knows what a journal is.
 */
import { app, session } from 'electron'
import { join } from 'node:path'
import { forbidCoreFiles } from '../core-files.ts'
import { ensureOwnFolder, makePrivateFolder, preferenceFolder, removePrivateFolder } from '../folders.ts'
import { denyAppNetwork, denyByDefault, denyInSession } from './denials.ts'
import { openJournal } from './journal.ts'
import type { Journal } from './journal.ts'
import { openPreferences } from './preferences.ts'
import { blankUrl, pageUrl, registerSchemes } from './scheme.ts'
import { readStartOptions } from './start-options.ts'
import { bringToFront, removeMenu } from './window.ts'

const smokeWithinMs = 60_000

const options = readStartOptions(process.argv)
const noCoreFiles = forbidCoreFiles()
const privateFolder = makePrivateFolder()
const folder = ensureOwnFolder(preferenceFolder(options.home))
const sandboxed = !(process.getuid?.() === 0 && app.commandLine.hasSwitch('no-sandbox'))

let journal: Journal | null = null
let ending: Promise<void> | null = null
let ended = false
let lastLine: string | null = null

// What Chromium writes goes where nothing lasts. The crash reporter is never started; should anything dump, it dumps there.
app.setPath('userData', folder)
for (const name of ['sessionData', 'crashDumps', 'temp'] as const) app.setPath(name, ensureOwnFolder(join(privateFolder, name)))
process.env['TMPDIR'] = join(privateFolder, 'temp')
app.on('quit', () => removePrivateFolder(privateFolder))

if (app.requestSingleInstanceLock()) {
  if (sandboxed) app.enableSandbox()
  else console.error('Chromium’s own sandbox is off, because this runs as root.')
  denyByDefault()
  registerSchemes()
  removeMenu()
  app.on('second-instance', () => bringToFront(journal?.window ?? null))
  app.on('before-quit', (event) => {
    if (ended) return
    event.preventDefault()
    if (journal === null) end()
    else void journal.leave()
  })
  // The preference library listens to these too and would kill the process before anything is flushed.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  app.whenReady().then(start).catch(fail)
} else {
  // The first instance comes to the front by itself.
  ended = true
  app.quit()
}

async function start(): Promise<void> {
  await denyAppNetwork()
  await denyInSession(session.defaultSession, { load: [], writeClipboard: false })
  // A partition without `persist:` is never written to a disk.
  const own = session.fromPartition('journal')
  await denyInSession(own, { load: [pageUrl, blankUrl], writeClipboard: true })
  journal = openJournal({
    session: own, options, sandboxed, noCoreFiles, end,
    preferences: openPreferences(folder),
    pages: join(import.meta.dirname, '../renderer'),
    preload: join(import.meta.dirname, 'preload.cjs'),
    core: join(import.meta.dirname, 'core.js'),
    isEnding: () => ending !== null,
  })
  await journal.shown
  if (options.smoke) await smoke(journal)
}

/** Every way out leads here: flush, lock, wait, then quit. */
function end(): void {
  ending ??= (async () => {
    await journal?.close()
    ended = true
    journal?.window.destroy()
    if (lastLine !== null) console.log(lastLine)
    app.quit()
  })().catch(fail)
}

async function smoke(opened: Journal): Promise<void> {
  setTimeout(() => fail(new Error('Nothing was painted in time.')), smokeWithinMs).unref()
  await opened.painted()
  lastLine = `ready: electron ${Math.round(performance.now())} ms`
  end()
}

/** The kind of error only: a message may hold a path. */
function fail(error: unknown): void {
  console.error(`The app could not start or end as it should: ${error instanceof Error ? error.name : 'fault'}`)
  app.exit(1)
}

import type { BrowserWindow, Event as ElectronEvent, Session } from 'electron'
import { randomUUID } from 'node:crypto'
import { readPageFiles } from '../page-files.ts'
import { superviseCore } from '../supervisor.ts'
import { ownClipboard } from '../clipboard.ts'
import { takeFromClipboard } from './clipboard.ts'
import { forkCore } from './core-process.ts'
import { electronHost } from './host.ts'
import { sendEvent, serveCalls } from './ipc.ts'
import { journalPage } from './page.ts'
import { endPrinting } from './print-window.ts'
import { watchPower } from './power.ts'
import type { PreferenceFile } from './preferences.ts'
import { servePage } from './scheme.ts'
import type { StartOptions } from './start-options.ts'
import { keepSize, openJournalWindow, watchSight } from './window.ts'

export type JournalOptions = {
  session: Session
  options: StartOptions
  sandboxed: boolean
  noCoreFiles: boolean
  preferences: PreferenceFile
  /** The folder of the built page, and the two files beside this one. */
  pages: string
  preload: string
  core: string
  /** Begin to end the app. */
  end(): void
  isEnding(): boolean
}

export type Journal = {
  window: BrowserWindow
  /** The page is loaded. */
  shown: Promise<void>
  /** The core's first answer has been drawn. */
  painted(): Promise<void>
  /** The person leaves: ended, unless words wait that cannot be saved and this was not asked yet. */
  leave(): Promise<void>
  /** Hide the window, flush, lock, wait for the core, forget the session. */
  close(): Promise<void>
}

/** Join window, page and core. */
export function openJournal(o: JournalOptions): Journal {
  servePage(o.session, readPageFiles(o.pages))
  const window = openJournalWindow({ session: o.session, preload: o.preload, preferences: o.preferences.read() })
  const page = journalPage(window, () => void afterCrash(), o.end)
  const contents = () => (window.isDestroyed() ? null : window.webContents)
  const supervisor = superviseCore({
    fork: (options) => forkCore(o.core, options),
    host: electronHost({ window, preferences: o.preferences, home: o.options.home, sandboxed: o.sandboxed, noCoreFiles: o.noCoreFiles }),
    onEvent: (event) => sendEvent(contents(), event),
    replacePage: () => replace(),
    closeWindow: o.end,
    runId: randomUUID(),
    now: o.options.now,
  })
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  const clipboard = ownClipboard(takeFromClipboard)
  serveCalls(contents, supervisor, answer, clipboard.copied)
  watchPower((why) => void supervisor.signal(why), o.end)
  watchSight(window, supervisor.hidden)

  let asked = false
  window.on('close', (event: ElectronEvent) => {
    event.preventDefault()
    void leave()
  })
  // The system does not wait for an answer.
  window.on('query-session-end', (event: ElectronEvent) => {
    event.preventDefault()
    o.end()
  })

  /** Words that cannot be saved are worth one question; whoever closes a second time has answered it. */
  async function leave(): Promise<void> {
    const ask = !asked && !o.isEnding() && await unsaved() > 0
    if (!ask) return o.end()
    asked = true
    sendEvent(contents(), { name: 'window.closing', data: {} })
  }

  async function unsaved(): Promise<number> {
    await page.handOver()
    return supervisor.unsaved()
  }

  async function replace(): Promise<void> {
    asked = false
    endPrinting()
    await Promise.all([page.replace(), clipboard.clear()])
  }

  /** A page that crashed is shown anew, locked if it was open. */
  async function afterCrash(): Promise<void> {
    await supervisor.lock('fault')
    if (!o.isEnding() && contents()?.isCrashed() === true) await page.load()
  }

  async function close(): Promise<void> {
    keepSize(window, o.preferences)
    await Promise.all([page.conceal(), clipboard.clear()])
    window.hide()
    await supervisor.stop()
    await o.session.clearData()
  }

  return {
    window,
    shown: page.load(),
    async painted() {
      await answered
      await page.painted()
    },
    leave, close,
  }
}

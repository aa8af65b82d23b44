import type { BrowserWindow, Event as ElectronEvent, Session } from 'electron'
import { randomUUID } from 'node:crypto'
import { readPageFiles } from '../page-files.ts'
import { superviseCore } from '../supervisor.ts'
import { forkCore } from './core-process.ts'
import { electronHost } from './host.ts'
import { sendEvent, serveCalls } from './ipc.ts'
import { journalPage } from './page.ts'
import { watchPower } from './power.ts'
import type { PreferenceFile } from './preferences.ts'
import { servePage } from './scheme.ts'
import type { StartOptions } from './start-options.ts'
import { keepSize, openJournalWindow } from './window.ts'

export type JournalOptions = {
  session: Session
  options: StartOptions
  sandboxed: boolean
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
    host: electronHost({ window, preferences: o.preferences, home: o.options.home, sandboxed: o.sandboxed }),
    onEvent: (event) => sendEvent(contents(), event),
    replacePage: page.replace,
    runId: randomUUID(),
    now: o.options.now,
  })
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  serveCalls(contents, supervisor, answer)
  watchPower((why) => void supervisor.lock(why), o.end)

  const leave = (event: ElectronEvent) => {
    event.preventDefault()
    o.end()
  }
  window.on('close', leave)
  window.on('query-session-end', leave)

  /** A page that crashed is shown anew, locked if it was open. */
  async function afterCrash(): Promise<void> {
    await supervisor.lock('fault')
    if (!o.isEnding() && contents()?.isCrashed() === true) await page.load()
  }

  async function close(): Promise<void> {
    keepSize(window, o.preferences)
    await page.conceal()
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
    close,
  }
}

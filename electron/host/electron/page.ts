/** What the window shows: loaded, replaced at every lock, and mended after a crash. */
import type { BrowserWindow } from 'electron'
import { sendEvent } from './ipc.ts'
import { blankUrl, pageUrl } from './scheme.ts'

/** A draft reaches the core within 100 ms of a key; a little more, and the last word is there too. */
const lastWordsMs = 120

const crashesAllowed = 3
const crashWindowMs = 60_000

export type JournalPage = {
  load(): Promise<void>
  /** Let the page hand over its last words. */
  handOver(): Promise<void>
  /** Hide what is written and let the page hand over its last words. */
  conceal(): Promise<void>
  /** A fresh page in a fresh process: what the old one held in memory goes with it. */
  replace(): Promise<void>
  /** Resolves when what the page shows now has been drawn. */
  painted(): Promise<void>
}

/** `crashed` is told when the page's process ended by itself, `hopeless` when it does so again and again. */
export function journalPage(window: BrowserWindow, crashed: () => void, hopeless: () => void): JournalPage {
  const contents = window.webContents
  const crashes: number[] = []
  let replacing = false

  contents.on('render-process-gone', () => {
    if (replacing) return
    crashes.push(performance.now())
    const recent = crashes.filter((at) => performance.now() - at < crashWindowMs)
    if (recent.length > crashesAllowed) hopeless()
    else crashed()
  })

  async function load(): Promise<void> {
    await window.loadURL(pageUrl)
    contents.navigationHistory.clear()
  }

  async function conceal(): Promise<void> {
    if (contents.isCrashed()) return
    // Fails only in a page that is not there any more, which shows nothing either.
    void contents.insertCSS('html { visibility: hidden !important }', { cssOrigin: 'user' }).catch(() => undefined)
    await handOver()
  }

  async function handOver(): Promise<void> {
    if (contents.isCrashed()) return
    sendEvent(contents, { name: 'page.leaving', data: {} })
    await new Promise((done) => setTimeout(done, lastWordsMs))
  }

  async function replace(): Promise<void> {
    if (replacing || window.isDestroyed()) return
    replacing = true
    try {
      await conceal()
      await leaveProcess()
      await load()
    } finally {
      replacing = false
    }
  }

  /** Another origin has another process, as a rule; where it has not, this one is ended by force. */
  async function leaveProcess(): Promise<void> {
    if (contents.isCrashed()) return
    const before = contents.getOSProcessId()
    await window.loadURL(blankUrl)
    if (contents.getOSProcessId() === before) contents.forcefullyCrashRenderer()
  }

  async function painted(): Promise<void> {
    await contents.executeJavaScript('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))')
  }

  return { load, handOver, conceal, replace, painted }
}

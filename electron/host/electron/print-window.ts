import { BrowserWindow, session } from 'electron'
import type { Session } from 'electron'
import { randomUUID } from 'node:crypto'
import { denyInSession } from './denials.ts'
import { printUrl, serveDocuments } from './scheme.ts'
import { confined, windowTitle } from './window.ts'

const documents = new Map<string, string>()
const windows = new Set<BrowserWindow>()
let opened: Promise<Session> | null = null

/** Print HTML to A4 in a hidden window that lives as long as the one document, on a session in memory. */
export async function htmlToPdf(html: string): Promise<Uint8Array> {
  const own = await (opened ??= openSession())
  const id = randomUUID()
  documents.set(id, html)
  const window = new BrowserWindow({
    show: false,
    title: windowTitle,
    webPreferences: { ...confined, session: own, javascript: false },
  })
  windows.add(window)
  try {
    await window.loadURL(`${printUrl}${id}`)
    return await window.webContents.printToPDF({
      pageSize: 'A4', preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false, generateTaggedPDF: true,
    })
  } finally {
    documents.delete(id)
    windows.delete(window)
    if (!window.isDestroyed()) window.destroy()
    await own.clearData()
  }
}

/** A lock ends what is half printed. */
export function endPrinting(): void {
  for (const window of windows) window.destroy()
  documents.clear()
}

async function openSession(): Promise<Session> {
  // A partition without `persist:` is never written to a disk.
  const own = session.fromPartition('print')
  await denyInSession(own, { load: [printUrl], writeClipboard: false })
  serveDocuments(own, documents)
  return own
}

/**
 * The bridge's far end: one channel for calls, with one check of who is
 * speaking; one for events; one that says that the person is
 * there, and one by which a copied text is known again.
 */
import { ipcMain } from 'electron'
import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron'
import type { Failure } from '../../../shared/errors.ts'
import type { AppEvent } from '../../../shared/events.ts'
import type { Supervisor } from '../supervisor.ts'
import { origin, pageUrl } from './scheme.ts'

export type Calls = Pick<Supervisor, 'call' | 'active'>

/** Answer the page in `contents`, and nobody else. */
export function serveCalls(contents: () => WebContents | null, calls: Calls, onReply: () => void, copied: (mark: unknown) => void): void {
  ipcMain.handle('call', async (event, name: unknown, input: unknown) => {
    const refused: Failure = { ok: false, code: 'input.invalid' }
    if (!fromOurPage(event, contents()) || typeof name !== 'string') return refused
    const reply = await calls.call(name, input)
    onReply()
    return reply
  })
  ipcMain.on('active', (event) => {
    if (fromOurPage(event, contents())) calls.active()
  })
  ipcMain.on('copied', (event, mark: unknown) => {
    if (fromOurPage(event, contents())) copied(mark)
  })
}

/** The top frame of our own origin in our own window: not a sub-frame, not another page. */
function fromOurPage(event: IpcMainInvokeEvent | IpcMainEvent, contents: WebContents | null): boolean {
  const frame = event.senderFrame
  return contents !== null && event.sender === contents
    && frame !== null && frame === contents.mainFrame && frame.parent === null
    && frame.origin === origin && frame.url.startsWith(pageUrl)
}

export function sendEvent(contents: WebContents | null, event: AppEvent): void {
  if (contents !== null && !contents.isDestroyed()) contents.send('event', event)
}

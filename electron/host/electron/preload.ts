/**
 * Runs in the page's process before the page, sandboxed and in a world of its
 * own: it hands over three functions and nothing they are made of.
 */
import { contextBridge, ipcRenderer } from 'electron'
import type { IpcRendererEvent } from 'electron'
import type { Bridge } from '../../../shared/bridge.ts'
import type { AppEvent } from '../../../shared/events.ts'

const listeners = new Set<(event: AppEvent) => void>()
// What comes before the page listens is kept for its first listener: a lock is said to a page that is just being loaded.
let early: AppEvent[] = []

// The first argument would lend the page the sender; it stays here.
ipcRenderer.on('event', (_event: IpcRendererEvent, event: AppEvent) => {
  if (listeners.size === 0) early.push(event)
  for (const listener of listeners) listener(event)
})

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke('call', name, input),
  onEvent: (listener) => {
    listeners.add(listener)
    const kept = early
    early = []
    for (const event of kept) listener(event)
    return () => { listeners.delete(listener) }
  },
  active: () => ipcRenderer.send('active'),
  copied: (mark) => ipcRenderer.send('copied', mark),
}

contextBridge.exposeInMainWorld('bridge', bridge)

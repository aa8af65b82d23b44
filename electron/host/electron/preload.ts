/**
 * Runs in the page's process before the page, sandboxed and in a world of its
 * own: it hands over three functions and nothing they are made of.
 */
import { contextBridge, ipcRenderer } from 'electron'
import type { IpcRendererEvent } from 'electron'
import type { Bridge } from '../../../shared/bridge.ts'
import type { AppEvent } from '../../../shared/events.ts'

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke('call', name, input),
  onEvent: (listener) => {
    // The first argument would lend the page the sender; it stays here.
    const heard = (_event: IpcRendererEvent, event: AppEvent) => listener(event)
    ipcRenderer.on('event', heard)
    return () => { ipcRenderer.removeListener('event', heard) }
  },
  active: () => ipcRenderer.send('active'),
}

contextBridge.exposeInMainWorld('bridge', bridge)

import { utilityProcess } from 'electron'
import type { CoreOptions, FromCore } from '../../core-messages.ts'
import type { CoreProcess } from '../supervisor.ts'

/** Start the core in a process of its own; only after the app is ready. */
export function forkCore(file: string, options: CoreOptions): CoreProcess {
  const child = utilityProcess.fork(file, [JSON.stringify(options)], {
    serviceName: 'Mentoring Journal core',
    stdio: 'inherit',
  })
  return {
    send: (message) => child.postMessage(message),
    // Only our own core is at the other end of this channel.
    onMessage: (listener) => { child.on('message', (message: FromCore) => listener(message)) },
    onExit: (listener) => { child.on('exit', (code: number) => listener(code)) },
    kill: () => { child.kill() },
  }
}

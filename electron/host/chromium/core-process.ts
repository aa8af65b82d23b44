import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { CoreOptions, FromCore, ToCore } from '../../core-messages.ts'
import type { CoreProcess } from '../supervisor.ts'

/**
 * Young memory of 4 MB instead of 16, of which V8 takes three: summaries are
 * made as fast, and a hundred megabytes less stand about meanwhile.
 */
export const coreFlags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4']

const entry = fileURLToPath(new URL('../../core.ts', import.meta.url))

/** Start the core beside the browser. `node` is Node 24, which runs the source as it is. */
export function forkCore(options: CoreOptions, node: string = process.execPath): CoreProcess {
  const env = { ...process.env }
  delete env['NODE_OPTIONS']
  const child = fork(entry, [JSON.stringify(options)], {
    execPath: node, execArgv: coreFlags, serialization: 'advanced',
    env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Ctrl-C reaches the whole group of the terminal; the shell alone decides when the core ends.
    detached: process.platform !== 'win32',
  })
  // Without a listener an EPIPE at the end of a process would end the shell too.
  child.on('error', () => undefined)
  return {
    // The channel closes with the process; supervisor and core both expect that.
    send: (message: ToCore) => { if (child.connected) child.send(message, () => undefined) },
    onMessage: (listener) => { child.on('message', (message) => { listener(message as FromCore) }) },
    onExit: (listener) => { child.on('exit', (code) => { listener(code) }) },
    kill: () => { child.kill('SIGKILL') },
  }
}

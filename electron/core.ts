/**
 * The core process: it alone holds the key and the database. It answers the
 * shell's messages, asks the shell for what only a shell can do, and ends at
 * every lock, so that nothing decrypted outlives it.
 */
import { AppError } from '../shared/errors.ts'
import { ErrorCode } from '../shared/error-codes.ts'
import type { LockReason } from '../shared/events.ts'
import { backUpAtLock } from './api/auto-backup.ts'
import { Backend } from './api/backend.ts'
import { dispatch } from './api/dispatch.ts'
import { giveBackAtRest } from './at-rest.ts'
import { kindOf, redactConsole } from './core-log.ts'
import type { CoreOptions, FromCore, HostMethod, ToCore } from './core-messages.ts'
import type { Host } from './host/host.ts'

/** What Electron puts on the process that `utilityProcess.fork` starts. */
type ParentPort = {
  postMessage(message: FromCore): void
  on(event: 'message', listener: (event: { data: ToCore }) => void): void
}

/** How long a lock waits for answers under way, such as a key derivation. */
const answersWithinMs = 500
/** The shell waits ten seconds for the end; a backup that is not checked by then is checked after the next unlock. */
const backupWithinMs = 8_000

redactConsole()
process.title = 'journal-core'
process.umask(0o077)

// The shell wrote this argument from a value of this type.
const options = JSON.parse(process.argv[2] ?? '{}') as CoreOptions
const parentPort = (process as { parentPort?: ParentPort }).parentPort

const answering = new Set<Promise<void>>()
const asked = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
let sequence = 0
let ending = false
let hurried = false
const hurry = Promise.withResolvers<void>()
const rest = giveBackAtRest()

const backend = new Backend({
  host: hostOverMessages(),
  options,
  send: (event) => { send({ type: 'event', event }) },
  end: (why) => { void end(why) },
})

if (parentPort !== undefined) {
  parentPort.on('message', (event) => { hear(event.data) })
} else {
  process.on('message', (message) => { hear(message as ToCore) })
  process.on('disconnect', () => { leave() })
}
process.on('SIGTERM', () => { backend.lock('closed') })
// A terminal says these to the whole group: the shell decides, and its lock or its disconnect comes next.
process.on('SIGINT', () => {})
process.on('SIGHUP', () => {})
process.on('uncaughtException', fault)
process.on('unhandledRejection', fault)
send({ type: 'ready' })

function hear(message: ToCore): void {
  switch (message.type) {
    case 'call': {
      // Every call starts at once, in order of arrival: a slow one never holds up a draft.
      const answer = dispatch(backend, message.name, message.input)
        .then((reply) => { send({ type: 'reply', seq: message.seq, reply }) })
      answering.add(answer)
      void answer.finally(() => {
        answering.delete(answer)
        rest.answered()
      })
      return
    }
    case 'host-reply': {
      const waiting = asked.get(message.seq)
      asked.delete(message.seq)
      if (message.ok) waiting?.resolve(message.value)
      else waiting?.reject(hostError(message.code))
      return
    }
    case 'lock':
      backend.lock(message.why)
      return
    case 'hurry':
      hurried = true
      hurry.resolve()
      return
    case 'kept':
      backend.takeBack(message.words)
  }
}

/** The last words, a backup if there is something new, then the end; the vault is closed already. */
async function end(why: LockReason): Promise<void> {
  if (ending) return
  ending = true
  await Promise.race([Promise.allSettled(answering), after(answersWithinMs)])
  const { kept } = backend
  const sent = Promise.withResolvers<void>()
  // First: the sealed words are nowhere else.
  send({ type: 'locked', why, ...(kept !== null && { kept }) }, sent.resolve)
  if (!hurried) await Promise.race([backUpAtLock(backend), hurry.promise, after(backupWithinMs)])
  // Electron's port has no callback, and a dead shell calls none.
  await Promise.race([sent.promise, after(parentPort === undefined ? 1_000 : 100)])
  process.exit(0)
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms) })
}

/** The shell is gone: nobody is left to hear anything. */
function leave(): void {
  try {
    backend.lock('closed')
  } finally {
    process.exit(0)
  }
}

/** A bug: what was typed is saved if it can be, and the shell starts a new core. */
function fault(error: unknown): void {
  console.error(`core failed: ${kindOf(error)}`)
  try {
    backend.lock('fault')
  } finally {
    process.exit(1)
  }
}

function send(message: FromCore, sent?: () => void): void {
  if (parentPort !== undefined) parentPort.postMessage(message)
  // A shell that is gone is noticed by its disconnect, not by a failing answer.
  else process.send?.(message, undefined, {}, () => { sent?.() })
}

/** Each method of the port as a message to the shell, and its answer. */
function hostOverMessages(): Host {
  const ask = (method: HostMethod) => (...args: unknown[]): Promise<never> =>
    new Promise((resolve, reject) => {
      const seq = ++sequence
      // The shell answers with what its own method of this name returned.
      asked.set(seq, { resolve: resolve as (value: unknown) => void, reject })
      send({ type: 'host', seq, method, args })
    })
  return {
    shell: options.shell,
    defaultVaultFolder: ask('defaultVaultFolder'),
    protections: ask('protections'),
    getPreferences: ask('getPreferences'),
    setPreferences: ask('setPreferences'),
    chooseSavePath: ask('chooseSavePath'),
    chooseOpenPath: ask('chooseOpenPath'),
    chooseFolder: ask('chooseFolder'),
    showInFolder: ask('showInFolder'),
    printToPdf: ask('printToPdf'),
    print: ask('print'),
    keychainOffer: ask('keychainOffer'),
    keychainGet: ask('keychainGet'),
    keychainSet: ask('keychainSet'),
    keychainRemove: ask('keychainRemove'),
  }
}

function hostError(code: string): Error {
  const known = ErrorCode.safeParse(code)
  // `internal` is a bug over there: as a plain error it is logged here too.
  return known.success && known.data !== 'internal' ? new AppError(known.data) : new Error('the shell failed')
}

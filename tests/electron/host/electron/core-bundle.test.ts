/** The core as Electron would start it: bundled, with its native modules, spoken to through `parentPort`. */
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { FromCore } from '../../../../electron/core-messages.ts'
import type { Host } from '../../../../electron/host/host.ts'
import { superviseCore } from '../../../../electron/host/supervisor.ts'
import type { Supervisor } from '../../../../electron/host/supervisor.ts'
import { contract } from '../../../../shared/contract.ts'
import type { CallName, Input, Output } from '../../../../shared/contract.ts'
import { defaultStoredPreferences } from '../../../../shared/preference.ts'
import { richTextFromPlain } from '../../../../shared/rich-text.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'
import { buildShell, coreFile } from './run-shell.ts'

beforeAll(async () => { await buildShell(['core']) })

/** What `utilityProcess.fork` puts on the process, over Node's own channel. */
const parentPort = `data:text/javascript,${encodeURIComponent(`
  const listeners = []
  process.on('message', (data) => { for (const listener of listeners) listener({ data }) })
  process.parentPort = { postMessage: (message) => { process.send(message) }, on: (_name, listener) => { listeners.push(listener) } }
`)}`

/** A supervisor over the bundled core; files are saved into `home`. */
function startCore(home: string): Supervisor {
  let preferences = defaultStoredPreferences
  const host: Host = {
    shell: 'electron',
    defaultVaultFolder: async () => join(home, 'Journal.mjournal'),
    protections: async () => [],
    getPreferences: async () => preferences,
    setPreferences: async (change) => preferences = { ...preferences, ...change },
    chooseSavePath: async ({ name }) => join(home, `saved${extname(name)}`),
    chooseOpenPath: async ({ purpose }) => purpose === 'open-dump' ? join(home, 'saved.age') : null,
    chooseFolder: async () => null,
    showInFolder: async () => undefined,
    printToPdf: async () => new Uint8Array(),
    print: async () => false,
    keychainOffer: async () => ({ offered: false, why: 'none' }),
    keychainGet: async () => null,
    keychainSet: async () => undefined,
    keychainRemove: async () => undefined,
  }
  const supervisor = superviseCore({
    host, runId: randomUUID(), now: null,
    onEvent: () => undefined,
    replacePage: () => undefined, closeWindow: () => undefined,
    fork: (options) => {
      const child = fork(coreFile, [JSON.stringify({ ...options, calibrate: false })], {
        serialization: 'advanced', execArgv: ['--import', parentPort], stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      })
      return {
        send: (message) => { child.send(message) },
        // Only the core speaks on this channel.
        onMessage: (listener) => { child.on('message', (message) => { listener(message as FromCore) }) },
        onExit: (listener) => { child.on('exit', listener) },
        kill: () => { child.kill('SIGKILL') },
      }
    },
  })
  onTestFinished(() => supervisor.stop())
  return supervisor
}

async function call<N extends CallName>(supervisor: Supervisor, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await supervisor.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.code}`)
  // The row of this very name.
  return contract[name].output.parse(reply.value) as Output<N>
}

test('the bundled core makes a vault, keeps an entry, ends at the lock, and the next one reads it', async () => {
  const supervisor = startCore(tempFolder())
  const passphrase = 'quiet lamps under seven bridges'
  const id = contract['item.get'].input.parse(randomUUID())
  const text = richTextFromPlain('What I did not say aloud')

  const { recoveryCode } = await call(supervisor, 'vault.create', { passphrase, me: 'Sari' })
  const space = await call(supervisor, 'space.create', { role: 'mentee', me: 'Sari', other: 'Bram' })
  await call(supervisor, 'item.create', {
    id, spaceId: space.id, parentId: null, onDate: null, privacy: 'private',
    content: { kind: 'entry', body: { sort: 'reflection', prompt: null, text, raise: false } },
  })
  await call(supervisor, 'vault.lock', undefined)
  const whileLocked = await supervisor.call('item.get', id)
  await call(supervisor, 'vault.unlock', { passphrase })
  const kept = await call(supervisor, 'item.get', id)

  expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}.){7}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(whileLocked).toEqual({ ok: false, code: 'vault.locked' })
  expect(kept).toMatchObject({ kind: 'entry', body: { text } })
})

test('the bundled core writes a document for a word processor, in a thread of its own', async () => {
  const home = tempFolder()
  const supervisor = startCore(home)
  const id = contract['item.get'].input.parse(randomUUID())
  await call(supervisor, 'vault.create', { passphrase: 'quiet lamps under seven bridges', me: 'Sari' })
  const { id: spaceId } = await call(supervisor, 'space.create', { role: 'mentee', me: 'Sari', other: 'Bram' })
  await call(supervisor, 'item.create', {
    id, spaceId, parentId: null, onDate: '2026-11-22', privacy: 'shareable',
    content: { kind: 'entry', body: { sort: 'win', prompt: null, text: richTextFromPlain('The first draft is done'), raise: false } },
  })

  const record = await call(supervisor, 'export.save', {
    format: 'docx',
    order: {
      scope: { what: 'period', spaceId, from: '2026-11-01', to: '2026-11-30' }, audience: 'mentor', audienceName: '', language: 'en', title: 'Summary',
      blocks: [{ id, paragraphs: [{ style: 'plain', indent: 0, runs: [{ text: 'The first draft is done' }] }] }],
    },
  })

  expect(record).toMatchObject({ format: 'docx', itemCount: 1 })
  expect(readFileSync(join(home, 'saved.docx')).subarray(0, 2).toString()).toBe('PK')
})

test('the bundled core reads an import in a thread of its own, and adds it', async () => {
  const supervisor = startCore(tempFolder())
  await call(supervisor, 'vault.create', { passphrase: 'quiet lamps under seven bridges', me: 'Sari' })
  const { id: spaceId } = await call(supervisor, 'space.create', { role: 'mentee', me: 'Sari', other: 'Bram' })
  const bytes = Buffer.from('[2024-06-28 18:22] A walk along the canal.\nWe spoke about the library.\n').toString('base64')

  const plan = await call(supervisor, 'import.drop', { files: [{ name: 'journal.txt', bytes }] })
  const record = await call(supervisor, 'import.add', { id: plan.id, spaceId, skipDuplicates: true })

  expect(plan).toMatchObject({ format: 'jrnl', count: 1, from: '2024-06-28' })
  expect(record).toMatchObject({ count: 1, present: 1 })
})

test('the bundled core makes a backup in a thread of its own, another after the lock, and opens it', async () => {
  const supervisor = startCore(tempFolder())
  const passphrase = 'quiet lamps under seven bridges'
  await call(supervisor, 'vault.create', { passphrase, me: 'Sari' })
  const made = await call(supervisor, 'backup.make', undefined)
  await call(supervisor, 'space.create', { role: 'mentee', me: 'Sari', other: 'Bram' })
  await call(supervisor, 'vault.lock', undefined)

  const listed = await call(supervisor, 'backup.list', undefined)
  const held = await call(supervisor, 'backup.check', { id: made.id, place: made.place, passphrase })

  expect(listed).toHaveLength(2)
  expect(listed.every(({ verified }) => verified)).toBe(true)
  expect(held.counts).toEqual({})
})

test('the bundled core writes a copy of everything in a thread of its own, and reads it back', async () => {
  const supervisor = startCore(tempFolder())
  const passphrase = 'quiet lamps under seven bridges'
  await call(supervisor, 'vault.create', { passphrase, me: 'Sari' })
  const { id: spaceId } = await call(supervisor, 'space.create', { role: 'mentee', me: 'Sari', other: 'Bram' })
  await call(supervisor, 'item.create', {
    id: contract['item.get'].input.parse(randomUUID()), spaceId, parentId: null, onDate: '2026-11-22', privacy: 'private',
    content: { kind: 'entry', body: { sort: 'win', prompt: null, text: richTextFromPlain('The first draft is done'), raise: false } },
  })

  const saved = await call(supervisor, 'dump.save', { passphrase, own: true, language: 'en' })
  const chosen = await call(supervisor, 'dump.choose', undefined)
  const restored = await call(supervisor, 'dump.restore', { passphrase })

  expect(saved).toMatchObject({ items: 1 })
  expect(chosen).toMatchObject({ name: 'saved.age', bytes: saved?.bytes })
  expect(restored).toEqual({ undo: null, added: 0, beside: 0, same: 1 })
})

test('the bundled core finds its word lists beside it', async () => {
  const supervisor = startCore(tempFolder())

  const rated = await call(supervisor, 'passphrase.rate', { passphrase: 'quiet lamps under seven bridges' })
  const suggested = await call(supervisor, 'passphrase.suggest', undefined)

  expect(rated.strength).not.toBe('weak')
  // Not at hyphens: a few of the list's words have one.
  expect(suggested.passphrase.split(' ')).toHaveLength(5)
})

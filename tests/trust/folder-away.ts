/** The vault's folder goes while somebody types: unplugged, moved, replaced, or suddenly read-only. */
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { closeVault, createVault } from '../../electron/vault/vault.ts'
import { plainText, richTextFromPlain } from '../../shared/rich-text.ts'
import { cheap } from '../helpers/cheap.ts'
import { fakeHost } from '../helpers/fake-host.ts'
import { seeded } from '../helpers/flip.ts'
import type { Random } from '../helpers/flip.ts'
import { lockCore, startCore } from '../helpers/real-core.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { openTestBackend, testPassphrase } from '../helpers/test-backend.ts'
import type { TestBackend } from '../helpers/test-backend.ts'
import { newItemId } from '../helpers/test-database.ts'
import { withReadOnly } from '../helpers/without-rights.ts'
import { countOf, rowOf, tally } from './row.ts'

/** Whether the shell keeps the sealed words that a lock could not write, and hands them to the next core. */
type Shell = { keepsWords: boolean }

const ways = ['unplugged', 'moved', 'another in its place', 'read-only'] as const

const written = (text: string) => ({ kind: 'entry', body: { sort: 'reflection', prompt: null, text: richTextFromPlain(text), raise: false } }) as const
const long = (start: string) => `${start} ${'and so on '.repeat(800)}`.trimEnd()

export const row = rowOf<Shell>({
  id: 'folder-away',
  promise: 'Words typed while the vault is unplugged, moved or read-only are not lost, and none is called saved that is not.',
  tries: { full: 80, part: 4 },
  async attack(tries, seed, shell = { keepsWords: true }, aways = tally()) {
    const random = seeded(seed)
    const told: string[] = []
    for (let nth = 0; nth < tries; nth += 1) {
      // A shell that keeps nothing shows only where nothing could be written.
      const how = (shell.keepsWords ? ways[nth % ways.length] : undefined) ?? 'unplugged'
      const loss = how === 'unplugged' ? await typeUntilUnplugged(random, shell, told) : await typeMeanwhile(how, random(2) === 0, told)
      aways.held(loss === null, () => `${how}: ${loss}`)
    }
    return aways.outcome([countOf(told)])
  },
  planted: { keepsWords: false },
  plantedTries: 3,
  linuxOnly: true,
})

const drafts = 12

/** From one moment on every write of the core fails, as when a stick is pulled; at the next unlock it is back. */
async function typeUntilUnplugged(random: Random, shell: Shell, told: string[]): Promise<string | null> {
  const folder = join(tempFolder(), 'Journal.mjournal')
  closeVault((await createVault(folder, testPassphrase, cheap, new Date())).opened)
  // Some hundred writes go into opening and into the first of the drafts.
  const from = 40 + random(90)
  const failing = ['pwrite64', 'fsync'].flatMap((call, slower) => ['-e', `inject=${call}:error=EIO:when=${Math.ceil(from / (1 + 3 * slower))}+`])
  const core = await startCore(fakeHost(folder), {}, ['strace', '-qq', '-o', '/dev/null', '-e', 'trace=pwrite64,fsync', ...failing])
  let kept: Uint8Array | undefined
  core.process.on('message', (message) => {
    // What a core sends; only its last message is looked at.
    const last = message as { type: string; kept?: Uint8Array }
    if (last.type === 'locked') kept = last.kept
  })
  const id = newItemId()
  const texts = Array.from({ length: drafts }, (_, draft) => long(`${draft + 1} of what was typed`))
  try {
    await core.call('vault.unlock', { passphrase: testPassphrase })
    const space = await core.call('space.create', { role: 'alone', me: '', other: '' })
    await core.call('item.create', { id, spaceId: space.id, parentId: null, onDate: null, privacy: 'private', content: written('before') })
  } catch {
    // Pulled before there was anything to lose.
    await lockCore(core)
    return null
  }
  for (const [draft, text] of texts.entries()) {
    await core.call('item.draft', { id, revision: 1, content: written(text), draft: draft + 1 })
    await core.call('item.flush')
  }
  await lockCore(core)
  told.push(...core.events.flatMap((event) => (event.name === 'save.failed' ? [`unplugged: ${event.data.code}`] : [])))
  const said = Math.max(0, ...core.events.flatMap((event) => (event.name === 'item.saved' && event.data.id === id ? [event.data.draft] : [])))
  if (kept !== undefined && Buffer.from(kept).includes('of what was typed')) return 'the kept words can be read'

  const next = await startCore(fakeHost(folder), { lockedAt: new Date().toISOString(), openedBefore: true })
  await next.call('vault.unlock', { passphrase: testPassphrase })
  const stored = await textOf(next, id)
  if (said > 0 && texts.indexOf(stored) + 1 < said) return `draft ${said} was called saved, and is not there`
  if (kept !== undefined && shell.keepsWords) next.send({ type: 'kept', words: kept })
  await next.call('item.flush')
  const found = await textOf(next, id)
  await lockCore(next)
  return found === texts.at(-1) ? null : `the last of ${drafts} drafts is lost`
}

async function textOf(core: Awaited<ReturnType<typeof startCore>>, id: ReturnType<typeof newItemId>): Promise<string> {
  const item = await core.call('item.get', id)
  return item.kind === 'entry' ? plainText(item.body.text) : item.kind
}

/** The folder away under an open window, and back again. */
async function typeMeanwhile(how: Exclude<(typeof ways)[number], 'unplugged'>, locks: boolean, told: string[]): Promise<string | null> {
  const { test } = await openTestBackend()
  const id = newItemId()
  const space = await test.call('space.create', { role: 'alone', me: '', other: '' })
  await test.call('item.create', { id, spaceId: space.id, parentId: null, onDate: null, privacy: 'private', content: written('before') })
  const words = long('typed while it was away')
  await without(how, test.folder, async () => {
    await test.call('item.draft', { id, revision: 1, content: written(long('first')), draft: 1 })
    await test.call('item.flush')
    await test.call('item.draft', { id, revision: 1, content: written(words), draft: 2 })
    if (locks) test.backend.lock('idle')
    else await test.call('item.flush')
  })
  told.push(...test.events.flatMap((event) => (event.name === 'save.failed' ? [`${how}: ${event.data.code}`] : [])))
  if (!locks) await test.call('item.flush')
  // What another process finds in the folder, once this one let go of it.
  test.backend.lock('asked')
  const next = test.restart()
  await next.call('vault.unlock', { passphrase: testPassphrase })
  if (test.backend.kept !== null) next.backend.takeBack(test.backend.kept)
  await next.call('item.flush')
  return storedWords(next, id) === words ? null : 'the words are not in the vault'
}

async function without(how: Exclude<(typeof ways)[number], 'unplugged'>, folder: string, work: () => Promise<void>): Promise<void> {
  if (how === 'read-only') return withReadOnly(folder, work)
  const elsewhere = `${folder}.away`
  renameSync(folder, elsewhere)
  if (how === 'another in its place') mkdirSync(folder)
  try {
    await work()
  } finally {
    rmSync(folder, { recursive: true, force: true })
    renameSync(elsewhere, folder)
  }
}

function storedWords({ backend }: TestBackend, id: string): unknown {
  return backend.db.prepare('SELECT words FROM item WHERE id = ?').pluck().get(id)
}

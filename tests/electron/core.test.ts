import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Item } from '../../shared/item.ts'
import { plainText, richTextFromPlain } from '../../shared/rich-text.ts'
import { fakeHost } from '../helpers/fake-host.ts'
import type { FakeHost } from '../helpers/fake-host.ts'
import { lockCore, startCore } from '../helpers/real-core.ts'
import type { RealCore } from '../helpers/real-core.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { newItemId } from '../helpers/test-database.ts'
import { leastMs } from '../helpers/took.ts'

const passphrase = 'een brugwachter zingt zacht'

async function core(host: FakeHost): Promise<RealCore> {
  const started = await startCore(host)
  onTestFinished(() => { started.process.kill('SIGKILL') })
  return started
}

function newHost(): FakeHost {
  return fakeHost(join(tempFolder(), 'Journal.mjournal'))
}

const written = (text: string) =>
  ({ kind: 'entry', body: { sort: 'reflection', prompt: null, text: richTextFromPlain(text), raise: false } }) as const

/** A new vault with one empty entry, open in its own process. */
async function openCore(host: FakeHost): Promise<{ running: RealCore; entry: Item }> {
  const running = await core(host)
  await running.call('vault.create', { passphrase, me: '' })
  const space = await running.call('space.create', { role: 'alone', me: '', other: '' })
  const entry = await running.call('item.create', { id: newItemId(), spaceId: space.id, parentId: null, onDate: null, privacy: 'private', content: written('') })
  return { running, entry }
}

/** What stands in an entry after the vault is opened in a new process. */
async function reread(host: FakeHost, id: Item['id']): Promise<string> {
  const next = await core(host)
  await next.call('vault.unlock', { passphrase })
  const item = await next.call('item.get', id)
  await lockCore(next)
  return item.kind === 'entry' ? plainText(item.body.text) : item.kind
}

describe('the core process', () => {
  it('keeps what was saved from one process to the next, and ends at the lock', async () => {
    const host = newHost()
    const { running, entry } = await openCore(host)
    await running.call('item.save', { id: entry.id, revision: 1, content: written('Vandaag ging het beter.') })

    const end = await lockCore(running, 'idle')

    expect(end).toEqual({ code: 0, locked: 'idle' })
    expect(running.events.at(-1)).toEqual({ name: 'vault.locked', data: { why: 'idle' } })
    expect(await reread(host, entry.id)).toBe('Vandaag ging het beter.')
  })

  it('saves the last half second before it locks', async () => {
    const host = newHost()
    const { running, entry } = await openCore(host)

    void running.reply('item.draft', { id: entry.id, revision: 1, draft: 1, content: written('Net getypt.') })
    await lockCore(running)

    expect(running.events.map((event) => event.name)).toEqual(['item.saved', 'vault.locked'])
    expect(await reread(host, entry.id)).toBe('Net getypt.')
  })

  it('answers the page\'s own lock, and then ends', async () => {
    const { running } = await openCore(newHost())

    const reply = await running.reply('vault.lock')

    expect(reply).toEqual({ ok: true, value: undefined })
    expect(await running.ended).toEqual({ code: 0, locked: 'asked' })
  })

  it('saves and ends when the shell is suddenly gone', async () => {
    const host = newHost()
    const { running, entry } = await openCore(host)
    await running.call('item.draft', { id: entry.id, revision: 1, draft: 1, content: written('De schil viel weg.') })

    running.process.disconnect()
    const end = await running.ended

    expect(end.code).toBe(0)
    expect(await reread(host, entry.id)).toBe('De schil viel weg.')
  })

  it('saves and ends when the system asks it to', async () => {
    const host = newHost()
    const { running, entry } = await openCore(host)
    await running.call('item.draft', { id: entry.id, revision: 1, draft: 1, content: written('Het systeem sluit af.') })

    running.process.kill('SIGTERM')
    const end = await running.ended

    expect(end).toEqual({ code: 0, locked: 'closed' })
    expect(await reread(host, entry.id)).toBe('Het systeem sluit af.')
  })

  it('leaves Ctrl-C in a terminal to the shell', async () => {
    const { running } = await openCore(newHost())

    running.process.kill('SIGINT')
    running.process.kill('SIGHUP')
    await wait(200)

    expect((await running.call('vault.status')).state).toBe('open')
  })

  it('takes drafts at once while a key is being derived', async () => {
    const { running, entry } = await openCore(newHost())
    const before = running.replies.length

    const slow = running.reply('vault.unlock', { passphrase })
    const quick = running.reply('item.draft', { id: entry.id, revision: 1, draft: 1, content: written('Intussen.') })
    await Promise.all([slow, quick])

    const [slowSeq, quickSeq] = [Math.max(...running.replies) - 1, Math.max(...running.replies)]
    expect(running.replies.slice(before)).toEqual([quickSeq, slowSeq])
  })

  it('takes drafts at once while the shell prints or a dialog stands open', async () => {
    const host = newHost()
    const { running, entry } = await openCore(host)
    const printing = Promise.withResolvers<Uint8Array>()
    host.printToPdf = () => printing.promise
    const order = {
      scope: { what: 'session', spaceId: entry.spaceId, sessionId: entry.id }, audience: 'myself', audienceName: '', language: 'en', title: 'x', blocks: [],
    } as const

    const print = running.reply('export.print', order)
    const draft = await running.reply('item.draft', { id: entry.id, revision: 1, draft: 1, content: written('Ondertussen.') })
    printing.resolve(new Uint8Array())
    await print

    expect(draft.ok).toBe(true)
  })

  it('leaves no word, passphrase or code in the vault\'s bytes', async () => {
    const host = newHost()
    const running = await core(host)
    const { recoveryCode } = await running.call('vault.create', { passphrase, me: 'Annelies' })
    const space = await running.call('space.create', { role: 'mentee', me: 'Annelies', other: 'Wibowo' })
    await running.call('item.create', { id: newItemId(), spaceId: space.id, parentId: null, onDate: null, privacy: 'private', content: written('Zeldzaamwoord in de nacht.') })
    const bytes = () => readdirSync(join(host.preferences.vaultFolder ?? '')).map((name) => readFileSync(join(host.preferences.vaultFolder ?? '', name)))
    const secrets = ['Zeldzaamwoord', 'Annelies', 'Wibowo', passphrase, recoveryCode].flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le')])

    const whileOpen = bytes()
    await lockCore(running)
    const files = [...whileOpen, ...bytes()]

    expect(files.length).toBeGreaterThanOrEqual(6)
    expect(files.flatMap((file) => secrets.filter((secret) => file.includes(secret)))).toEqual([])
  })

  it('prints nothing but times, names of calls and kinds of errors', async () => {
    const host = newHost()
    const { running } = await openCore(host)
    host.setPreferences = () => Promise.reject(new Error(`cannot write ${host.preferences.vaultFolder ?? ''}`))

    await running.reply('preference.set', { theme: 'dark' })
    await running.reply('vault.unlock', { passphrase: 'geheim' })
    await running.reply('no.such', { secret: 'geheim' })
    await lockCore(running)

    expect(running.output()).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z preference\.set failed: Error\n$/)
  })

  it('is called something neutral', async () => {
    const running = await core(newHost())

    expect(readFileSync(`/proc/${running.pid}/comm`, 'utf8').trim()).toBe('journal-core')
  })

  it('starts within a second, warm, behind the lock screen', async () => {
    const mostMs = 3000

    expect(await leastMs(mostMs, () => core(newHost()))).toBeLessThan(mostMs)
  })
})

import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readerName } from '../../electron/dump/reader-file.ts'
import { fakeHost } from '../helpers/fake-host.ts'
import type { FakeHost } from '../helpers/fake-host.ts'
import { lockCore, startCore } from '../helpers/real-core.ts'
import type { RealCore } from '../helpers/real-core.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { entryOf, newItemId } from '../helpers/test-database.ts'

const passphrase = 'een brugwachter zingt zacht'

async function core(host: FakeHost, now: string | null = null): Promise<RealCore> {
  const started = await startCore(host, { now })
  onTestFinished(() => { started.process.kill('SIGKILL') })
  return started
}

const newHost = () => fakeHost(join(tempFolder(), 'Journal.mjournal'))
const names = (host: FakeHost) => {
  const folder = join(dirname(host.preferences.vaultFolder ?? ''), 'Journal backups')
  return existsSync(folder) ? readdirSync(folder).filter((name) => name !== readerName).toSorted() : []
}

async function write(running: RealCore, words: string): Promise<void> {
  const [space] = await running.call('space.list')
  const spaceId = space?.id ?? (await running.call('space.create', { role: 'alone', me: '', other: '' })).id
  await running.call('item.create', { id: newItemId(), spaceId, parentId: null, content: entryOf(words), onDate: null, privacy: 'private' })
}

/** Open in a new process, do something, lock, wait for its end. */
async function sitting(host: FakeHost, now: string, work: (running: RealCore) => Promise<unknown>): Promise<void> {
  const running = await core(host, now)
  await running.call('vault.unlock', { passphrase })
  await work(running)
  await lockCore(running)
}

describe('a lock', () => {
  it('is followed by a backup, and only when something is new', async () => {
    const host = newHost()
    const first = await core(host, '2026-11-20T09:00:00.000Z')
    await first.call('vault.create', { passphrase, me: '' })
    await write(first, 'Eerst')
    await lockCore(first)
    const seen = [names(host)]

    await sitting(host, '2026-11-21T09:00:00.000Z', (running) => running.call('place.keep', { location: '/', field: null, caret: null }))
    seen.push(names(host))
    await sitting(host, '2026-11-22T09:00:00.000Z', (running) => write(running, 'Nieuw'))
    seen.push(names(host))

    expect(seen).toEqual([
      ['2026-11-20T09-00-00Z.mjbackup'], ['2026-11-20T09-00-00Z.mjbackup'],
      ['2026-11-20T09-00-00Z.mjbackup', '2026-11-22T09-00-00Z.mjbackup'],
    ])
  })

  it('is not followed by another one for words saved in the second in which the last was made', async () => {
    const host = newHost()
    const first = await core(host, '2026-11-20T09:00:00.700Z')
    await first.call('vault.create', { passphrase, me: '' })
    await write(first, 'Eerst')
    await lockCore(first)
    await sitting(host, '2026-11-20T10:00:00.000Z', (running) => running.call('space.list'))

    expect(names(host)).toEqual(['2026-11-20T09-00-00Z.mjbackup'])
  })

  it('when the machine falls asleep waits for none; the next one makes up for it', async () => {
    const host = newHost()
    const running = await core(host)
    await running.call('vault.create', { passphrase, me: '' })
    await write(running, 'Net voor de slaap')
    await lockCore(running, 'suspend')
    const asleep = names(host)

    await sitting(host, '2026-11-21T09:00:00.000Z', () => Promise.resolve())

    expect([asleep, names(host)]).toEqual([[], ['2026-11-21T09-00-00Z.mjbackup']])
  })

  it('says so before the backup is made, and ends at once when somebody waits to unlock', async () => {
    const host = newHost()
    const running = await core(host)
    await running.call('vault.create', { passphrase, me: '' })
    await write(running, 'Haast')

    running.send({ type: 'hurry' })
    const before = performance.now()
    const end = await lockCore(running)

    expect([end, names(host)]).toEqual([{ code: 0, locked: 'asked' }, []])
    // Beside other tests a moment is longer.
    expect(performance.now() - before).toBeLessThan(5_000)
  })

  it('leaves the vault whole when the process is killed in its backup, and the next one clears up', async () => {
    const host = newHost()
    const running = await core(host)
    await running.call('vault.create', { passphrase, me: '' })
    for (let entry = 0; entry < 20; entry += 1) await write(running, `Regel ${entry}`)

    running.process.on('message', (message) => {
      if ((message as { type: string }).type === 'locked') running.process.kill('SIGKILL')
    })
    await lockCore(running)
    await sitting(host, '2026-11-21T09:00:00.000Z', async (next) => {
      expect(await next.call('vault.check')).toMatchObject({ integrity: 'ok' })
      await next.call('backup.make')
    })

    expect(names(host).filter((name) => /part|check/.test(name))).toEqual([])
    expect(names(host)).toContain('2026-11-21T09-00-00Z.mjbackup')
  })

  it('goes on when there is no room or no right to write one', async () => {
    const host = newHost()
    const running = await core(host)
    await running.call('vault.create', { passphrase, me: '' })
    await write(running, 'Toch bewaard')
    const vault = host.preferences.vaultFolder ?? ''
    for (const path of [join(dirname(vault), 'Journal backups'), join(vault, 'backups')]) writeFileSync(path, 'in the way')

    const end = await lockCore(running)

    expect(end).toEqual({ code: 0, locked: 'asked' })
    expect(running.output()).toMatch(/backup\.lock failed: backupFailed\n$/)
  })
})

import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { makeBackup } from '../../../../electron/vault/backups/make.ts'
import { sourceOf } from '../../../../electron/vault/backups/source.ts'
import { inThread } from '../../../../electron/vault/backups/thread.ts'
import { closeVault, createVault } from '../../../../electron/vault/vault.ts'
import { cheap } from '../../../helpers/cheap.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'

test('a backup that begins while the thread of the last one is let go has another', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => { vi.useRealTimers() })
  const { opened: vault } = await createVault(join(tempFolder(), 'Journal.mjournal'), 'een brugwachter zingt zacht', cheap, new Date())
  onTestFinished(() => { closeVault(vault) })
  const backUp = (now: Date) => inThread(undefined, (run) => makeBackup(sourceOf(vault), { now, run }))
  await backUp(new Date('2026-11-22T20:00:00.000Z'))

  vi.advanceTimersByTime(5_000)
  const made = await backUp(new Date('2026-11-22T21:00:00.000Z'))
  // And the next one the same again, for the end of the first has nothing to do with it.
  vi.advanceTimersByTime(4_999)
  const next = await backUp(new Date('2026-11-22T22:00:00.000Z'))

  expect([made.id, next.id]).toEqual(['2026-11-22T21-00-00Z', '2026-11-22T22-00-00Z'])
})

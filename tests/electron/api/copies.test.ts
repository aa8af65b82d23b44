/** One vault, two computers: what each notices when the other's copy lies in its place. */
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fakeHost } from '../../helpers/fake-host.ts'
import { openQuickBackend, testBackend, testPassphrase } from '../../helpers/test-backend.ts'
import type { TestBackend } from '../../helpers/test-backend.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const unlock = { passphrase: testPassphrase }

/** Two computers, each with a copy of the same vault; the second has never seen it. */
async function twoComputers() {
  const { test } = await openQuickBackend()
  test.backend.lock('asked')
  const folder = join(tempFolder(), 'Journal.mjournal')
  cpSync(test.folder, folder, { recursive: true })
  return { here: computer(test), there: computer(testBackend({ host: fakeHost(folder), folder })) }
}

function computer(test: TestBackend) {
  return {
    folder: test.folder,
    backups: async () => (await test.restart().call('backup.list')).map(({ id }) => id),
    /** Open, perhaps act, lock; what the unlock had to say. */
    async use(times = 1, act: (test: TestBackend) => Promise<unknown> = () => Promise.resolve()): Promise<string[]> {
      let said: string[] = []
      for (let n = 0; n < times; n += 1) {
        const run = test.restart()
        said = (await run.call('vault.unlock', unlock)).notices
        await act(run)
        run.backend.lock('asked')
      }
      return said
    },
  }
}

type Computer = ReturnType<typeof computer>

/** What a cloud folder or a stick does. */
function bring(from: Computer, to: Computer): void {
  rmSync(to.folder, { recursive: true })
  cpSync(from.folder, to.folder, { recursive: true })
}

const accept = (test: TestBackend) => test.call('vault.accept')

describe('two machines that wrote copies', () => {
  it('are told so, whichever copy lies there, until one is chosen', async () => {
    const { here, there } = await twoComputers()
    await here.use(2)
    await there.use(3)
    bring(there, here)

    expect(await here.use()).toEqual(['other-copy'])
    expect(await here.use()).toEqual(['other-copy'])
    expect(await here.use(1, accept)).toEqual(['other-copy'])
    expect(await here.use(2)).toEqual([])
  })

  it('are told apart from an older vault put back, also when the other copy was opened less often', async () => {
    const { here, there } = await twoComputers()
    const before = join(tempFolder(), 'before')
    await here.use(4)
    await there.use(2)

    bring(there, here)
    const fork = await here.use(1, accept)
    cpSync(here.folder, before, { recursive: true })
    await here.use(3)
    rmSync(here.folder, { recursive: true })
    cpSync(before, here.folder, { recursive: true })
    const older = await here.use()

    expect([fork, older]).toEqual([['other-copy'], ['older-vault']])
    expect(await here.use()).toEqual([])
  })

  it('keep what the chosen copy lacks in a backup that no rotation takes away', async () => {
    const { here, there } = await twoComputers()
    await here.use(1, (test) => test.call('backup.make'))
    await there.use(2)
    bring(there, here)
    const before = await here.backups()
    await here.use(2)
    const unchosen = await here.backups()
    await here.use(1, accept)
    await here.use(6, (test) => test.call('backup.make'))

    expect([before.length, unchosen]).toEqual([1, before])
    const after = await here.backups()
    expect(after).toEqual(expect.arrayContaining(before))
    // The others of the day were thinned out.
    expect(after.length).toBeLessThan(6)
  })

  it('taking turns with one vault are told nothing', async () => {
    const { here, there } = await twoComputers()

    for (let turn = 0; turn < 3; turn += 1) {
      expect(await here.use(2)).toEqual([])
      bring(here, there)
      expect(await there.use(1)).toEqual([])
      bring(there, here)
    }
  })

  it('chosen on one, the copy is strange to the other', async () => {
    const { here, there } = await twoComputers()
    await here.use(2)
    await there.use(2)
    bring(there, here)
    await here.use(1, accept)
    const taken = await here.use(3)
    bring(here, there)

    expect(taken).toEqual([])
    expect(await there.use()).toEqual([])
  })

  it('who was never here before is told nothing', async () => {
    const { here, there } = await twoComputers()
    await here.use(5)
    bring(here, there)

    expect(await there.use()).toEqual([])
  })
})

import { forkCore } from '../../electron/host/chromium/core-process.ts'
import type { CoreProcess } from '../../electron/host/supervisor.ts'
import { ItemId } from '../../shared/ids.ts'
import { expect, test } from './open-app.ts'
import { beginJournal, passphrase, words } from './pages/first-start.ts'
import { journal } from './pages/journal.ts'

const t = words('en')

/** A core whose disk is full for as long as one says: what is sent to be saved fails as it would there. */
function fullDisk() {
  const state = { full: false }
  function fork(options: Parameters<typeof forkCore>[0]): CoreProcess {
    const core = forkCore(options)
    let tell: Parameters<CoreProcess['onMessage']>[0] = () => undefined
    return {
      onExit: (listener) => core.onExit(listener),
      kill: () => core.kill(),
      onMessage: (listener) => { tell = listener; core.onMessage(listener) },
      send: (message) => {
        // What is sealed between page and core could not be looked into here.
        if (message.type === 'call' && message.name === 'channel.open') { tell({ type: 'reply', seq: message.seq, reply: { ok: false, code: 'internal' } }); return }
        if (!state.full || message.type !== 'call') { core.send(message); return }
        const { seq, name } = message
        if (name === 'item.create') tell({ type: 'reply', seq, reply: { ok: false, code: 'disk.full' } })
        else if (name === 'item.draft') {
          // The calls that reach a core were written by the page in the contract's shape.
          const { id } = message.input as { id: string }
          tell({ type: 'reply', seq, reply: { ok: true, value: undefined } })
          tell({ type: 'event', event: { name: 'save.failed', data: { id: ItemId.parse(id), code: 'disk.full' } } })
        } else core.send(message)
      },
    }
  }
  return { state, fork }
}

test('a save that fails is loud, keeps the words, goes on when there is room again', async ({ openApp }) => {
  const disk = fullDisk()
  const { page } = await openApp({ fork: disk.fork })
  await beginJournal(page)
  const { newEntry, save, row, text } = journal(page)
  await newEntry()
  await page.keyboard.type('before')
  await save()

  disk.state.full = true
  await page.keyboard.type(' and after')
  const strip = page.getByRole('alert')
  await expect(strip).toContainText(t('error.disk.full'))
  await expect(text).toHaveText('before and after')
  await page.keyboard.press('Control+2')
  await expect(strip).toContainText(t('error.disk.full'))
  await row('before').click()
  await expect(text).toHaveText('before and after')

  disk.state.full = false
  await strip.getByRole('button', { name: t('save.retry') }).click()
  await expect(strip).toHaveCount(0)
  await page.keyboard.press('Control+2')
  await expect(row('before and after')).toBeVisible()
})

test('a first key that cannot be saved is kept, and made into an entry when there is room again', async ({ openApp }) => {
  const disk = fullDisk()
  const { page } = await openApp({ fork: disk.fork })
  await beginJournal(page)
  const { field, saved } = journal(page)

  disk.state.full = true
  await expect(field).toBeFocused()
  await page.keyboard.type('the very first words')
  await expect(page.getByRole('alert')).toContainText(t('error.disk.full'))
  disk.state.full = false

  await expect(saved).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.keyboard.press('Control+2')
  await expect(page.locator('#sheet li')).toContainText('the very first words')
})

test('a core that is killed leaves a window that opens again, with all that was saved', async ({ openApp }) => {
  const cores: Array<{ kill(): void }> = []
  const { page } = await openApp({ fork: (options) => { const core = forkCore(options); cores.push(core); return core } })
  await beginJournal(page)
  const { newEntry, save, row } = journal(page)
  await newEntry()
  await page.keyboard.type('saved before the fault')
  await save()

  cores.at(-1)?.kill()
  await page.getByLabel(t('passphrase.label'), { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await page.locator('#sheet').getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+2')
  await expect(row('saved before the fault')).toBeVisible()
})

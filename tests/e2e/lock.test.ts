/** What a lock takes along, what it brings back, and what it shows meanwhile. */
import { forkCore } from '../../electron/host/chromium/core-process.ts'
import type { CoreProcess } from '../../electron/host/supervisor.ts'
import { ItemId } from '../../shared/ids.ts'
import { axeFaults } from '../helpers/axe.ts'
import { expect, test } from './open-app.ts'
import type { Page } from './open-app.ts'
import { beginJournal, lockAndUnlock, passphrase, words } from './pages/first-start.ts'
import { journal } from './pages/journal.ts'
import { holdSession, said } from './pages/relationship.ts'
import { sessionPage } from './pages/sessions.ts'
import { sharingPage } from './pages/sharing.ts'

const t = words('en')
const now = '2026-11-23T20:20:00.000Z'

const passphraseField = (page: Page) => page.getByLabel(t('passphrase.label'), { exact: true })

test('[F66] while it is locked nothing tells of the journal, and a capture in mid-sentence goes on where it was', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { sheet: 'later' } })
  await holdSession(page)
  const { capture, mode } = sessionPage(page)
  await mode('during').click()
  await capture.click()
  await page.keyboard.type('She will ask the harbour')
  for (let back = 0; back < 4; back += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+l')
  await passphraseField(page).waitFor()

  const shown = [await page.title(), await page.content(), await page.locator('body').ariaSnapshot()]
  for (const word of ['Sari', 'Ana', 'harbour', said.agenda, 'session', 'mentee']) {
    for (const text of shown) expect(text.toLowerCase(), word).not.toContain(word.toLowerCase())
  }
  expect(shown[0]).toBe('Mentoring Journal')
  await passphraseField(page).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(capture).toBeFocused()
  await expect(capture).toHaveValue('She will ask the harbour')
  await page.keyboard.type('old ')
  await expect(capture).toHaveValue('She will ask the harold bour')

  const window = page.getByRole('dialog', { name: t('commitment.new') })
  await mode('after').click()
  await page.getByRole('button', { name: t('after.read-back.add'), exact: true }).click()
  await page.keyboard.type('Half a sente')
  await lockAndUnlock(page)
  await expect(window).toHaveCount(0)
  await expect(page.getByText(t('locked.window'))).toBeVisible()
  await page.getByRole('button', { name: t('after.read-back.add'), exact: true }).click()
  await expect(window.getByLabel(t('commitment.text'))).toHaveValue('Half a sente')
})

test('[F66] a review in progress is there after the lock, with ticks, masks and changes, and gone when it is left', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { sheet: 'later' } })
  const sharing = sharingPage(page)
  await holdSession(page)
  await sharing.reviewSession()
  await sharing.tick(said.agenda).check()
  await sharing.act(said.agenda, 'sharing.edit').click()
  await sharing.copy.first().fill('What we talked about')
  await sharing.inCopy('act.done').click()
  await expect(sharing.item('What we talked about')).toBeVisible()

  await lockAndUnlock(page)

  await expect(sharing.title).toHaveText(t('sharing.review.title'))
  await expect(sharing.tick('What we talked about')).toBeChecked()
  await sharing.item('What we talked about').click()
  await sharing.act('What we talked about', 'sharing.edit').click()
  await sharing.copy.first().press('End')
  await page.keyboard.type(' by the har')
  await lockAndUnlock(page)
  await expect(sharing.copy.first()).toHaveValue('What we talked about by the har')
  await sharing.inCopy('act.done').click()
  await expect(sharing.tick('What we talked about by the har')).toBeChecked()
  await page.keyboard.press('Control+1')
  await page.locator('#sheet').getByRole('heading', { level: 1 }).filter({ hasNotText: t('sharing.review.title') }).waitFor()
  await page.keyboard.press('Control+e')
  await expect(sharing.title).toHaveText(t('sharing.what.title'))
})

test('[F66] what was copied here leaves the clipboard at the lock; what another program put there stays', async ({ openApp }) => {
  const { page } = await openApp({ begun: {} })
  const { field } = journal(page)
  await expect(field).toBeFocused()
  await page.keyboard.type('words for the clipboard')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+l')
  await passphraseField(page).click()
  await page.keyboard.press('Control+v')
  await expect(passphraseField(page)).toHaveValue('')

  await passphraseField(page).fill(passphrase)
  await page.keyboard.press('Enter')
  await page.locator('#sheet').getByRole('heading', { level: 1 }).waitFor()
  // As another program would: nothing of ours hears of it.
  await page.evaluate(() => navigator.clipboard.writeText('from elsewhere'))
  await page.keyboard.press('Control+l')
  await passphraseField(page).click()
  await page.keyboard.press('Control+v')
  await expect(passphraseField(page)).toHaveValue('from elsewhere')
})

test('an open file window of ours (a system\'s own dialog belongs to the system) closes with the lock, and two locks at once are one', async ({ openApp }) => {
  const app = await openApp({ begun: {} })
  const { page } = app
  test.skip(app.shell !== 'chromium', 'the system\'s own dialogs belong to the system')
  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: t('settings.vault'), exact: true }).click()
  const [dialog] = await Promise.all([app.dialog(), page.getByRole('button', { name: t('move.act') }).click()])
  await dialog.getByRole('listbox').waitFor()
  const closed = dialog.waitForEvent('close')

  await page.evaluate(() => { for (let twice = 0; twice < 2; twice += 1) void window.bridge.call('vault.lock', undefined) })

  await closed
  await expect(passphraseField(page)).toBeVisible()
  await expect(page).toHaveTitle('Mentoring Journal')
})

test('a window that is closed over words that cannot be saved asks once, and closes at the second time', async ({ openApp }) => {
  let full = false
  const fork = (options: Parameters<typeof forkCore>[0]): CoreProcess => {
    const core = forkCore({ ...options, calibrate: false })
    let tell: Parameters<CoreProcess['onMessage']>[0] = () => undefined
    return {
      ...core,
      onMessage: (listener) => { tell = listener; core.onMessage(listener) },
      send: (message) => {
        // What is sealed between page and core could not be looked into here.
        if (message.type === 'call' && message.name === 'channel.open') tell({ type: 'reply', seq: message.seq, reply: { ok: false, code: 'internal' } })
        else if (full && message.type === 'call' && message.name === 'item.draft') {
          // The calls that reach a core were written by the page in the contract's shape.
          const { id } = message.input as { id: string }
          tell({ type: 'reply', seq: message.seq, reply: { ok: true, value: undefined } })
          tell({ type: 'event', event: { name: 'save.failed', data: { id: ItemId.parse(id), code: 'disk.full' } } })
        } else core.send(message)
      },
    }
  }
  const app = await openApp({ fork })
  const { page } = app
  await beginJournal(page)
  const { field, saved } = journal(page)
  await expect(field).toBeFocused()
  await page.keyboard.type('kept')
  await expect(saved).toBeVisible()
  full = true
  await page.keyboard.type(' and lost')
  await expect(page.getByRole('alert')).toContainText(t('error.disk.full'))

  await page.close({ runBeforeUnload: true })
  await expect(page.getByRole('dialog')).toContainText(t('closing.text'))
  await page.getByRole('button', { name: t('closing.stay') }).click()
  await expect(field).toContainText('kept and lost')
  await page.close({ runBeforeUnload: true })

  await app.closed
})

test('[F69] one key turns all text into bars, over a lock as well, and writing goes on', async ({ openApp }) => {
  const { page } = await openApp({ begun: {} })
  const { field } = journal(page)
  await expect(field).toBeFocused()
  await page.keyboard.type('Nobody reads ')
  await page.keyboard.press('Control+Shift+d')
  await page.keyboard.type('this over my shoulder')
  await expect(field).toHaveText('Nobody reads this over my shoulder')
  expect(await readableText(page)).toEqual([])
  await expect(page.getByRole('button', { name: t('act.discreet'), exact: false })).toHaveAttribute('aria-pressed', 'true')

  await lockAndUnlock(page)
  await expect(field).toHaveText('Nobody reads this over my shoulder')
  expect(await readableText(page)).toEqual([])
  for (const place of ['Control+2', 'Control+3', 'Control+4', 'Control+5', 'Control+e', 'Control+,', 'Control+k']) {
    await page.keyboard.press(place)
    await page.locator('#sheet').getByRole('heading', { level: 1 }).waitFor()
    expect(await readableText(page), place).toEqual([])
  }
  // Whoever listens instead of looking goes on hearing every word.
  await page.keyboard.press('Control+1')
  await expect(field).toHaveText('Nobody reads this over my shoulder')
  expect(await page.locator('#sheet').ariaSnapshot()).toContain('Nobody reads this over my shoulder')
  await page.keyboard.press('Control+Shift+d')
  expect((await readableText(page)).join(' ')).toContain('Nobody reads this over my shoulder')

  await page.keyboard.press('Control+,')
  for (const section of ['settings.screen', 'settings.vault', 'settings.privacy'] as const) {
    await page.getByRole('button', { name: t(section), exact: true }).click()
    expect(await axeFaults(page), section).toEqual([])
  }
})

/** Every text on the screen that is painted and is not one of the app's own few words; titles and placeholders too. */
async function readableText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const painted = (color: string) => !/^rgba\(.*, 0\)$|^transparent$/.test(color)
    const found: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const text = texts.currentNode.textContent?.trim() ?? ''
      const element = texts.currentNode.parentElement
      if (text === '' || element === null || element.closest('[data-app-words], script, style, .visually-hidden, option') !== null || !element.checkVisibility()) continue
      if (painted(getComputedStyle(element).webkitTextFillColor)) found.push(text)
    }
    for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea')) {
      if (field.checkVisibility() && field.value !== '' && painted(getComputedStyle(field).webkitTextFillColor)) found.push(field.value)
    }
    for (const element of document.querySelectorAll('[title]:not([title=""])')) found.push(element.getAttribute('title') ?? '')
    return found
  })
}

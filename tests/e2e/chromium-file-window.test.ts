import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileDialog as en } from '../../renderer/messages/en/file-dialog.ts'
import { fileDialog as id } from '../../renderer/messages/id/file-dialog.ts'
import { fileDialog as nl } from '../../renderer/messages/nl/file-dialog.ts'
import { axeFaults } from '../helpers/axe.ts'
import { fakeCores } from '../helpers/fake-core.ts'
import { expect, test } from './open-app.ts'
import type { OpenApp } from './open-app.ts'
import { fileWindow } from './pages/file-window.ts'

const answers = {
  'preference.get': { language: null, theme: 'system', textSize: 100, compact: false, reducedMotion: false, idleMinutes: 5 },
  'vault.status': { state: 'absent', folder: '~/Journal.mjournal', openedBefore: false, lockedAt: null, shell: 'chromium', protections: [], unlockMs: null },
}

let folder = ''
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mj-files-'))
  for (const name of ['Alpha', 'Beta', 'Journal.mjournal']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'Journal.mjournal', 'keys.json'), '{}')
  writeFileSync(join(folder, 'summary.pdf'), 'an older one')
})
test.afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

async function start(openApp: OpenApp) {
  const cores = fakeCores({ call: (name) => ({ ok: true, value: answers[name as keyof typeof answers] ?? null }) })
  const app = await openApp({ fork: cores.fork, home: folder })
  const ask = async (method: 'chooseSavePath' | 'chooseFolder' | 'chooseOpenPath', choice: unknown) => {
    const opening = app.dialog()
    const chosen = cores.latest.ask(method, choice)
    const page = await opening
    const files = fileWindow(page)
    await files.list.waitFor()
    return { files, page, chosen }
  }
  return { app, ask }
}

test('a file is saved under a name typed without its ending', async ({ openApp }) => {
  const { ask } = await start(openApp)
  const { files, page, chosen } = await ask('chooseSavePath', { name: 'notes.pdf', language: 'en' })

  await expect(files.name).toBeFocused()
  await page.keyboard.type('June')
  await page.keyboard.press('Enter')

  expect(await chosen).toBe(join(folder, 'June.pdf'))
  await expect.poll(() => page.isClosed()).toBe(true)
})

test('replacing a file is asked, and the safe answer has the focus', async ({ openApp }) => {
  const { ask } = await start(openApp)
  const { files, page, chosen } = await ask('chooseSavePath', { name: 'summary.pdf', language: 'en' })

  await files.name.press('Enter')
  await expect(page.getByRole('button', { name: en['replace.keep'] })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(files.name).toBeFocused()
  await files.name.press('Enter')
  await expect(page.getByRole('button', { name: en['replace.keep'] })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')

  expect(await chosen).toBe(join(folder, 'summary.pdf'))
})

test('folders are walked, and one is made, by keyboard alone', async ({ openApp }) => {
  const { ask } = await start(openApp)
  const { files, page, chosen } = await ask('chooseSavePath', { name: 'summary.pdf', language: 'nl' })

  await page.keyboard.press('Shift+Tab')
  await expect(files.list).toBeFocused()
  await page.keyboard.type('be')
  await expect(files.entry('Beta')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(files.path).toHaveText(join(folder, 'Beta'))
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('button', { name: nl.make })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Voor Sari')
  await page.keyboard.press('Enter')
  await expect(files.path).toHaveText(join(folder, 'Beta', 'Voor Sari'))
  await files.name.press('Enter')

  expect(await chosen).toBe(join(folder, 'Beta', 'Voor Sari', 'summary.pdf'))
  expect(existsSync(join(folder, 'Beta', 'Voor Sari'))).toBe(true)
})

test('a journal is chosen, and a folder that holds none is not taken for one', async ({ openApp }) => {
  const { ask } = await start(openApp)
  const { files, page, chosen } = await ask('chooseFolder', { purpose: 'open-vault', start: join(folder, 'x'), language: 'id' })

  await expect(files.list).toBeFocused()
  await expect(page.getByRole('status')).toHaveText(id['choose-first'])
  await expect(files.entry('summary.pdf')).toHaveCount(0)
  await page.keyboard.press('End')
  await expect(files.entry('Journal.mjournal')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')

  expect(await chosen).toBe(join(folder, 'Journal.mjournal'))
})

test('a file to read is chosen among those of its ending', async ({ openApp }) => {
  const { ask } = await start(openApp)
  writeFileSync(join(folder, 'Alpha', 'one.mjbackup'), '')
  writeFileSync(join(folder, 'Alpha', 'letter.pdf'), '')
  const { files, page, chosen } = await ask('chooseOpenPath', { purpose: 'open-backup', language: 'nl' })

  await expect(files.list).toBeFocused()
  await expect(page.getByRole('status')).toHaveText(nl['choose-first.file'])
  await expect(files.entry('summary.pdf')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(files.path).toHaveText(join(folder, 'Alpha'))
  await expect(files.entry('letter.pdf')).toHaveCount(0)
  await page.keyboard.type('one')
  await page.keyboard.press('Enter')

  expect(await chosen).toBe(join(folder, 'Alpha', 'one.mjbackup'))
})

test('a place is the folder shown, or the one picked in it; a journal is not taken for one', async ({ openApp }) => {
  const { ask } = await start(openApp)
  const { files, page, chosen } = await ask('chooseFolder', { purpose: 'backup-place', start: join(folder, 'x'), language: 'en' })
  const said = page.getByRole('status')

  await expect(files.list).toBeFocused()
  await expect(said).toHaveText(`Chosen: ${basename(folder)}`)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(said).toHaveText(en['problem.is-a-vault'])
  await page.keyboard.press('Home')
  await expect(said).toHaveText('Chosen: Alpha')
  await page.keyboard.press('ArrowUp')
  await expect(said).toHaveText(`Chosen: ${basename(folder)}`)
  await page.keyboard.press('ArrowDown')
  await files.accept()

  expect(await chosen).toBe(join(folder, 'Alpha'))
})

test('a place where nothing can be written says so', async ({ openApp }) => {
  const { ask } = await start(openApp)
  const { files, page, chosen } = await ask('chooseFolder', { purpose: 'create-vault', start: '/proc/Journal.mjournal', language: 'en' })

  await expect(files.list.getByText(en['read-only']).first()).toBeVisible()
  await files.name.press('Enter')
  await expect(page.getByText(en['problem.not-writable']).or(page.getByText(en['folder.not-writable']))).toBeVisible()
  await page.keyboard.press('Escape')

  expect(await chosen).toBe(null)
})

test('a name that another computer would refuse is refused', async ({ openApp }) => {
  const { ask } = await start(openApp)
  const { files, page, chosen } = await ask('chooseSavePath', { name: 'summary.pdf', language: 'en' })

  await files.name.fill('a/../../b')
  await files.name.press('Enter')
  await expect(page.getByText(en['problem.name-invalid'])).toBeVisible()
  await expect(files.name).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('Escape')

  expect(await chosen).toBe(null)
})

test('closing the window cancels, and the journal lives on', async ({ openApp }) => {
  const { app, ask } = await start(openApp)
  const { page, chosen } = await ask('chooseSavePath', { name: 'summary.pdf', language: 'en' })

  await page.close()

  expect(await chosen).toBe(null)
  expect(await app.page.evaluate(() => window.bridge.call('preference.get', undefined))).toMatchObject({ ok: true })
})

test('the two pages cannot reach each other, nor the other one\'s channel', async ({ openApp }) => {
  const { app, ask } = await start(openApp)
  const { page } = await ask('chooseSavePath', { name: 'summary.pdf', language: 'en' })

  expect(await page.evaluate(() => ['bridge' in window, window.opener, document.title])).toEqual([false, null, 'Mentoring Journal'])
  expect(await app.page.evaluate(() => ['dialogBridge' in window, document.body.innerText.includes('summary.pdf')])).toEqual([false, false])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the file window has no fault that axe finds, ${colorScheme}`, async ({ openApp }) => {
    const { ask } = await start((options) => openApp({ ...options, colorScheme }))
    const { files, page } = await ask('chooseSavePath', { name: 'summary.pdf', language: 'en' })

    const first = await axeFaults(page)
    await files.name.press('Enter')
    await page.getByRole('dialog').waitFor()
    const asked = await axeFaults(page)

    expect([...first, ...asked]).toEqual([])
  })
}

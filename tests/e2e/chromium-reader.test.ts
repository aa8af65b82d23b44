/** The page beside the backups, in the real browser, from a folder and without a network. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright/test'
import type { Page } from 'playwright/test'
import { words } from '../../renderer/reader/words.ts'
import { richTextFromPlain } from '../../shared/rich-text.ts'
import type { ItemId, SpaceId } from '../../shared/ids.ts'
import type { KindAndBody } from '../../shared/item.ts'
import { createItem } from '../../electron/database/items.ts'
import { createSpace } from '../../electron/database/spaces.ts'
import { writeDump } from '../../electron/dump/write-dump.ts'
import { findBrowser } from '../../electron/host/chromium/find-browser.ts'
import { makeBackup } from '../../electron/vault/backups/make.ts'
import { sourceOf } from '../../electron/vault/backups/source.ts'
import { closeVault, createVault } from '../../electron/vault/vault.ts'
import { expect, test as base } from './open-app.ts'

const reader = fileURLToPath(new URL('../../dist/reader/reader.html', import.meta.url))
const passphrase = 'lantern copper violin meadow tide'
const now = new Date('2026-11-22T20:00:00.000Z')
const w = words.en

type Made = { folder: string; backup: string; copy: string; code: string }
type Opened = { page: Page; asked: string[]; blocked: string[] }

/** A vault with a few words, its backup and its copy: made once, with the app's own code. */
const test = base.extend<{ opened: Opened }, { made: Made }>({
  made: [async ({}, run) => {
    const folder = mkdtempSync(join(tmpdir(), 'mj-reader-'))
    const { opened, recoveryCode } = await createVault(join(folder, 'Journal.mjournal'), passphrase, { m: 65_536, t: 3, p: 1 }, now)
    const space = createSpace(opened.db, randomUUID() as SpaceId, { role: 'mentee', me: 'Ana', other: 'Sari' }, now)
    const add = (content: KindAndBody, parentId: ItemId | null, onDate: string | null) =>
      createItem(opened.db, { id: randomUUID() as ItemId, spaceId: space.id, parentId, content, onDate, privacy: 'private' }, now)
    for (let day = 1; day <= 20; day += 1) {
      add({ kind: 'entry', body: { sort: 'reflection', prompt: day === 20 ? 'What might {mentor} see in me?' : null, text: richTextFromPlain(`Day ${day} of walking\nand of writing it down.`), raise: false } }, null, `2026-11-${String(day).padStart(2, '0')}`)
    }
    const session = add({
      kind: 'session',
      body: { number: 1, status: 'closed', startsAt: '2026-11-24T10:00', minutes: 60, place: 'Library', mode: 'face-to-face', moves: [], cancelled: null, startedAt: null, closedAt: null },
    }, null, null)
    add({ kind: 'note', body: { text: richTextFromPlain('She laughed at the marmalade story'), who: 'mentor' } }, session.id, null)
    const { path: backup } = await makeBackup(sourceOf(opened), { now })
    const copy = join(folder, 'everything.age')
    await writeDump(opened.db, { passphrase, language: 'en', now, work: 10 }, copy)
    closeVault(opened)
    await run({ folder, backup, copy, code: recoveryCode })
    rmSync(folder, { recursive: true, force: true })
  }, { scope: 'worker' }],

  opened: async ({ display: _ }, run) => {
    const browser = await chromium.launch({ executablePath: findBrowser() ?? '', chromiumSandbox: process.getuid?.() !== 0 })
    const context = await browser.newContext({ locale: 'en-GB', offline: true })
    const page = await context.newPage()
    const asked: string[] = []
    const blocked: string[] = []
    page.on('request', (request) => { asked.push(request.url()) })
    page.on('console', (message) => { if (message.type() === 'error') blocked.push(message.text()) })
    page.on('pageerror', (error) => { blocked.push(error.message) })
    await page.addInitScript(() => { document.addEventListener('securitypolicyviolation', (event) => { console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`) }) })
    await page.goto(pathToFileURL(reader).href)
    await run({ page, asked, blocked })
    // It asked for itself and for nothing else; no policy was breached, nothing was left behind.
    expect(asked).toEqual([pathToFileURL(reader).href])
    expect(blocked).toEqual([])
    expect(await context.cookies()).toEqual([])
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
    await browser.close()
  },
})

async function open(page: Page, file: string, secret: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file)
  await page.locator('#secret').fill(secret)
  await page.keyboard.press('Enter')
}

const row = (page: Page, text: string) => page.getByRole('navigation').getByRole('button').filter({ hasText: text })

test('[F78] the reader opens a backup with the passphrase, finds words in it and shows them', async ({ made, opened: { page } }) => {
  await open(page, made.backup, 'not this one')
  await expect(page.getByRole('alert')).toHaveText(w.trouble['wrong-passphrase'])
  await page.locator('#secret').fill(passphrase)
  await page.keyboard.press('Enter')

  await expect(page.getByRole('navigation')).toContainText('21 items', { timeout: 30_000 })
  await expect(page.getByRole('navigation').getByRole('button').first()).toContainText('Session 1')
  await row(page, 'Day 20 of walking').click()
  await expect(page.getByRole('article')).toContainText('What might Sari see in me?')
  await expect(page.getByRole('article')).toContainText('and of writing it down.')
  await page.getByLabel(w.search).fill('marmalade')
  await row(page, 'marmalade').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Session 1, Tuesday 24 November 2026')
  await expect(page.getByRole('article')).toContainText('She laughed at the marmalade story')
  await page.getByRole('button', { name: 'Bahasa Indonesia' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Selasa, 24 November 2026')
  await page.getByRole('button', { name: words.id.close }).click()
  await expect(page.getByText('marmalade')).toHaveCount(0)
})

test('[F78] the reader opens a backup with the recovery code and tells a typing mistake from another code', async ({ made, opened: { page } }) => {
  const other = '0'.repeat(28)
  const hash = createHash('sha256').update(`mj-recovery-v1${other}`).digest()
  const check = [15, 10, 5, 0].map((shift) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(((hash.readUIntBE(0, 3) >>> 4) >>> shift) & 31)).join('')

  await open(page, made.backup, `${made.code.slice(0, -1)}${made.code.endsWith('0') ? '1' : '0'}`)
  await expect(page.getByRole('alert')).toHaveText(w.trouble['code-typo'], { timeout: 30_000 })
  await open(page, made.backup, other + check)
  await expect(page.getByRole('alert')).toHaveText(w.trouble['wrong-code'], { timeout: 30_000 })
  await open(page, made.backup, made.code.toLowerCase().replaceAll('-', ' '))

  await expect(page.getByRole('navigation')).toContainText('21 items', { timeout: 30_000 })
})

test('[F78] the reader opens a copy of everything, and says that a wrong passphrase may be a damaged file', async ({ made, opened: { page } }) => {
  await open(page, made.copy, 'not this one')
  await expect(page.getByRole('alert')).toHaveText(w.trouble['wrong-passphrase-or-damaged'])
  await page.locator('#secret').fill(passphrase)
  await page.keyboard.press('Enter')

  await expect(page.getByRole('navigation')).toContainText('21 items')
  await page.getByLabel(w.search).fill('marmalade')
  await row(page, 'marmalade').click()
  await expect(page.getByRole('article')).toContainText('She laughed at the marmalade story')
})

test('[F78] the reader calls a flipped byte damage, wherever it is', async ({ made, opened: { page } }) => {
  const spoilt = (file: string, at: number, ending: string) => {
    const bytes = readFileSync(file)
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    const path = join(made.folder, `spoilt${at}${ending}`)
    writeFileSync(path, bytes)
    return path
  }
  const size = readFileSync(made.backup).length
  for (const file of [
    spoilt(made.backup, Math.floor(size / 2), '.mjbackup'), spoilt(made.backup, 300, '.mjbackup'), spoilt(made.copy, readFileSync(made.copy).length - 9, '.age'),
  ]) {
    await open(page, file, passphrase)
    await expect(page.getByRole('alert')).toHaveText(w.trouble.damaged)
  }
  writeFileSync(join(made.folder, 'letter.txt'), 'Dear Sari')
  await page.locator('input[type=file]').setInputFiles(join(made.folder, 'letter.txt'))
  await expect(page.getByRole('alert')).toHaveText(w.trouble.foreign)
})

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { contract } from '../../../shared/contract.ts'
import { ExportFormat } from '../../../shared/exporting.ts'
import type { ExportOrder, ExportScope } from '../../../shared/exporting.ts'
import type { ItemId, SpaceId } from '../../../shared/ids.ts'
import type { KindAndBody, Privacy } from '../../../shared/item.ts'
import { fakePdf } from '../../helpers/fake-host.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { openTestBackend } from '../../helpers/test-backend.ts'
import type { TestBackend } from '../../helpers/test-backend.ts'
import { commitmentOf, entryOf, newItemId, sessionPlan } from '../../helpers/test-database.ts'
import { docxWords } from '../exports/docx-parts.ts'

const open = 'What the two of us agreed on.'
const secret = 'Nobody else may read this sentence.'

/** A relationship with one thing that may go and one that may not. */
async function journal(): Promise<{ test: TestBackend; spaceId: SpaceId; scope: ExportScope; openId: ItemId; secretId: ItemId; add: (content: KindAndBody, privacy: Privacy, parentId?: ItemId) => Promise<ItemId> }> {
  const { test } = await openTestBackend({ options: { now: '2026-11-24T12:00:00.000Z' } })
  const space = await test.call('space.create', { role: 'mentee', me: 'Ana', other: 'Sari' })
  const add = async (content: KindAndBody, privacy: Privacy, parentId: ItemId | null = null) =>
    (await test.call('item.create', { id: newItemId(), spaceId: space.id, parentId, content, onDate: '2026-11-24', privacy })).id
  const openId = await add(entryOf(open), 'shareable')
  const secretId = await add(entryOf(secret), 'private')
  return { test, spaceId: space.id, scope: { what: 'period', spaceId: space.id, from: '2026-11-01', to: '2026-11-30' }, openId, secretId, add }
}

/** The review with everything ticked that may be, as the page would send it back. */
async function order(test: TestBackend, scope: ExportScope, changes: Partial<ExportOrder> = {}): Promise<ExportOrder> {
  const draft = await test.call('export.gather', { scope, audience: 'mentor', language: 'en' })
  const blocks = draft.sections.flatMap((section) => section.blocks).filter((block) => block.privacy === 'shareable')
  return { scope, audience: 'mentor', audienceName: '', language: 'en', title: draft.title, blocks: blocks.map(({ id, paragraphs }) => ({ id, paragraphs })), ...changes }
}

test.each(ExportFormat.options)('[F71] [F73] [F75] a summary saved as %s holds what was ticked and nothing private, and stands in the ledger', async (format) => {
  const { test, spaceId, scope } = await journal()
  const path = join(tempFolder(), 'summary')
  test.host.paths.push(path)

  const record = await test.call('export.save', { order: await order(test, scope), format })

  const bytes = readFileSync(path)
  const words = format === 'docx' ? docxWords(bytes).join('\n') : bytes.toString()
  expect(words).toContain(open)
  expect(words).not.toContain(secret)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(record).toMatchObject({ format, audience: 'mentor', itemCount: 1, at: '2026-11-24T12:00:00.000Z', hash: createHash('sha256').update(bytes).digest('hex') })
  expect(await test.call('export.ledger', spaceId)).toEqual([record])
  expect(JSON.stringify(await test.call('export.ledger', spaceId))).not.toContain(path)
})

test('the words still waiting in memory belong in the summary', async () => {
  const { test, scope, openId } = await journal()
  await test.call('item.draft', { id: openId, revision: 1, content: entryOf('Typed a moment ago.'), draft: 1 })

  const { html } = await test.call('export.preview', await order(test, scope))

  expect(html).toContain('Typed a moment ago.')
})

test('[F71] an order for what is private, or became private after the review, is refused in every way out', async () => {
  const { test, scope, openId, secretId } = await journal()
  const path = join(tempFolder(), 'summary.md')
  test.host.paths.push(path)
  const reviewed = await order(test, scope)
  const sneaked = { ...reviewed, blocks: [...reviewed.blocks, { id: secretId, paragraphs: [] }] }

  expect(await test.outcome('export.preview', sneaked)).toBe('export.not-shareable')
  await test.call('item.label', { id: openId, privacy: 'private' })
  expect(await test.outcome('export.save', { order: reviewed, format: 'markdown' })).toBe('export.not-shareable')
  expect(await test.outcome('export.print', reviewed)).toBe('export.not-shareable')
  expect(existsSync(path)).toBe(false)
  expect(test.host.printed).toEqual([])
})

test('what becomes private while the dialog stands open does not go', async () => {
  const { test, scope, spaceId, openId } = await journal()
  const path = join(tempFolder(), 'summary.md')
  vi.spyOn(test.host, 'chooseSavePath').mockImplementation(async () => {
    await test.call('item.label', { id: openId, privacy: 'private' })
    return path
  })

  expect(await test.outcome('export.save', { order: await order(test, scope), format: 'markdown' })).toBe('export.not-shareable')

  expect(existsSync(path)).toBe(false)
  expect(await test.call('export.ledger', spaceId)).toEqual([])
})

test('an empty period says so before any dialog', async () => {
  const { test, spaceId } = await journal()
  const scope: ExportScope = { what: 'period', spaceId, from: '2020-01-01', to: '2020-01-31' }
  const asked = vi.spyOn(test.host, 'chooseSavePath')

  expect(await test.outcome('export.save', { order: await order(test, scope), format: 'html' })).toBe('export.empty')
  expect(asked).not.toHaveBeenCalled()
})

test('a cancelled dialog leaves no file and no ledger row', async () => {
  const { test, spaceId, scope } = await journal()

  expect(await test.call('export.save', { order: await order(test, scope), format: 'markdown' })).toBeNull()
  expect(await test.call('export.ledger', spaceId)).toEqual([])
})

test('a place that cannot be written says so, keeps the file that was there, and makes no ledger row', async () => {
  const { test, spaceId, scope } = await journal()
  const folder = tempFolder()
  const inTheWay = join(folder, 'a folder of this name')
  mkdirSync(inTheWay)
  writeFileSync(join(inTheWay, 'kept'), 'kept')
  test.host.paths.push(inTheWay, join(folder, 'nowhere', 'summary.md'))
  const reviewed = await order(test, scope)

  expect(await test.outcome('export.save', { order: reviewed, format: 'markdown' })).toBe('folder.not-writable')
  expect(await test.outcome('export.save', { order: reviewed, format: 'markdown' })).toBe('folder.not-writable')

  expect(readdirSync(folder)).toEqual(['a folder of this name'])
  expect(readFileSync(join(inTheWay, 'kept'), 'utf8')).toBe('kept')
  expect(await test.call('export.ledger', spaceId)).toEqual([])
})

test('a file that is written over is replaced in one step, with nothing left beside it', async () => {
  const { test, scope } = await journal()
  const folder = tempFolder()
  writeFileSync(join(folder, 'summary.md'), 'older')
  test.host.paths.push(join(folder, 'summary.md'))

  await test.call('export.save', { order: await order(test, scope), format: 'markdown' })

  expect(readdirSync(folder)).toEqual(['summary.md'])
  expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain(open)
})

test('the file name offered is neutral: a word and a day, in the document’s language', async () => {
  const { test, scope } = await journal()
  const asked = vi.spyOn(test.host, 'chooseSavePath')

  await test.call('export.save', { order: await order(test, scope, { language: 'nl' }), format: 'docx' })

  expect(asked).toHaveBeenCalledWith({ name: 'samenvatting-2026-11-30.docx', language: 'en' })
})

test('printing sends the pages to the printer and stands in the ledger; without a printer it says so', async () => {
  const { test, spaceId, scope } = await journal()
  const reviewed = await order(test, scope, { audience: 'other', audienceName: ' Aunt Dewi ' })

  const record = await test.call('export.print', reviewed)

  expect(test.host.printed[0]).toContain(open)
  expect(record).toMatchObject({ format: 'print', audienceName: 'Aunt Dewi', hash: createHash('sha256').update(fakePdf(test.host.printed[0] ?? '')).digest('hex') })
  test.host.hasPrinter = false
  expect(await test.outcome('export.print', reviewed)).toBe('print.unavailable')
  expect(await test.call('export.ledger', spaceId)).toHaveLength(1)
})

test('a file of this run is shown in its folder; another one is not known', async () => {
  const { test, scope } = await journal()
  const path = join(tempFolder(), 'summary.md')
  test.host.paths.push(path)

  const record = await test.call('export.save', { order: await order(test, scope), format: 'markdown' })
  await test.call('export.show', record?.id ?? contract['export.show'].input.parse('00000000-0000-4000-8000-000000000000'))

  expect(test.host.shown).toEqual([path])
  expect(await test.outcome('export.show', '00000000-0000-4000-8000-000000000000')).toBe('item.missing')
})

test('[F72] a summary of one session has its lines, its commitments and the entries about it', async () => {
  const { test, spaceId, openId, add } = await journal()
  const session = await test.call('session.plan', sessionPlan(spaceId, '2026-11-24T10:00'))
  await add(commitmentOf('Ask Budi for the figures.'), 'shareable', session.id)
  await test.call('link.add', { from: openId, to: session.id, type: 'about' })
  await test.call('item.label', { id: session.id, privacy: 'shareable' })

  const { html } = await test.call('export.preview', await order(test, { what: 'session', spaceId, sessionId: session.id }))

  expect(html).toContain('Session 1, Tuesday 24 November 2026')
  expect(html).toContain('Ask Budi for the figures.')
  expect(html).toContain(open)
  expect(html).not.toContain(secret)
})

test('[F26] an agreement goes as a whole once it may be shared', async () => {
  const { test, spaceId } = await journal()
  const agreement = await test.call('agreement.begin', { spaceId, from: 'sample', language: 'en' })
  const scope: ExportScope = { what: 'agreement', spaceId, agreementId: agreement.id }
  expect((await order(test, scope)).blocks).toEqual([])

  await test.call('item.label', { id: agreement.id, privacy: 'shareable' })
  const { html } = await test.call('export.preview', await order(test, scope))

  expect(html).toContain('What Ana needs from Sari')
  expect(html).toContain('class="signatures"')
})

test('saving goes on while a large word-processor file is made', async () => {
  const { test, scope, openId, add } = await journal()
  for (let count = 0; count < 60; count += 1) await add(entryOf(`Entry ${count}. ${'Words and words. '.repeat(400)}`), 'shareable')
  test.host.paths.push(join(tempFolder(), 'summary.docx'))
  const finished: string[] = []

  const exporting = test.call('export.save', { order: await order(test, scope), format: 'docx' }).then(() => finished.push('export'))
  await test.call('item.save', { id: openId, revision: 1, content: entryOf('Saved meanwhile.') })
  finished.push('save')
  await exporting

  expect(finished).toEqual(['save', 'export'])
})

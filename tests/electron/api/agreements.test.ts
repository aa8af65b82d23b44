import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { openTestBackend } from '../../helpers/test-backend.ts'

async function begun() {
  const { test } = await openTestBackend({ options: { now: '2026-11-03T12:00:00.000Z' } })
  const { id: spaceId } = await test.call('space.create', { role: 'mentee', me: 'Ana', other: 'Sari' })
  const agreement = await test.call('agreement.begin', { spaceId, from: 'sample', language: 'en' })
  return { test, spaceId, agreement }
}

test('an agreement begun twice is one agreement, as it was begun first', async () => {
  const { test, spaceId, agreement } = await begun()

  const again = await Promise.all([
    test.call('agreement.begin', { spaceId, from: 'blank', language: 'nl' }),
    test.call('agreement.begin', { spaceId, from: 'sample', language: 'id' }),
  ])

  expect(again).toEqual([agreement, agreement])
  expect(await test.call('item.list', { spaceId, kinds: ['agreement'], limit: 10 })).toEqual([agreement])
  expect(await test.call('item.list', { spaceId, kinds: ['clause'], parentId: agreement.id, limit: 100 })).toHaveLength(12)
})

test('[F26] [F75] a clause knows the copies that went out with it, and they stay true when it is gone', async () => {
  const { test, spaceId, agreement } = await begun()
  const scope = { what: 'agreement', spaceId, agreementId: agreement.id } as const
  const draft = await test.call('export.gather', { scope, audience: 'mentor', language: 'en' })
  const blocks = draft.sections.flatMap((section) => section.blocks).map(({ id, paragraphs }) => ({ id, paragraphs }))
  const [first, second] = blocks
  if (first === undefined || second === undefined) throw new Error('no clause was gathered')
  test.host.paths.push(join(tempFolder(), 'copy'))
  for (const { id } of blocks) await test.call('item.label', { id, privacy: 'shareable' })

  const record = await test.call('export.save', { order: { scope, audience: 'mentor', audienceName: '', language: 'en', title: draft.title, blocks: [first] }, format: 'markdown' })
  await test.call('item.delete', first.id)

  expect(await test.call('export.holding', first.id)).toEqual([record])
  expect(await test.call('export.holding', second.id)).toEqual([])
})

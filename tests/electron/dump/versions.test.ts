import { expect, test } from 'vitest'
import { openTestBackend } from '../../helpers/test-backend.ts'
import { putBack, saveDump } from './make-dump.ts'
import { openedDump } from './open-dump.ts'

test('the copy of everything puts a version back as it was signed, to be signed and withdrawn from there', async () => {
  const { test: a } = await openTestBackend()
  const { id: spaceId } = await a.call('space.create', { role: 'mentee', me: 'Ana', other: 'Sari' })
  const { id: agreementId } = await a.call('agreement.begin', { spaceId, from: 'sample', language: 'en' })
  const { id } = await a.call('version.settle', { agreementId, number: 1, how: 'signed', on: '2026-11-22', names: { mentee: 'Ana 🧭' } })
  const before = await a.call('version.withdraw', { id, who: 'mentee' })
  const file = await saveDump(a)

  const files = await openedDump(file)
  const read = files['Sari/Mentoring agreement 1.md']?.toString() ?? ''
  for (const words of ['undivided attention', before.kind === 'version' ? before.body.words.join(' ') : 'no version']) expect(read).toContain(words)
  const { test: b } = await openTestBackend()
  await putBack(b, file)
  const after = await b.call('item.get', id)
  expect(after).toMatchObject({ kind: 'version', parentId: agreementId, body: before.body })
  await b.call('version.sign', { id, who: 'mentor', name: 'Sari', on: '2026-11-23' })
  expect(await b.outcome('version.settle', { agreementId, number: 1, how: 'spoken', on: '2026-11-23' })).toBe('item.changed')
  expect(await b.call('version.settle', { agreementId, number: 2, how: 'spoken', on: '2026-11-23' })).toMatchObject({ body: { number: 2 } })
  await putBack(b, file)

  // What was signed here since stays; the other state stands beside it.
  expect(await b.call('item.get', id)).toMatchObject({ body: { signatures: [{ who: 'mentee' }, { who: 'mentor', withdrawnAt: null }] } })
})

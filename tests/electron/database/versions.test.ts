import { expect, test } from 'vitest'
import type { SettleOrder } from '../../../shared/agreement.ts'
import type { ItemOf } from '../../../shared/item.ts'
import { agreementHash } from '../../../shared/rules/check-words.ts'
import { noTerms } from '../../../shared/space.ts'
import { beginAgreement } from '../../../electron/database/agreements.ts'
import { changeBody, childrenOf, getItemOf } from '../../../electron/database/items.ts'
import { getSpace, updateSpace } from '../../../electron/database/spaces.ts'
import { settleVersion, signVersion, undoWithdrawal, versionsOf, waitingVersion, withdrawSignature } from '../../../electron/database/versions.ts'
import { checkWords } from '../../../electron/vault/check-words.ts'
import { addSpace, minutesLater, newItemId, startOfTests, testDatabase } from '../../helpers/test-database.ts'
import { openTestBackend } from '../../helpers/test-backend.ts'
import { makeWorld, sampleContents } from '../../helpers/sample-inputs.ts'

function begun() {
  const { db } = testDatabase()
  const spaceId = addSpace(db)
  const { id: agreementId } = beginAgreement(db, { spaceId, from: 'sample', language: 'en' }, newItemId, startOfTests)
  const settle = (order: Partial<SettleOrder> = {}) =>
    settleVersion(db, { agreementId, number: 1, how: 'declined', on: '2026-11-22', ...order }, checkWords, newItemId, startOfTests)
  const clauses = () => childrenOf(db, agreementId, ['clause']).filter((item): item is ItemOf<'clause'> => item.kind === 'clause')
  return { db, spaceId, agreementId, settle, clauses }
}

test('a version freezes what the draft says, counts the draft on, and plans its review', () => {
  const { db, spaceId, agreementId, settle, clauses } = begun()
  updateSpace(db, { id: spaceId, me: 'Ana', other: 'Sari', role: 'mentee', terms: { ...noTerms, to: '2027-06-30' } }, startOfTests)

  const version = settle({ how: 'signed', names: { mentor: ' سارة ولانداري ', mentee: 'Ana 🧭' } })

  expect(version.body).toMatchObject({ number: 1, how: 'signed', language: 'en', parties: { mentor: 'Sari', mentee: 'Ana' }, period: { from: null, to: '2027-06-30' } })
  expect(version.body.clauses.map(({ id }) => id)).toEqual(clauses().map(({ id }) => id))
  expect(version.body.signatures.map(({ who, name }) => `${who}: ${name}`)).toEqual(['mentor: سارة ولانداري', 'mentee: Ana 🧭'])
  expect(version.body.hash).toBe(agreementHash(version.body))
  expect(version.body.words).toEqual(checkWords(version.body.hash))
  expect(getItemOf(db, 'agreement', agreementId).body.version).toBe(2)
  expect(childrenOf(db, agreementId, ['agreement-review'])).toMatchObject([{ onDate: '2026-12-22', body: { version: version.id, status: 'planned' } }])
})

test.each(['spoken', 'paper', 'declined'] as const)('%s needs no name, takes none, and is looked back at all the same', (how) => {
  const { db, agreementId, settle } = begun()

  expect(() => settle({ how, names: { mentor: 'Sari' } })).toThrow('input.invalid')
  expect(settle({ how }).body).toMatchObject({ how, signatures: [] })
  expect(childrenOf(db, agreementId, ['agreement-review'])).toHaveLength(1)
})

test('nothing is settled of an agreement without a word, without a name where it is to be signed, or twice under one number', () => {
  const { db, settle, clauses } = begun()

  expect(() => settle({ how: 'signed' })).toThrow('input.invalid')
  settle()
  expect(() => settle()).toThrow('item.changed')
  for (const clause of clauses()) changeBody(db, clause, { texts: { en: '  ' } }, startOfTests)
  expect(() => settle({ number: 2 })).toThrow('agreement.empty')
})

test('the longest names in the longest clause, and a period that ends before it begins, are settled all the same', () => {
  const { db, spaceId, settle, clauses } = begun()
  const name = '🧭'.repeat(60)
  updateSpace(db, { id: spaceId, me: name, other: `${name.slice(2)}ش`, terms: { ...noTerms, from: '2026-12-01', to: '2026-11-01' } }, startOfTests)
  const [clause] = clauses()
  if (clause === undefined) throw new Error('a sample without clauses')
  changeBody(db, clause, { texts: { en: '{mentor}{mentee}'.repeat(1250) } }, startOfTests)

  const { body } = settle({ how: 'signed', names: { mentee: 'ل'.repeat(200) } })

  expect(body.clauses[0]?.texts.en).toHaveLength(1250 * (name.length * 2 - 1))
  expect(body.period).toEqual({ from: '2026-12-01', to: '2026-11-01' })
})

test('a changed draft becomes the next version; what was signed before stays as it was', () => {
  const { db, agreementId, settle, clauses } = begun()
  const before = settle({ how: 'signed', names: { mentor: 'Sari' } })
  const [clause] = clauses()
  if (clause === undefined) throw new Error('a sample without clauses')
  changeBody(db, clause, { texts: { en: 'Another word.' } }, minutesLater(1))

  const next = settle({ number: 2 })

  expect(versionsOf(db, agreementId).map(({ body }) => body.number)).toEqual([2, 1])
  expect(getItemOf(db, 'version', before.id).body).toEqual(before.body)
  expect(next.body.clauses[0]?.texts).toEqual({ en: 'Another word.' })
  expect(next.body.words).not.toEqual(before.body.words)
})

test('one signs later, withdraws, and signs again: all of it is kept, and the content stays', () => {
  const { db, spaceId, settle } = begun()
  const { id, body } = settle({ how: 'signed', names: { mentee: 'Ana' } })
  expect(waitingVersion(db, spaceId)).toMatchObject({ item: { id }, waiting: ['mentor'] })

  signVersion(db, { id, who: 'mentor', name: 'Sari', on: '2026-11-23' }, minutesLater(1))
  expect(waitingVersion(db, spaceId)).toBeNull()
  expect(() => signVersion(db, { id, who: 'mentor', name: 'Sari', on: '2026-11-23' }, minutesLater(2))).toThrow('item.changed')
  withdrawSignature(db, id, 'mentor', minutesLater(3))
  expect(() => withdrawSignature(db, id, 'mentor', minutesLater(4))).toThrow('item.changed')
  expect(() => undoWithdrawal(db, id, 'mentor', minutesLater(2).toISOString(), minutesLater(4))).toThrow('item.changed')
  expect(undoWithdrawal(db, id, 'mentor', minutesLater(3).toISOString(), minutesLater(4)).body.signatures[1]?.withdrawnAt).toBeNull()
  withdrawSignature(db, id, 'mentor', minutesLater(4))
  // Whoever withdrew is not asked on Today.
  expect(waitingVersion(db, spaceId)).toBeNull()
  const signed = signVersion(db, { id, who: 'mentor', name: 'Sari W.', on: '2026-11-24' }, minutesLater(5))

  expect(signed.body.signatures.map(({ who, name, withdrawnAt }) => [who, name, withdrawnAt])).toEqual([
    ['mentee', 'Ana', null], ['mentor', 'Sari', minutesLater(4).toISOString()], ['mentor', 'Sari W.', null],
  ])
  expect({ ...signed.body, signatures: [] }).toEqual({ ...body, signatures: [] })
})

test('who vouches for a language is recorded with the version', () => {
  const { db, spaceId, agreementId, settle } = begun()
  changeBody(db, getItemOf(db, 'agreement', agreementId), { beside: 'id' }, startOfTests)
  const { terms } = getSpace(db, spaceId)
  updateSpace(db, { id: spaceId, terms: { ...terms, reads: { mentor: ['en', 'id'], mentee: ['en'] } } }, startOfTests)

  expect(settle().body).toMatchObject({ beside: 'id', vouches: [{ language: 'id', who: 'mentor' }] })
})

test('a version is written by signing alone: not made, saved, thrown away or brought back by hand', async () => {
  const { test: open } = await openTestBackend()
  const { spaceId, agreementId, versionId: id } = await makeWorld(open)
  const content = sampleContents.find(({ kind }) => kind === 'version')
  const { revision, body } = await open.call('version.sign', { id, who: 'mentee', name: 'Sari', on: '2026-11-23' }) as ItemOf<'version'>

  expect(await open.outcome('item.create', { id: newItemId(), spaceId, parentId: agreementId, content, onDate: null, privacy: 'private' })).toBe('input.invalid')
  expect(await open.outcome('item.save', { id, revision, content })).toBe('input.invalid')
  expect(await open.outcome('item.draft', { id, revision, content, draft: 1 })).toBe('input.invalid')
  expect(await open.outcome('item.delete', id)).toBe('input.invalid')
  expect(await open.outcome('history.restore', { id, revision: 1 })).toBe('input.invalid')
  await open.call('history.forget', id)
  expect(await open.call('item.get', id)).toMatchObject({ body })
})

test('a backup brings back a version that is gone, and never a second one beside it', async () => {
  const { test: open } = await openTestBackend()
  const { versionId: id, spaceId, agreementId } = await makeWorld(open)
  const { id: backup } = await open.call('backup.make')
  await open.call('version.withdraw', { id, who: 'mentor' })

  const items = await open.call('backup.items', { id: backup, place: 'beside', passphrase: null })
  expect(items.map((item) => item.id)).not.toContain(id)
  expect(await open.call('backup.fetch', { id: backup, place: 'beside', passphrase: null, items: [id] })).toEqual({ restored: [] })
  expect(await open.call('item.list', { spaceId, kinds: ['version'], parentId: agreementId, limit: 10 })).toHaveLength(1)
})

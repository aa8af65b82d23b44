import { expect, test } from 'vitest'
import type { Clause } from '../../../shared/agreement.ts'
import { ItemId } from '../../../shared/ids.ts'
import { freezeDraft, languagesOf, sameAgreement, vouchesOf } from '../../../shared/rules/freeze.ts'
import { missingFrom, standingOf } from '../../../shared/rules/signing.ts'
import { noTerms } from '../../../shared/space.ts'
import { texts } from '../../../shared/texts/texts.ts'

const space = { role: 'mentee' as const, me: ' Ana ', other: 'Sari', terms: { ...noTerms, from: '2026-11-01' } }
const id = (n: number) => ItemId.parse(`00000000-0000-4000-8000-00000000000${n}`)
const clause = (n: number, body: Partial<Clause>) => ({ id: id(n), body: { group: 'mentor', sample: null, texts: {}, clear: false, ...body } satisfies Clause })
const signature = (who: 'mentor' | 'mentee', withdrawnAt: string | null = null) => ({ who, name: 'A', on: '2026-11-24', at: '2026-11-24T10:00:00.000Z', withdrawnAt })

test('the groups stand in their order, names are filled in, and a clause without a word is none', () => {
  const frozen = freezeDraft(space, [
    clause(1, { group: 'ending', texts: { en: 'Either may stop.' } }),
    clause(2, { texts: { en: '{mentor} listens to {mentee}.', nl: '   ' } }),
    clause(3, { texts: { en: ' \n' } }),
  ])

  expect(frozen).toEqual({
    parties: { mentor: 'Sari', mentee: 'Ana' }, period: { from: '2026-11-01', to: null },
    clauses: [{ id: id(2), group: 'mentor', texts: { en: 'Sari listens to Ana.' } }, { id: id(1), group: 'ending', texts: { en: 'Either may stop.' } }],
  })
})

test('an untouched sample is frozen in every language, a changed one in its own alone', () => {
  const sample = texts.en.clauses['ending-no-fault']
  const [untouched, changed] = freezeDraft(space, [
    clause(1, { sample: 'ending-no-fault', texts: { en: sample } }), clause(2, { sample: 'ending-no-fault', texts: { en: `${sample} Both agree.` } }),
  ]).clauses

  expect(Object.keys(untouched?.texts ?? {}).sort()).toEqual(['en', 'id', 'nl'])
  expect(changed?.texts).toEqual({ en: `${sample} Both agree.` })
})

test('whether a clause is clear changes nothing that was signed; a typo, an order, a name do', () => {
  const one = [clause(1, { texts: { en: '{mentor} listens.' } }), clause(2, { texts: { en: 'Weekly.' } })]
  const draft = freezeDraft(space, one)

  expect(sameAgreement(draft, freezeDraft(space, one.map(({ id: same, body }) => ({ id: same, body: { ...body, clear: true } }))))).toBe(true)
  expect(sameAgreement(draft, freezeDraft(space, one.toReversed()))).toBe(false)
  expect(sameAgreement(draft, freezeDraft({ ...space, other: 'Sari W.' }, one))).toBe(false)
  expect(sameAgreement(draft, freezeDraft({ ...space, terms: noTerms }, one))).toBe(false)
  expect(sameAgreement(draft, freezeDraft(space, one.slice(1)))).toBe(false)
  expect(sameAgreement(draft, freezeDraft(space, [one[0] ?? clause(1, {}), clause(2, { texts: { en: 'Weekly' } })]))).toBe(false)
})

test('somebody vouches for each language that only one of the two reads', () => {
  const languages = languagesOf({ language: 'nl', beside: 'id' }, [{ texts: { en: ' ' } }])

  expect(languages).toEqual(['nl', 'id'])
  expect(vouchesOf(languages, { mentor: ['en', 'id'], mentee: ['en', 'nl'] })).toEqual([{ language: 'nl', who: 'mentee' }, { language: 'id', who: 'mentor' }])
  expect(vouchesOf(languages, { mentor: ['nl', 'id'], mentee: ['nl', 'id'] })).toEqual([])
  expect(vouchesOf(languages, { mentor: [], mentee: ['nl'] })).toEqual([])
})

test('the last word of each counts, and a signature that was withdrawn is not waited for', () => {
  const at = '2026-11-25T10:00:00.000Z'
  const again = { how: 'signed' as const, signatures: [signature('mentee', at), signature('mentor'), signature('mentee')] }
  const withdrawn = { how: 'signed' as const, signatures: [signature('mentee', at)] }

  expect(standingOf(again).map(({ who, state }) => `${who} ${state}`)).toEqual(['mentor signed', 'mentee signed'])
  expect(standingOf(withdrawn).map(({ who, state }) => `${who} ${state}`)).toEqual(['mentor missing', 'mentee withdrawn'])
  expect([missingFrom(again), missingFrom(withdrawn), missingFrom({ how: 'declined', signatures: [] })]).toEqual([[], ['mentor'], []])
})

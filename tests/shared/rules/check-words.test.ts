import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkWords } from '../../../electron/vault/check-words.ts'
import { ItemId } from '../../../shared/ids.ts'
import { agreementHash, canonicalForm, countWords, sameWords } from '../../../shared/rules/check-words.ts'
import type { Stated } from '../../../shared/rules/check-words.ts'

const first = ItemId.parse('0b1c2d3e-4f50-4a61-8b72-93a4b5c6d7e8')
const second = ItemId.parse('1b1c2d3e-4f50-4a61-8b72-93a4b5c6d7e8')
const stated: Stated = {
  number: 3, on: '2026-11-24', parties: { mentor: 'Sari Wulandari', mentee: 'Ana de Vries' }, period: { from: '2026-11-01', to: null },
  clauses: [
    { id: second, group: 'mentor', texts: { nl: 'Sari antwoordt binnen drie dagen.', en: 'Sari answers within "three" days.\n' } },
    { id: first, group: 'ending', texts: { id: 'Masing-masing pihak boleh mengakhiri ini kapan saja.' } },
  ],
}

/** Written out by hand from SECURITY.md, and hashed by another library. */
const written = '{"clauses":[{"group":"mentor","id":"1b1c2d3e-4f50-4a61-8b72-93a4b5c6d7e8","texts":{"en":"Sari answers within \\"three\\" days.\\n","nl":"Sari antwoordt binnen drie dagen."}},{"group":"ending","id":"0b1c2d3e-4f50-4a61-8b72-93a4b5c6d7e8","texts":{"id":"Masing-masing pihak boleh mengakhiri ini kapan saja."}}],"form":"mentoring-journal-agreement-1","number":3,"on":"2026-11-24","parties":{"mentee":"Ana de Vries","mentor":"Sari Wulandari"},"period":{"from":"2026-11-01","to":null}}'

test('the form is the one that SECURITY.md writes out, byte for byte', () => {
  expect(canonicalForm(stated)).toBe(written)
  expect(agreementHash(stated)).toBe(createHash('sha256').update(written, 'utf8').digest('hex'))
  expect(agreementHash(stated)).toBe('82ad158cddca4296c73e4b904843ce1bcd2e41770bdea3894f8e0a8d3ff11c48')
  expect(checkWords(agreementHash(stated))).toEqual(['happiest', 'placard', 'rerun', 'dental'])
})

test('the words are places in the list of EFF, of the hash as one number', () => {
  expect(checkWords('0'.repeat(64))).toEqual(['abacus', 'abacus', 'abacus', 'abacus'])
  expect(checkWords(`${'0'.repeat(63)}1`)).toEqual(['abdomen', 'abacus', 'abacus', 'abacus'])
  expect(checkWords((7775n).toString(16).padStart(64, '0'))).toEqual(['zoom', 'abacus', 'abacus', 'abacus'])
  expect(checkWords((7776n * 7776n).toString(16).padStart(64, '0'))).toEqual(['abacus', 'abacus', 'abdomen', 'abacus'])
})

test.each<[string, Partial<Stated>]>([
  ['its number', { number: 4 }],
  ['its date', { on: '2026-11-25' }],
  ['a name', { parties: { ...stated.parties, mentee: 'Ana De Vries' } }],
  ['who is who', { parties: { mentor: stated.parties.mentee, mentee: stated.parties.mentor } }],
  ['the period', { period: { from: '2026-11-01', to: '2027-06-30' } }],
  ['the order of the clauses', { clauses: stated.clauses.toReversed() }],
  ['a clause less', { clauses: stated.clauses.slice(1) }],
  ['one letter', { clauses: stated.clauses.map((clause) => ({ ...clause, texts: { ...clause.texts, id: 'masing-masing pihak boleh mengakhiri ini kapan saja.' } })) }],
  ['a language more', { clauses: stated.clauses.map((clause) => ({ ...clause, texts: { ...clause.texts, en: 'Either may stop.' } })) }],
  ['whose clause it is', { clauses: stated.clauses.map((clause) => ({ ...clause, group: 'mentee' as const })) }],
])('the words change with %s', (_, change) => {
  expect(checkWords(agreementHash({ ...stated, ...change }))).not.toEqual(checkWords(agreementHash(stated)))
})

test('what looks alike is alike: composed or not, and in whatever order members were put', () => {
  const composed = { ...stated, parties: { mentor: 'Zoë', mentee: 'André' } }
  const apart = { ...stated, parties: { mentee: 'André'.normalize('NFD'), mentor: 'Zoë'.normalize('NFD') }, signatures: [], language: 'id' }

  expect(agreementHash(apart)).toBe(agreementHash(composed))
})

test('whatever is written in it, the form is JSON that reads back as it was, and half a character breaks nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (text, name) => {
    const odd: Stated = { ...stated, parties: { mentor: name, mentee: text }, clauses: [{ id: first, group: 'boundaries', texts: { en: text } }] }
    const read: unknown = JSON.parse(canonicalForm(odd))

    expect(JSON.stringify(read)).toBe(canonicalForm(odd))
    expect(read).toMatchObject({ parties: { mentor: name.toWellFormed().normalize('NFC') }, clauses: [{ texts: { en: text.toWellFormed().normalize('NFC') } }] })
    expect(checkWords(agreementHash(odd))).toHaveLength(4)
  }))
  expect(agreementHash({ ...stated, parties: { mentor: '\uD83D', mentee: '' } })).toMatch(/^[0-9a-f]{64}$/)
})

test('typed words count as read aloud: case, blanks and hyphens do not matter, another word does', () => {
  const words = ['drop-down', 'lamp', 'oak', 'sugar']

  expect(sameWords(' Drop down  LAMP, oak.\nsugar ', words)).toBe(true)
  expect(sameWords('dropdown lamp oak sugar', words)).toBe(true)
  expect(sameWords('drop-down lamp oak salt', words)).toBe(false)
  expect(sameWords('lamp drop-down oak sugar', words)).toBe(false)
  expect(sameWords('', words)).toBe(false)
  expect(countWords(' drop-down, lamp oak ')).toBe(3)
})

import { expect, test } from 'vitest'
import { ConfidenceReader, ConfidentialThing } from '../../../shared/agreement.ts'
import { ItemId } from '../../../shared/ids.ts'
import { Language } from '../../../shared/language.ts'
import { formatMessage } from '../../../shared/messages.ts'
import type { Clash } from '../../../shared/rules/confidence-clash.ts'
import { clashWords } from '../../../renderer/agreement/clash-words.ts'
import { en } from '../../../renderer/messages/en.ts'
import { id } from '../../../renderer/messages/id.ts'
import type { Translate } from '../../../renderer/messages/messages.tsx'
import { nl } from '../../../renderer/messages/nl.ts'

const tables = { en, nl, id }
const say = (language: Language): Translate => (key, values) => formatMessage(language, tables[language][key], values)
const names = { mentor: 'Sari', mentee: 'Ana' }
const clash = (part: Partial<Clash> = {}): Clash =>
  ({ with: ItemId.parse('00000000-0000-4000-8000-000000000001'), about: 'never', things: ['notes'], whom: [{ who: 'coordinator', name: '' }], ...part })

test.each([
  ['en', 'Clause 14 says otherwise: one of the two lets you share the notes with the programme coordinator, the other does not. Settle together which of them holds.'],
  ['nl', 'Bepaling 14 zegt iets anders: volgens de ene mogen jullie de aantekeningen delen met de programmacoördinator, volgens de andere niet. Spreek samen af welke geldt.'],
  ['id', 'Butir 14 berbunyi lain: menurut yang satu catatan boleh dibagikan kepada koordinator program, menurut yang lain tidak. Sepakati bersama mana yang berlaku.'],
] as const)('in %s, two clauses that cannot both be kept are said in a sentence', (language, words) => {
  expect(clashWords(say(language), language, clash(), 14, names)).toBe(words)
})

test('several things and readers are one list; names are names, as they were typed', () => {
  const all = clash({ things: ['everything'], about: 'asked', whom: [{ who: 'mentor', name: '' }, { who: 'other', name: '{things} عبد' }] })

  expect(clashWords(say('en'), 'en', all, 2, names)).toContain('share everything you talk about with Sari and {things} عبد only if')
  expect(clashWords(say('en'), 'en', all, 2, { mentor: ' ', mentee: '' })).toContain('with Mentor and')
})

test.each(Language.options)('in %s there are words for every thing, reader and difference', (language) => {
  for (const about of ['never', 'asked'] as const) for (const thing of ConfidentialThing.options) for (const who of ConfidenceReader.options) {
    expect(clashWords(say(language), language, clash({ about, things: [thing], whom: [{ who, name: '' }] }), 1, names)).not.toMatch(/undefined|[{}]|  /)
  }
})

import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BoundaryAnswer, OneParty } from '../../../shared/agreement.ts'
import { Language } from '../../../shared/language.ts'
import { middleGroundTexts } from '../../../shared/texts/middle-ground-all.ts'
import { BoundaryView, CardView } from '../../../renderer/reader/AgreementParts.tsx'

const at = '2026-11-22T20:00:00.000Z'
const parts = { who: (party: OneParty) => party, filled: (text: string) => text }

test.each(Language.options)('without the app a sealed card says in %s that it is sealed, and an open one its words', (language) => {
  const shown = (sealedAt: string | null, text: string) =>
    renderToStaticMarkup(createElement(CardView, { ...parts, language, card: { who: 'mentee', text, sealedAt, openings: [] } }))

  expect(shown(at, '')).toContain(middleGroundTexts[language].card.sealed)
  expect(shown(null, 'The heron stays away')).toContain('The heron stays away')
  expect(shown(null, 'The heron stays away')).not.toContain(middleGroundTexts[language].card.sealed)
})

test('without the app, too, an answer is shown when both have handed over, and not before', () => {
  const answer = (text: string, doneAt: string | null): BoundaryAnswer => ({ choices: ['office'], text, doneAt })
  const shown = (mentor: BoundaryAnswer, mentee: BoundaryAnswer) =>
    renderToStaticMarkup(createElement(BoundaryView, { ...parts, language: 'en', boundary: { question: 'hours', text: '', answers: { mentor, mentee }, nearness: null, proposal: null } }))

  expect(shown(answer('Plover', at), answer('Heron', null))).not.toMatch(/Plover|Heron|office/i)
  expect(shown(answer('Plover', at), answer('Heron', at))).toMatch(/office hours.*Plover.*Heron/s)
})

import { describe, expect, test } from 'vitest'
import { Language } from '../../../shared/language.ts'
import { ItemId } from '../../../shared/ids.ts'
import type { Candidate, Criterion, Exam } from '../../../shared/path.ts'
import { candidateEntry, criterionText, draftLetter, examEntry, isExamEmpty, lookingFor } from '../../../shared/rules/request.ts'
import { pathTexts } from '../../../shared/texts/path-all.ts'

const nothing: Exam = { keep: '', stop: '', start: '', strengths: '', weaknesses: '', helps: [], help: '', looking: null }
const exam = (more: Partial<Exam> = {}): Exam => ({ ...nothing, ...more })
const id = ItemId.parse('00000000-0000-4000-8000-000000000001')
const candidate = (more: Partial<Candidate> = {}): Candidate => ({ name: 'Sari', why: '', introducer: '', askedOn: null, answer: 'none', fits: [], ...more })
const trust: Criterion = { text: 'anything', given: 'trust', weight: 'must' }
const own: Criterion = { text: 'Lives near by', given: null, weight: 'some' }

describe('the paragraph', () => {
  test('is one sentence for what was chosen and one for each answer, in their order', () => {
    const text = lookingFor(exam({ helps: ['ideas', 'expertise'], help: ' courage ', start: 'Say no\nmore often', strengths: 'Patience!' }), pathTexts.en, 'en')

    expect(text).toBe('I am looking for a mentor who can help me with expertise in my field, new ideas and courage. What I am good at: Patience! What I want to start doing: Say no more often.')
  })

  test.each(Language.options)('of nothing is still a sentence, in %s', (language) => {
    expect(lookingFor(nothing, pathTexts[language], language)).toBe(pathTexts[language].exam.looking)
  })

  test('stays as it was once it was changed by hand, also when it was emptied', () => {
    expect(lookingFor(exam({ looking: '', keep: 'All of it' }), pathTexts.en, 'en')).toBe('')
    expect(isExamEmpty(exam({ looking: '' }))).toBe(false)
    expect(isExamEmpty(exam({ keep: ' \n ' }))).toBe(true)
  })

  test('takes the beginning of an endless answer, and tears no character', () => {
    const text = lookingFor(exam({ keep: '👩🏽‍🚀'.repeat(4000), stop: 'ا'.repeat(20_000) }), pathTexts.nl, 'nl')

    expect(text.length).toBeLessThan(4000)
    expect(text.isWellFormed()).toBe(true)
    expect(text).toContain('…')
  })
})

describe('the letter', () => {
  test('holds why, what is looked for and what matters, and asks a small question', () => {
    const text = draftLetter({ exam: exam({ helps: ['view'] }), candidate: candidate({ why: 'You say what you think' }), criteria: [trust, own, { ...own, text: ' Laughs\neasily ', weight: 'much' }], me: 'Ana' }, pathTexts.en, 'en')

    expect(text.split('\n\n')).toEqual([
      'Dear Sari,',
      `${pathTexts.en.letter.opening} What made me think of you: You say what you think.`,
      'I am looking for a mentor who can help me with an honest view from outside.',
      `${pathTexts.en.letter.matters}\n– ${pathTexts.en.letter.given.trust}\n– Laughs easily`,
      pathTexts.en.letter.ask,
      'Kind regards,\nAna',
    ])
  })

  test.each(Language.options)('reads whole without a name, an answer or a criterion, in %s', (language) => {
    const { letter } = pathTexts[language]
    const text = draftLetter({ exam: nothing, candidate: candidate({ name: ' ' }), criteria: [own], me: '' }, pathTexts[language], language)

    expect(text).toBe([letter.greetingUnnamed, letter.opening, letter.ask, letter.regards].join('\n\n'))
  })

  test('takes names and answers as they are, and never more than an item may hold', () => {
    const long = 'x'.repeat(20_000)
    const text = draftLetter({
      exam: exam({ looking: long }), candidate: candidate({ name: 'ليلى {what} $&', why: long }), criteria: Array<Criterion>(60).fill({ ...own, text: long, weight: 'must' }), me: 'Ana',
    }, pathTexts.id, 'id')

    expect(text).toMatch(/^Yth\. ليلى \{what\} \$&,/)
    expect(text.length).toBeLessThanOrEqual(20_000)
  })
})

test('a given criterion reads in the language asked for, one’s own as it was written', () => {
  expect(Language.options.map((language) => criterionText(trust, pathTexts[language]))).toEqual(Language.options.map((language) => pathTexts[language].criteria.trust))
  expect(criterionText(own, pathTexts.nl)).toBe('Lives near by')
})

test('what goes along into the journal holds every answer whole', () => {
  const long = 'word '.repeat(3000).trim()
  const entry = examEntry(exam({ keep: long, help: 'Courage' }), pathTexts.en, 'en')

  expect(entry).toContain(long)
  expect(entry).toContain(`${pathTexts.en.exam.questions.help}\nCourage`)
  expect(candidateEntry(candidate({ why: 'Honest', fits: [{ criterion: id, fit: 'well', word: 'We talked for an hour' }] }), new Map([[id as string, trust]]), pathTexts.en, 'en'))
    .toBe(`Honest\n${pathTexts.en.criteria.trust} Fits well. We talked for an hour`)
  expect(candidateEntry(candidate({ introducer: 'ليلى', askedOn: '2026-11-03', fits: [{ criterion: id, fit: 'hardly', word: '' }] }), new Map([[id as string, trust]]), pathTexts.nl, 'nl'))
    .toBe(`${pathTexts.nl.criteria.trust} Past nauwelijks.\nWie ons aan elkaar kan voorstellen: ليلى\nGevraagd op 3 november 2026`)
  expect(candidateEntry(candidate(), new Map(), pathTexts.en, 'en')).toBe('')
})

import { describe, expect, test } from 'vitest'
import { ClauseTopic } from '../../shared/agreement.ts'
import { Language } from '../../shared/language.ts'
import { sampleWords, topicOf } from '../../shared/rules/clause-text.ts'
import { clauseTexts } from '../../shared/texts/clauses-all.ts'
import { catalogue, topicsOf } from '../../shared/texts/clauses.ts'
import { endingClause, sampleContract } from '../../shared/texts/texts.ts'
import { testTextTable } from '../helpers/text-tables.ts'

testTextTable('the sample clauses', clauseTexts)

describe.each(Language.options)('the sample clauses in %s', (language) => {
  test('are sentences about the two by name, never about me and you', () => {
    const samples = Object.entries(clauseTexts[language].samples)
    expect(new Set(samples.map(([, text]) => text)).size).toBe(samples.length)
    for (const [id, text] of samples) {
      expect(text, id).toMatch(/\.$/)
      expect(text, id).not.toMatch(/\b(I|you|my|your|ik|jij|je|jouw|mijn|saya|Anda)\b/)
    }
  })

  test('ask a question about every matter', () => {
    for (const topic of ClauseTopic.options) expect(clauseTexts[language].topics[topic], topic).toMatch(/\?$/)
  })
})

test('[F19] [F28] [F33] every matter is asked for in one group, and has a sample to begin with', () => {
  const asked = Object.values(topicsOf).flat()
  const samples = [...catalogue, endingClause]

  expect(asked.toSorted()).toEqual([...ClauseTopic.options].toSorted())
  for (const [group, topics] of Object.entries(topicsOf)) {
    for (const topic of topics) expect(samples.some((sample) => topicOf({ sample: sample.id }) === topic && sample.group === group), topic).toBe(true)
  }
})

test('[F18] there are samples for the mentor’s duties and the six of the mentee', () => {
  const of = (group: string) => [...sampleContract, ...catalogue].filter((sample) => sample.group === group).map(({ id }) => id)

  expect(of('mentor').length).toBeGreaterThanOrEqual(8)
  expect(of('mentee')).toEqual(expect.arrayContaining(['mentee-open', 'mentee-initiative', 'mentee-follow-through', 'mentee-help', 'mentee-alternatives', 'mentee-outcomes']))
  for (const id of [...of('mentor'), ...of('mentee')]) expect(sampleWords(id, 'en')).toMatch(/\{mentor\}|\{mentee\}/)
})

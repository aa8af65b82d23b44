import { describe, expect, test } from 'vitest'
import { Language } from '../../shared/language.ts'
import { meetingTexts } from '../../shared/texts/meeting-all.ts'
import { texts } from '../../shared/texts/texts.ts'
import { leaves, testTextTable } from '../helpers/text-tables.ts'

testTextTable('the words of the first meeting', meetingTexts)

describe.each(Language.options)('the words of the first meeting in %s', (language) => {
  test('ask the four questions of the first meeting as everywhere else', () => {
    const { gain, ease, learn, goals } = meetingTexts[language].questions

    expect([gain, ease, learn, goals]).toEqual([...texts[language].firstMeeting])
  })

  test('ask in questions', () => {
    const { questions, own, thoughts } = meetingTexts[language]
    for (const [path, text] of leaves({ questions, own, thoughts })) expect(text, path).toMatch(/\?$/)
  })
})

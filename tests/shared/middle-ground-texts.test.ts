import { describe, expect, test } from 'vitest'
import { BoundaryQuestion } from '../../shared/agreement.ts'
import { Language } from '../../shared/language.ts'
import { boundaryChoices } from '../../shared/rules/middle-ground.ts'
import { middleGroundTexts } from '../../shared/texts/middle-ground-all.ts'
import { testTextTable } from '../helpers/text-tables.ts'

testTextTable('the words of the middle ground', middleGroundTexts)

describe.each(Language.options)('the words of the middle ground in %s', (language) => {
  test('have a word for each choice, and no two the same', () => {
    for (const question of BoundaryQuestion.options) {
      const { choices } = middleGroundTexts[language].questions[question]
      expect(Object.keys(choices).toSorted()).toEqual([...boundaryChoices[question].names].toSorted())
      expect(new Set(Object.values(choices)).size).toBe(Object.keys(choices).length)
    }
  })
})

import type { AgreementReview, Boundary, EndingCard } from '../../shared/agreement.ts'
import { OneParty } from '../../shared/agreement.ts'
import { asHeading, dayOfMoment, formatDay, formatTime } from '../../shared/format-date.ts'
import type { Language } from '../../shared/language.ts'
import { chosenOf, isAnswered, isRevealed } from '../../shared/rules/middle-ground.ts'
import { middleGroundTexts } from '../../shared/texts/middle-ground-all.ts'

type Parts = { language: Language; who: (party: OneParty) => string; filled: (text: string) => string }

/** A question of the middle ground. Before both handed over, neither answer is shown here either. */
export function BoundaryView({ boundary, language, who, filled }: Parts & { boundary: Boundary }) {
  const words = middleGroundTexts[language]
  const { question, text, answers } = boundary
  return (
    <>
      <p className="question">{question === null ? text : filled(words.questions[question].ask)}</p>
      {isRevealed(boundary) && OneParty.options.filter((party) => isAnswered(answers[party])).map((party) => {
        const chosen = question === null ? [] : chosenOf(question, answers[party]).map((name) => (words.questions[question].choices as Record<string, string>)[name] ?? name)
        return (
          <div key={party}>
            <p className="caption">{who(party)}</p>
            {chosen.length > 0 && <p className="plain">{asHeading(chosen.join(', '))}</p>}
            {answers[party].text.trim() !== '' && <p className="plain">{answers[party].text}</p>}
          </div>
        )
      })}
    </>
  )
}

/** A card; a sealed one says so and no more. */
export function CardView({ card, language, who }: Parts & { card: EndingCard }) {
  const words = middleGroundTexts[language].card
  return (
    <>
      <p className="caption">{[words.title, who(card.who), ...card.openings.map((at) => `${formatDay(language, dayOfMoment(at))}, ${formatTime(language, at)}`)].join(' · ')}</p>
      <p className="question">{words.begin}</p>
      <p className="plain">{card.sealedAt === null ? card.text : words.sealed}</p>
    </>
  )
}

/** What was said in words at a look back; the verdicts are of their day. */
export function ReviewView({ review, language }: Pick<Parts, 'language'> & { review: AgreementReview }) {
  const said = review.verdicts.filter(({ word }) => word.trim() !== '')
  return (
    <>
      <p className="caption">{`${middleGroundTexts[language].review} · ${formatDay(language, review.on)}`}</p>
      {said.map(({ clause, word }) => <p key={clause} className="plain">{word}</p>)}
    </>
  )
}

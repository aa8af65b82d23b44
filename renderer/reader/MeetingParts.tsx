import type { Party } from '../../shared/item.ts'
import type { Language } from '../../shared/language.ts'
import type { Question, Story, Topic } from '../../shared/meeting.ts'
import { questionText } from '../../shared/rules/meeting.ts'
import { meetingTexts } from '../../shared/texts/meeting-all.ts'

/** A question of the first meeting with what both said. */
export function QuestionView({ question, language, who }: { question: Question; language: Language; who: (party: Party) => string }) {
  const said = (['mentee', 'mentor'] as const).filter((party) => question.answers[party].trim() !== '')
  return (
    <>
      <p className="question">{questionText(question, meetingTexts[language])}</p>
      {said.map((party) => <div key={party}><p className="caption">{who(party)}</p><p className="plain">{question.answers[party]}</p></div>)}
    </>
  )
}

export function TopicView({ topic: { given, changed, text }, language, filled }: { topic: Topic; language: Language; filled: (text: string) => string }) {
  return <p className="plain">{given === null || changed === true ? text : filled(meetingTexts[language].topics[given])}</p>
}

export function StoryView({ story: { title, sort, text }, language }: { story: Story; language: Language }) {
  return <><p className="caption">{meetingTexts[language].sorts[sort]}</p>{title !== '' && <p className="question">{title}</p>}<p className="plain">{text}</p></>
}

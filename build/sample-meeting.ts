/** What a first meeting leaves in a sample: its questions, and a topic and a story for the talks after it. */
import type { Day } from '../shared/dates.ts'
import type { ItemId, SpaceId } from '../shared/ids.ts'
import type { Language } from '../shared/language.ts'
import { meetingTexts } from '../shared/texts/meeting-all.ts'
import type { Add, SampleWriter } from './sample-items.ts'

export function addQuestions(add: Add, write: SampleWriter, language: Language, spaceId: SpaceId, session: ItemId, day: Day): void {
  for (const given of ['gain', 'confidential'] as const) {
    add(spaceId, day, {
      kind: 'question',
      body: {
        text: meetingTexts[language].questions[given], given, part: given === 'gain' ? 'know' : 'agreement', minutes: 5, asked: true,
        answers: { mentor: write.sentences(1), mentee: write.sentences(1) },
      },
    }, { parentId: session })
  }
}

export function addBanks(add: Add, write: SampleWriter, language: Language, spaceId: SpaceId, day: Day): void {
  const topic = add(spaceId, day, { kind: 'topic', body: { text: meetingTexts[language].topics.everyday, given: 'everyday', used: [] } })
  add(spaceId, day, { kind: 'story', body: { title: write.topic(), text: write.sentences(5), sort: 'lesson', told: [] } }, { about: topic })
}

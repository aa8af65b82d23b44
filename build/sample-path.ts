/** The path and the search for a mentor in a sample: one of each kind, long since over. */
import type { Day } from '../shared/dates.ts'
import type { SpaceId } from '../shared/ids.ts'
import type { Language } from '../shared/language.ts'
import { checklist } from '../shared/rules/phases.ts'
import { pathTexts } from '../shared/texts/path-all.ts'
import type { Add, SampleWriter } from './sample-items.ts'

export function addPath(add: Add, write: SampleWriter, language: Language, spaceId: SpaceId, day: Day): void {
  const at = `${day}T10:00:00.000Z`
  add(spaceId, day, { kind: 'path', body: { phase: null, ticks: checklist('mentee', 1).map((line) => ({ line, at })), read: [{ who: 'mentee', on: day }] } })
  const exam = add(spaceId, day, {
    kind: 'exam',
    body: { keep: write.sentences(1), stop: write.sentences(1), start: write.sentences(1), strengths: write.sentences(1), weaknesses: write.sentences(1), helps: ['view', 'ideas'], help: '', looking: null },
  })
  const criterion = add(spaceId, day, { kind: 'criterion', body: { text: pathTexts[language].criteria.trust, given: 'trust', weight: 'must' } }, { parentId: exam })
  const candidate = add(spaceId, day, {
    kind: 'candidate',
    body: { name: 'Wayan', why: write.sentences(1), introducer: 'Dewi', askedOn: day, answer: 'yes', fits: [{ criterion, fit: 'well', word: write.sentences(1) }] },
  }, { parentId: exam })
  add(spaceId, day, { kind: 'inquiry', body: { who: 'Dewi', askedOn: day, said: write.sentences(1) } }, { parentId: exam })
  add(spaceId, day, { kind: 'letter', body: { language, text: write.sentences(4) } }, { parentId: candidate })
}

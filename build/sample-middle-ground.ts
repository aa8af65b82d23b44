/** The middle ground of a sample, answered by both, and an ending card each: one of them opened, one sealed. */
import { sealCard } from '../electron/database/cards.ts'
import type { Db } from '../electron/database/open.ts'
import { statement } from '../electron/database/statements.ts'
import { BoundaryQuestion } from '../shared/agreement.ts'
import type { Day } from '../shared/dates.ts'
import type { ItemId, SpaceId } from '../shared/ids.ts'
import { boundaryChoices } from '../shared/rules/middle-ground.ts'
import type { Add, SampleWriter } from './sample-items.ts'

export function addMiddleGround(add: Add, write: SampleWriter, spaceId: SpaceId, parentId: ItemId, day: Day): void {
  const doneAt = `${day}T10:00:00.000Z`
  for (const question of BoundaryQuestion.options) {
    const answer = () => ({ choices: [write.pick<string>(boundaryChoices[question].names)], text: write.below(3) === 0 ? write.sentences(1) : '', doneAt })
    add(spaceId, day, { kind: 'boundary', body: { question, text: '', answers: { mentor: answer(), mentee: answer() }, nearness: null, proposal: null } }, { parentId })
  }
  for (const who of ['mentor', 'mentee'] as const) {
    add(spaceId, day, { kind: 'ending-card', body: { who, text: write.sentences(1), sealedAt: null, openings: who === 'mentor' ? [doneAt] : [] } }, { parentId })
  }
}

/** After everything is in: a seal is set by its own act alone. */
export function sealCards(db: Db): void {
  const unopened = statement<{ id: ItemId; updated_at: string }>(db, `SELECT id, updated_at FROM item
    WHERE kind = 'ending-card' AND json_extract(body, '$.sealedAt') IS NULL AND json_array_length(body, '$.openings') = 0`).all()
  for (const { id, updated_at } of unopened) sealCard(db, id, new Date(updated_at))
}

import { z } from 'zod'
import { Item } from './item.ts'
import { ItemId } from './ids.ts'

/** The one card on Today: the first rule that is true. */
export const NextStep = z.strictObject({
  rule: z.enum([
    'recovery-not-asked-back', 'session-soon', 'session-running', 'session-unanswered',
    'commitment-due', 'nothing-planned', 'recovery-practice', 'nothing',
  ]),
  item: Item.nullable(),
})
export type NextStep = z.infer<typeof NextStep>

export const Today = z.strictObject({
  nextStep: NextStep,
  openCommitments: z.array(Item),
  nextSession: Item.nullable(),
  /** The entry begun today on Today itself, to be gone on with. */
  entriesThisWeek: z.int(),
  /** Which places have joined the list because they are needed. */
  places: z.array(z.enum(['plan', 'agreement', 'sharing'])),
  agreementId: ItemId.nullable(),
})
export type Today = z.infer<typeof Today>

import { z } from 'zod'
import { Item } from './item.ts'
import { ItemId } from './ids.ts'
import { Phase } from './path.ts'

/** The one card on Today: the first rule that is true. */
export const NextStep = z.strictObject({
  rule: z.enum([
    'recovery-not-asked-back', 'session-soon', 'session-running', 'session-unanswered',
    'signature-waiting', 'agreement-review', 'commitment-due', 'nothing-planned', 'recovery-practice', 'phase-line', 'nothing',
  ]),
  item: Item.nullable(),
  /** Of the phase's checklist: its name in `texts/path.ts`, where the words stand in the screen's language. */
  line: z.string().max(80).optional(),
})
export type NextStep = z.infer<typeof NextStep>

/** What says so; see `rules/phases.ts`. */
export const PhaseReason = z.enum(['chosen', 'no-person', 'not-begun', 'meeting', 'agreement', 'no-agreement', 'held'])
export type PhaseReason = z.infer<typeof PhaseReason>

export const Today = z.strictObject({
  nextStep: NextStep,
  openCommitments: z.array(Item),
  nextSession: Item.nullable(),
  /** The entry begun today on Today itself, to be gone on with. */
  entriesThisWeek: z.int(),
  /** Which places have joined the list because they are needed. */
  places: z.array(z.enum(['plan', 'agreement', 'sharing'])),
  agreementId: ItemId.nullable(),
  phase: z.strictObject({ phase: Phase, reason: PhaseReason }),
})
export type Today = z.infer<typeof Today>

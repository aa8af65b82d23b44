/** The four phases: which one a relationship is in, and what its checklist holds for each role. */
import type { Path, Phase } from '../path.ts'
import { Phase as PhaseSchema } from '../path.ts'
import { hasOther } from '../space.ts'
import type { Role } from '../space.ts'
import type { PhaseReason } from '../today.ts'

export const phases: readonly Phase[] = [...PhaseSchema.values].toSorted((a, b) => a - b)

const lists = {
  mentor: {
    1: ['mentor-why', 'mentor-skills'],
    2: ['mentor-expect', 'mentor-say', 'mentor-flexible', 'mentor-goals', 'mentor-style', 'mentor-time'],
    3: ['mentor-advise', 'mentor-admit', 'mentor-example', 'mentor-strengths', 'mentor-feedback', 'mentor-progress', 'mentor-support', 'mentor-reliable'],
    4: ['mentor-follow', 'mentor-evaluate', 'mentor-again'],
  },
  mentee: {
    1: ['mentee-why', 'mentee-criteria'],
    2: ['mentee-expect', 'mentee-say', 'mentee-flexible', 'mentee-goals', 'mentee-style', 'mentee-time'],
    3: ['mentee-listen', 'mentee-answers', 'mentee-feedback', 'mentee-reflect', 'mentee-progress', 'mentee-celebrate', 'mentee-reliable'],
    4: ['mentee-updates', 'mentee-evaluate', 'mentee-thank', 'mentee-give-back'],
  },
} as const satisfies Record<'mentor' | 'mentee', Record<Phase, readonly string[]>>

type Lists = typeof lists
export type LineId = Lists['mentor' | 'mentee'][Phase][number]

/** What a phase holds for this role (S3.5–S3.12). Who looks for a mentor has a mentee's. */
export function checklist(role: Role, phase: Phase): readonly LineId[] {
  return lists[role === 'mentor' ? 'mentor' : 'mentee'][phase]
}

export type PhaseFacts = {
  role: Role
  /** Set by hand. */
  chosen: Phase | null
  agreement: boolean
  /** A session stands in the calendar, or is under way. */
  planned: boolean
  /** How many sessions were held. */
  held: number
}

/** Where the two are. The last phase comes by hand only: an ending is theirs to declare. */
export function findPhase({ role, chosen, agreement, planned, held }: PhaseFacts): { phase: Phase; reason: PhaseReason } {
  if (chosen !== null) return { phase: chosen, reason: 'chosen' }
  if (!hasOther(role)) return { phase: 1, reason: 'no-person' }
  if (held > 1 || (held === 1 && agreement)) return { phase: 3, reason: 'held' }
  if (held === 1) return { phase: 2, reason: 'no-agreement' }
  if (agreement) return { phase: 2, reason: 'agreement' }
  return planned ? { phase: 2, reason: 'meeting' } : { phase: 1, reason: 'not-begun' }
}

export function isTicked(path: Pick<Path, 'ticks'> | null, line: LineId): boolean {
  return path?.ticks.some((tick) => tick.line === line) ?? false
}

/** The first line of a phase that is not ticked; null when all are. */
export function nextLine(role: Role, phase: Phase, path: Pick<Path, 'ticks'> | null): LineId | null {
  return checklist(role, phase).find((line) => !isTicked(path, line)) ?? null
}

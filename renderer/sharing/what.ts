/** The first step as it is filled in, and what it asks the core for. */
import { addDays } from '../../shared/dates.ts'
import type { Day } from '../../shared/dates.ts'
import type { Audience, ExportScope } from '../../shared/exporting.ts'
import type { ItemId, SpaceId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { MessageKey } from '../messages/messages.tsx'

export type What = {
  /** A letter and a sheet of questions come from their own screens. */
  what: Exclude<ExportScope['what'], 'letter' | 'questions'>
  from: Day | null
  to: Day | null
  sessionId: ItemId | null
  agreementId: ItemId | null
  /** Null: the newest, whichever that is. */
  versionId: ItemId | 'draft' | null
  /** Of the agreement; null: as whoever gets it reads it. */
  language: Language | null
  beside: Language | null
  audience: Audience
  name: string
}

export const quickPeriods = ['week', 'month', 'last-month', 'year'] as const
export type QuickPeriod = (typeof quickPeriods)[number]

export function quickPeriod(which: QuickPeriod, today: Day): { from: Day; to: Day } {
  const first = `${today.slice(0, 7)}-01`
  switch (which) {
    case 'week': return { from: addDays(today, -6), to: today }
    case 'month': return { from: first, to: today }
    case 'last-month': {
      const to = addDays(first, -1)
      return { from: `${to.slice(0, 7)}-01`, to }
    }
    case 'year': return { from: `${today.slice(0, 4)}-01-01`, to: today }
  }
}

/** The scope, or the sentence that says what is missing. */
export function scopeOf(what: What, spaceId: SpaceId): { scope: ExportScope } | { problem: MessageKey } {
  if (what.audience === 'other' && what.name.trim() === '') return { problem: 'sharing.problem.name' }
  switch (what.what) {
    case 'period':
      if (what.from === null || what.to === null) return { problem: 'sharing.problem.days' }
      if (what.from > what.to) return { problem: 'sharing.problem.order' }
      return { scope: { what: 'period', spaceId, from: what.from, to: what.to } }
    case 'session':
      return what.sessionId === null ? { problem: 'sharing.problem.session' } : { scope: { what: 'session', spaceId, sessionId: what.sessionId } }
    case 'agreement':
      return what.agreementId === null ? { problem: 'sharing.problem.empty-agreement' } : {
        scope: {
          what: 'agreement', spaceId, agreementId: what.agreementId,
          ...(what.versionId !== null && what.versionId !== 'draft' && { versionId: what.versionId }), ...(what.beside !== null && { beside: what.beside }),
        },
      }
  }
}

import { dayAt } from '../../shared/dates.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { Used } from '../../shared/meeting.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import type { SessionItem } from '../sessions/session-plan.ts'
import { dayNear } from '../sessions/words.ts'

/** "Sessions 2, 10 November · 4, 8 December": in which it came up; a session that is gone leaves its day. */
export function useUsedLine(sessions: readonly SessionItem[]): (used: readonly Used[], never: string) => string {
  const t = useMessages()
  const language = useLanguage()
  const today = dayAt(new Date())
  const numbers = new Map<ItemId, number>(sessions.map(({ id, body }) => [id, body.number]))
  return (used, never) => {
    if (used.length === 0) return never
    const days = used.map(({ session, on }) => {
      const [n, date] = [numbers.get(session), dayNear(language, on, today)]
      return n === undefined ? date : t('banks.used.session', { n, date })
    })
    return t('banks.used', { count: used.length, sessions: days.join(' · ') })
  }
}

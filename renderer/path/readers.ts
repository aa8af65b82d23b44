import type { Day } from '../../shared/dates.ts'
import { hasOther, partyNames } from '../../shared/space.ts'
import { texts } from '../../shared/texts/texts.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage } from '../messages/messages.tsx'
import type { PathOnScreen } from './use-path.ts'

export type Reader = { who: 'mentor' | 'mentee'; mine: boolean; name: string; /** Null until then. */ on: Day | null }

/** Who is to read what mentoring is, the mentor first; without a second person, only I. */
export function useReaders({ body }: Pick<PathOnScreen, 'body'>): Reader[] {
  const language = useLanguage()
  const space = useSpace()
  const me = space.role === 'mentor' ? 'mentor' : 'mentee'
  const who = hasOther(space.role) ? ['mentor', 'mentee'] as const : [me] as const
  return who.map((party) => ({
    who: party, mine: party === me, name: partyNames(space)[party] || texts[language].parties[party],
    on: body?.read.find((one) => one.who === party)?.on ?? null,
  }))
}

import { OneParty } from '../../shared/agreement.ts'
import type { Version } from '../../shared/agreement.ts'
import { partyNames } from '../../shared/space.ts'
import { texts } from '../../shared/texts/texts.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage } from '../messages/messages.tsx'

/** Both by name, never "you": the page is turned from one to the other. */
export function useWho(parties?: Version['parties']): Record<OneParty, string> {
  const space = useSpace()
  const language = useLanguage()
  const names = parties ?? partyNames(space)
  return { mentor: names.mentor.trim() || texts[language].parties.mentor, mentee: names.mentee.trim() || texts[language].parties.mentee }
}

export const otherParty = (who: OneParty): OneParty => (who === 'mentor' ? 'mentee' : 'mentor')

/** Who sits at this screen; the mentor where nobody says. */
export function firstParty(role: string): OneParty {
  return OneParty.options.find((who) => who === role) ?? 'mentor'
}

import { createContext, use } from 'react'
import type { ReactNode } from 'react'
import { partyNames } from '../../shared/space.ts'
import type { Space } from '../../shared/space.ts'
import type { Party } from '../../shared/item.ts'
import { texts } from '../../shared/texts/texts.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'

const SpaceContext = createContext<Space | null>(null)

export function SpaceProvider({ space, children }: { space: Space; children: ReactNode }) {
  return <SpaceContext value={space}>{children}</SpaceContext>
}

/** The space on the screen. */
export function useSpace(): Space {
  const space = use(SpaceContext)
  if (space === null) throw new Error('no SpaceProvider')
  return space
}

/** The person this space is about, as the screen names them. */
export function useOtherName(): string {
  const space = useSpace()
  const t = useMessages()
  if (space.role === 'alone') return space.other || t('space.unnamed-alone')
  return space.other || t(space.role === 'mentor' ? 'space.unnamed-mentee' : 'space.unnamed-mentor')
}

/** How the screen names a party: "You" for me, the name for the other. */
export function usePartyLabel(): (party: Party) => string {
  const space = useSpace()
  const language = useLanguage()
  const t = useMessages()
  return (party) => {
    if (party === 'both') return texts[language].parties.both
    if (party === space.role || (space.role === 'alone' && party === 'mentee')) return t('you')
    return partyNames(space)[party] || texts[language].parties[party]
  }
}

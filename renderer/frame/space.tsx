import { createContext, use } from 'react'
import type { ReactNode } from 'react'
import type { SpaceId } from '../../shared/ids.ts'
import { hasOther, partyNames } from '../../shared/space.ts'
import type { Space } from '../../shared/space.ts'
import type { Party } from '../../shared/item.ts'
import { texts } from '../../shared/texts/texts.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'

/** All spaces side by side, and the way from one to another: nothing of one is ever on the screen of another. */
export type Spaces = {
  all: readonly Space[]
  /** Begins on its Today unless told where. What is being typed is saved first. */
  enter(id: SpaceId, to?: string): Promise<void>
}

const SpaceContext = createContext<Space | null>(null)
const SpacesContext = createContext<Spaces | null>(null)

export function SpaceProvider({ space, spaces, children }: { space: Space; spaces: Spaces; children: ReactNode }) {
  return <SpacesContext value={spaces}><SpaceContext value={space}>{children}</SpaceContext></SpacesContext>
}

export function useSpaces(): Spaces {
  const spaces = use(SpacesContext)
  if (spaces === null) throw new Error('no SpaceProvider')
  return spaces
}

/** The space on the screen. */
export function useSpace(): Space {
  const space = use(SpaceContext)
  if (space === null) throw new Error('no SpaceProvider')
  return space
}

/** The person this space is about, as the screen names them. */
export function useOtherName(): string {
  return useSpaceName()(useSpace())
}

/** How the screen names any space: by its person, or by the pair's own word, or by what it is for. */
export function useSpaceName(): (space: Space) => string {
  const t = useMessages()
  return (space) => {
    if (!hasOther(space.role)) return space.other || t(space.role === 'looking' ? 'space.unnamed-looking' : 'space.unnamed-alone')
    return space.other || space.terms.words[space.role === 'mentor' ? 'mentee' : 'mentor'] || t(space.role === 'mentor' ? 'space.unnamed-mentee' : 'space.unnamed-mentor')
  }
}

/** My part in a space, in the pair's own word where they have one. */
export function useRoleLine(): (space: Space) => string {
  const t = useMessages()
  return (space) => {
    const word = hasOther(space.role) ? space.terms.words[space.role] : ''
    return word === '' ? t(`space.${space.role}`) : t('space.own-word', { word })
  }
}

/** How the screen names a party: "You" for me, the name for the other. */
export function usePartyLabel(): (party: Party) => string {
  const space = useSpace()
  const language = useLanguage()
  const t = useMessages()
  return (party) => {
    if (party === 'both') return texts[language].parties.both
    if (party === space.role || (!hasOther(space.role) && party === 'mentee')) return t('you')
    return partyNames(space)[party] || texts[language].parties[party]
  }
}

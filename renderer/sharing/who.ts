import type { Audience, ExportRecord } from '../../shared/exporting.ts'
import type { Space } from '../../shared/space.ts'
import { useOtherName, useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'

/** Whom a summary can be for. Never the reader as "the other": for oneself there is "myself". */
export function audiencesOf({ role }: Pick<Space, 'role'>): Audience[] {
  const other: Audience[] = role === 'mentee' ? ['mentor'] : role === 'mentor' ? ['mentee'] : []
  return [...other, 'myself', 'coordinator', 'other']
}

/** Both parties of the agreement, to whom it belongs already. */
export function isParty(audience: Audience): boolean {
  return audience === 'mentor' || audience === 'mentee' || audience === 'myself'
}

/** How an audience is named in a sentence: "Sari, mentor", "myself". */
export function useWho(): (to: Pick<ExportRecord, 'audience' | 'audienceName'>) => string {
  const t = useMessages()
  const { other } = useSpace()
  return ({ audience, audienceName }) => {
    switch (audience) {
      case 'mentor': case 'mentee': return other === '' ? t(`sharing.who.${audience}`) : t('sharing.who.party', { name: other, party: audience })
      case 'coordinator': case 'myself': return t(`sharing.who.${audience}`)
      case 'other': return audienceName === '' ? t('sharing.who.other') : audienceName
    }
  }
}

/** The label of an audience where it is chosen. */
export function useAudienceLabel(): (audience: Audience) => string {
  const t = useMessages()
  const space = useSpace()
  const name = useOtherName()
  return (audience) => (audience === 'mentor' || audience === 'mentee') && space.other !== ''
    ? t('sharing.who.party', { name, party: audience })
    : t(`sharing.audience.${audience}`)
}

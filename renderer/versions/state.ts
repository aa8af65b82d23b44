import { dayOfMoment, formatDay } from '../../shared/format-date.ts'
import type { Language } from '../../shared/language.ts'
import { standingOf } from '../../shared/rules/signing.ts'
import type { Translate } from '../messages/messages.tsx'
import type { VersionItem } from './use-versions.ts'

/** How a version stands, in one sentence or two: "Signed by Sari · Ana has not signed yet". */
export function stateLine({ body }: VersionItem, who: Record<'mentor' | 'mentee', string>, t: Translate, language: Language): string {
  if (body.how !== 'signed') return t(`versions.how.${body.how}`)
  const standing = standingOf(body)
  const signed = standing.filter(({ state }) => state === 'signed')
  if (signed.length === 2) return t('versions.signed.both', who)
  return standing.toSorted((a, b) => Number(b.state === 'signed') - Number(a.state === 'signed')).map(({ who: party, state, signature }) => {
    const name = who[party]
    if (state === 'signed') return t('versions.signed', { name })
    const withdrawnAt = signature?.withdrawnAt ?? null
    return withdrawnAt === null ? t('versions.not-yet', { name }) : t('versions.withdrawn', { name, date: formatDay(language, dayOfMoment(withdrawnAt)) })
  }).join(' · ')
}

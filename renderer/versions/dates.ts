import type { Version } from '../../shared/agreement.ts'
import { formatDay } from '../../shared/format-date.ts'
import type { Language } from '../../shared/language.ts'
import type { Translate } from '../messages/messages.tsx'

/** "1 November 2026 to 30 June 2027", one of them, or nothing. */
export function periodLine({ from, to }: Version['period'], t: Translate, language: Language): string {
  if (from !== null && to !== null) return t('version.period.both', { from: formatDay(language, from), to: formatDay(language, to) })
  if (from !== null) return t('version.period.from', { from: formatDay(language, from) })
  return to === null ? '' : t('version.period.to', { to: formatDay(language, to) })
}

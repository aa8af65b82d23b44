/** Backups in words: when one was made, and what it holds. */
import { addDays, dayAt } from '../../shared/dates.ts'
import type { Backup, BackupContent } from '../../shared/backup.ts'
import { dayOfMoment, formatDay, formatLongMoment, formatTime } from '../../shared/format-date.ts'
import { locales } from '../../shared/locales.ts'
import type { Language } from '../../shared/language.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import type { Translate } from '../messages/messages.tsx'

/** "today at 21:00", "on 12 November 2026 at 21:00": as it stands inside a sentence. */
export function whenWords(t: Translate, language: Language, moment: string, now = new Date()): string {
  const day = dayOfMoment(moment)
  const today = dayAt(now)
  const time = formatTime(language, moment)
  if (day === today) return t('when.today', { time })
  if (day === addDays(today, -1)) return t('when.yesterday', { time })
  return t('when.on', { date: formatDay(language, day), time })
}

/** When each was made, in their order: to the minute, and nearer only where two of one place would read alike. */
export function backupMoments(language: Language, backups: readonly Pick<Backup, 'place' | 'id' | 'made'>[]): string[] {
  const all = backups.map(({ id, place, made }) => {
    const second = formatLongMoment(language, made, 'second')
    // Those of one second have a number in their name, from the second one on.
    return { place, ways: [formatLongMoment(language, made), second, `${second} (${/Z-(\d+)$/.exec(id)?.[1] ?? '1'})`] }
  })
  return all.map(({ place, ways }) => ways.find((way, index) => all.filter((other) => other.place === place && other.ways[index] === way).length === 1) ?? ways.at(-1) ?? '')
}

/** Said by their own word; what is left is counted together. */
const named = ['entry', 'session', 'commitment', 'clause'] as const

/** "It holds 120 entries, 12 sessions and 8 commitments." */
export function holdsWords(t: Translate, language: Language, { counts }: BackupContent): string {
  // An agreement is its clauses.
  const other = Object.entries(counts).reduce((sum, [kind, count]) => [...named, 'agreement'].includes(kind) ? sum : sum + count, 0)
  const parts = [...named.map((kind) => [kind, counts[kind] ?? 0] as const), ['other', other] as const]
    .flatMap(([kind, count]) => count === 0 ? [] : [t(`backup.count.${kind}`, { count })])
  return parts.length === 0 ? t('backup.holds.nothing') : t('backup.holds', { what: listWords(language, parts) })
}

/** "a, b and c" */
export function listWords(language: Language, parts: readonly string[]): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(parts)
}

export function useBackupWords() {
  const t = useMessages()
  const language = useLanguage()
  return {
    when: (moment: string) => whenWords(t, language, moment),
    holds: (content: BackupContent) => holdsWords(t, language, content),
    list: (parts: readonly string[]) => listWords(language, parts),
  }
}

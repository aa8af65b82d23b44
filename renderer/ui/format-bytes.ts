import { locales } from '../../shared/locales.ts'
import type { Language } from '../../shared/language.ts'

/** "4.2 MB", in Dutch and Indonesian "4,2 MB". */
export function formatBytes(language: Language, bytes: number): string {
  const [unit, size] = bytes >= 1e9 ? ['gigabyte', bytes / 1e9] as const : bytes >= 1e6 ? ['megabyte', bytes / 1e6] as const : ['kilobyte', bytes / 1e3] as const
  return new Intl.NumberFormat(locales[language], { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(size)
}

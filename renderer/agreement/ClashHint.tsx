import type { Clash } from '../../shared/rules/confidence-clash.ts'
import type { Names } from '../../shared/texts/fill.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import css from './Agreement.module.css'
import { clashWords } from './clash-words.ts'
import type { NumberedClause } from './use-agreement.ts'

/** Beside a clause: which others cannot be kept together with it. */
export function ClashHint({ clashes, all, names }: { clashes: readonly Clash[]; all: readonly NumberedClause[]; names: Names }) {
  const t = useMessages()
  const language = useLanguage()
  return clashes.map((clash) => {
    const other = all.find(({ item }) => item.id === clash.with)
    return other === undefined ? null : <span key={clash.with} className={css.hint}>{clashWords(t, language, clash, other.number, names)}</span>
  })
}

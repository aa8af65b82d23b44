import { useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { ItemOf } from '../../shared/item.ts'
import { languageNames } from '../../shared/locales.ts'
import { languageWords } from '../../shared/language.ts'
import type { Language } from '../../shared/language.ts'
import type { Names } from '../../shared/texts/fill.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import css from './Agreement.module.css'
import { ClauseEditor } from './ClauseEditor.tsx'
import { readAs, readIn } from './use-agreement.ts'
import type { ClauseItem, NumberedClause } from './use-agreement.ts'
import type { ClauseActs } from './use-clause-acts.ts'

/** One clause in one language: read, written in place, or still to be written. */
export function ClauseWords({ clause, agreement, language, names, acts, alone, opened = false, tabStop = true, onEdit, onDone, onKeyDown }: {
  clause: NumberedClause
  agreement: ItemOf<'agreement'>
  language: Language
  names: Names
  acts: ClauseActs
  /** The only language on the page: words of another one stand in, with a hint. */
  alone: boolean
  /** Written at once: it was made a moment ago. */
  opened?: boolean
  tabStop?: boolean
  onEdit?: () => void
  /** Ended with a key, the focus is wanted back. */
  onDone: (by: 'key' | 'leaving') => void
  onKeyDown?: (event: KeyboardEvent) => void
}) {
  const t = useMessages()
  const { item, number } = clause
  const own = readIn(item.body, language, names)
  const shown = own ?? (alone ? readAs(item.body, language, names) : null)
  const [writing, setWriting] = useState<{ item: ClauseItem; text: string; soon: Promise<ClauseItem> | null } | null>(opened ? { item, text: shown ?? '', soon: null } : null)
  const reached = useRef<HTMLButtonElement>(null)
  const returning = useRef(false)
  // At once: the next key is for this row.
  useLayoutEffect(() => {
    if (writing !== null || !returning.current) return
    returning.current = false
    reached.current?.focus()
  }, [writing])
  const word = languageWords[useLanguage()][language]
  const edit = () => {
    onEdit?.()
    // Words of its other language may be on their way: these go on from what they leave.
    setWriting({ item, text: shown ?? '', soon: acts.writing(item) })
  }
  if (writing !== null) {
    return (
      <ClauseEditor
        item={writing.item} soon={writing.soon} agreement={agreement} group={item.body.group} id={item.id} language={language} text={writing.text}
        label={alone ? t('agreement.words', { number }) : t('clause.words', { number, language: languageNames[language] })}
        onDone={(typed, touched, by) => {
          returning.current = by === 'key'
          setWriting(null)
          if (touched) void acts.changed({ ...clause, item: writing.item }, language, typed)
          onDone(by)
        }}
      />
    )
  }
  const reach = { ref: reached, type: 'button', tabIndex: tabStop ? undefined : -1, onClick: edit, onKeyDown } as const
  if (shown === null) {
    return (
      <button {...reach} className={css.missing} aria-label={t('clause.write.named', { number, language: word })}>
        {t('agreement.not-translated', { language: word })} <span className={css.writeIt}>{t('clause.write')}</span>
      </button>
    )
  }
  return (
    <>
      <button
        {...reach} className={css.text} lang={language} aria-keyshortcuts="Alt+Shift+ArrowUp Alt+Shift+ArrowDown"
        aria-description={alone ? t('agreement.edit', { number }) : t('clause.edit', { number, language: languageNames[language] })}
      >{shown}</button>
      {own === null && <span className={css.hint}>{t('agreement.not-translated', { language: word })}</span>}
    </>
  )
}

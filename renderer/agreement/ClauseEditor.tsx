import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { ItemId } from '../../shared/ids.ts'
import type { ClauseGroup } from '../../shared/agreement.ts'
import type { ItemOf } from '../../shared/item.ts'
import type { Language } from '../../shared/language.ts'
import { clauseMaxCharacters, clauseParts } from '../../shared/rules/clause-parts.ts'
import { bodyOf, saveNow } from '../editor/drafts.ts'
import { useAutosave } from '../frame/use-autosave.ts'
import { useMessages } from '../messages/messages.tsx'
import css from './Agreement.module.css'
import type { ClauseItem } from './use-agreement.ts'

/**
 * A clause while it is written, in one language: every key goes to the core at
 * once. Enter and leaving the field end it, Escape too: what was typed is kept,
 * and can be undone.
 */
export function ClauseEditor({ item, soon = null, agreement, group, id, label, language, text, onDone }: {
  /** Null for a new one, made with its first letter. */
  item: ClauseItem | null
  /** The item as it will be when what was written elsewhere in it is done: keys are taken meanwhile, and kept then. */
  soon?: Promise<ClauseItem> | null
  agreement: ItemOf<'agreement'>
  group: ClauseGroup
  id: ItemId
  label: string
  language: Language
  /** As it is read, names filled in; untouched, it stays the sample with its placeholders. */
  text: string
  onDone: (text: string, touched: boolean, by: 'key' | 'leaving') => void
}) {
  const t = useMessages()
  const noteId = useId()
  const [ready, setReady] = useState(soon === null ? { item } : null)
  const [typed, setTyped] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const ended = useRef(false)
  // At once: what is typed next belongs here.
  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(text.length, text.length)
    // Once: afterwards the caret is the person's.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  useEffect(() => {
    // Where that failed it was said; what is typed here can still be kept.
    void soon?.then((item) => setReady({ item }), () => setReady({ item }))
    // Once: it is the same from then on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const tooLong = (typed ?? text).length > clauseMaxCharacters
  const end = (by: 'key' | 'leaving') => {
    if (ended.current) return
    ended.current = true
    void saveNow().catch(() => undefined)
    onDone((typed ?? text).trim(), typed !== null && typed.trim() !== text, by)
  }
  return (
    <>
      <textarea
        ref={field} className={css.editor} aria-label={label} value={typed ?? text} rows={1} lang={language} spellCheck={false} autoComplete="off"
        aria-describedby={tooLong ? noteId : undefined}
        onChange={(event) => {
          setTyped(event.target.value.replace(/\n/g, ' '))
        }}
        onBlur={() => end('leaving')}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)) return
          event.preventDefault()
          end('key')
        }}
      />
      {ready !== null && <Keep item={ready.item} agreement={agreement} group={group} id={id} language={language} typed={typed} />}
      {tooLong && <span id={noteId} className={css.hint} role="status">{t('clause.too-long')}</span>}
    </>
  )
}

/** Hands every key on to the core. */
function Keep({ item, agreement, group, id, language, typed }: {
  item: ClauseItem | null
  agreement: ItemOf<'agreement'>
  group: ClauseGroup
  id: ItemId
  language: Language
  typed: string | null
}) {
  const [fresh] = useState(() => ({ spaceId: agreement.spaceId, parentId: agreement.id, kind: 'clause' as const, id, body: { group, sample: null, texts: {}, clear: false } }))
  const { keeper, change } = useAutosave<'clause'>(item, fresh)
  useLayoutEffect(() => {
    if (typed === null) return
    // What one clause does not hold becomes clauses of their own when this one is left.
    change({ texts: { ...bodyOf<'clause'>(keeper).texts, [language]: typed.length > clauseMaxCharacters ? clauseParts(typed)[0] ?? '' : typed } })
  }, [change, keeper, language, typed])
  return null
}

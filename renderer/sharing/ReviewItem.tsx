import { EyeOff, Send } from 'lucide-react'
import { useRef } from 'react'
import type { ExportBlock } from '../../shared/exporting.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Choice.tsx'
import { useUndo } from '../ui/undo.tsx'
import { countMasks, isRetyped, masked, unmasked } from './outgoing.ts'
import type { OutParagraph } from './outgoing.ts'
import css from './Review.module.css'
import { copyOf, privacyOf } from './use-review.ts'
import type { Review, ReviewState } from './use-review.ts'
import { selectedIn, Words } from './Words.tsx'

/** One line of the review: its tick, its words in full, and beside it who may see it. */
export function ReviewItem({ block, state, review, current, whole, onEdit }: {
  block: ExportBlock
  state: ReviewState
  review: Review
  /** The line that Tab reaches; its acts are shown. */
  current: boolean
  /** Goes with the whole document, without a tick of its own. */
  whole: boolean
  onEdit: () => void
}) {
  const t = useMessages()
  const { did } = useUndo()
  const words = useRef<HTMLDivElement>(null)
  const copy = copyOf(state, block)
  const retyped = state.copies.has(block.id) && isRetyped(copy, block.paragraphs)
  const masks = countMasks(copy)

  const set = (next: OutParagraph[] | null, said: string) => {
    const before = state.copies.get(block.id) ?? null
    review.setCopy(block.id, next)
    did(said, async () => review.setCopy(block.id, before))
  }
  /** The selected words; without a selection, in the window where the keyboard can select. */
  const mask = () => {
    const selected = words.current === null ? [] : selectedIn(words.current)
    if (selected.length === 0) return onEdit()
    getSelection()?.removeAllRanges()
    set(selected.reduce((now, { paragraph, from, to }) => {
      const found = now[paragraph]
      return found === undefined ? now : now.with(paragraph, masked(found, from, to))
    }, copy), t('sharing.did.masked'))
  }
  return (
    <li className={css.row} data-item={block.id} data-whole={whole || undefined}>
      <div className={css.sheetCell}>
        {!whole && (
          <div className={css.tick}>
            <Checkbox
              checked={state.ticks.has(block.id)} label={t('sharing.review.tick', { label: block.label })} labelHidden tabStop={current}
              describedBy={`words-${block.id}`} onChange={(on) => void review.tick(block, on)}
            />
          </div>
        )}
        <div className={css.what}>
          <p className={css.label} lang={state.language}>{block.label}</p>
          <div ref={words} id={`words-${block.id}`}><Words paragraphs={copy} language={state.language} beside={state.scope.what === 'agreement' ? state.scope.beside : undefined} /></div>
          {current && !whole && (
            <div className={css.acts}>
              {/* A press must not take the selection away. */}
              <Button onMouseDown={(event) => event.preventDefault()} onClick={mask}>{t('sharing.mask')}</Button>
              {masks > 0 && <Button onClick={() => set(unmasked(copy), t('sharing.did.as-written'))}>{t('sharing.unmask')}</Button>}
              <Button onClick={onEdit}>{t('sharing.edit')}</Button>
              {retyped && <Button onClick={() => set(null, t('sharing.did.as-written'))}>{t('sharing.as-written')}</Button>}
            </div>
          )}
        </div>
        <span className={css.end} data-end={block.id} aria-hidden />
      </div>
      {!whole && (
        <div className={css.labelCell}>
          <PrivacyLabel shareable={privacyOf(state, block) === 'shareable'} />
          {masks > 0 && <p>{t('sharing.label.masked', { count: masks })}</p>}
          {retyped && <p>{t('sharing.label.retyped')}</p>}
        </div>
      )}
    </li>
  )
}

function PrivacyLabel({ shareable }: { shareable: boolean }) {
  const t = useMessages()
  return shareable
    ? <p className={css.shareable}><Send size={16} strokeWidth={1.75} aria-hidden />{t('sharing.label.shareable')}</p>
    : <p className={css.private}><EyeOff size={16} strokeWidth={1.75} aria-hidden />{t('sharing.label.private')}</p>
}

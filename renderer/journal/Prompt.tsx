import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import css from './Entry.module.css'

/** A question over the text, offered and never forced. */
export function Prompt({ id, prompt, onAnother, onHide, onShow }: {
  id: string
  /** Null: hidden. */
  prompt: string | null
  onAnother: () => void
  onHide?: () => void
  /** Bring a hidden one back. */
  onShow?: () => void
}) {
  const t = useMessages()
  if (prompt === null) {
    return onShow === undefined ? null : <div className={css.prompt}><span /><span className={css.promptActs}><Button look="quiet" onClick={onShow}>{t('journal.prompt.offer')}</Button></span></div>
  }
  return (
    <div className={css.prompt}>
      <p id={id} className={css.question}>{prompt}</p>
      <span className={css.promptActs}>
        <Button onClick={onAnother}>{t('journal.prompt.another')}</Button>
        {onHide !== undefined && <Button onClick={onHide}>{t('journal.prompt.hide')}</Button>}
      </span>
    </div>
  )
}

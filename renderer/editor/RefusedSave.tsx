import { useId, useState } from 'react'
import type { KindAndBody } from '../../shared/item.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { settleDraft } from './drafts.ts'
import type { Keeper } from './drafts.ts'
import { RichTextView } from './RichTextView.tsx'
import { wordsOf } from './SaveTrouble.tsx'
import css from './SaveTrouble.module.css'

/** Two texts of one item: both in full, and the person chooses. */
export function RefusedSave({ keeper }: { keeper: Keeper }) {
  const t = useMessages()
  const [busy, setBusy] = useState(false)
  const [later, setLater] = useState(false)
  const { theirs, content } = keeper.state
  if (theirs === null) return null
  const settle = (keep: 'mine' | 'theirs') => {
    setBusy(true)
    void settleDraft(keeper, keep).finally(() => setBusy(false))
  }
  if (later) {
    return (
      <div role="alert" className={css.strip}>
        <p className={css.sentence}>{t('error.item.changed')}</p>
        <div className={css.acts}><Button look="outline" onClick={() => setLater(false)}>{t('save.refused.choose')}</Button></div>
      </div>
    )
  }
  // An item's kind and body belong together.
  const other = { kind: theirs.kind, body: theirs.body } as KindAndBody
  return (
    <Dialog
      title={t('save.refused.title')} wide onClose={() => setLater(true)}
      acts={<Button onClick={() => setLater(true)}>{t('save.refused.later')}</Button>}
    >
      <p>{t('save.refused.about')}</p>
      <div className={css.two}>
        <One head={t('save.refused.mine')} content={content} keep={t('save.refused.keep-mine')} busy={busy} onKeep={() => settle('mine')} />
        <One head={t('save.refused.theirs')} content={other} keep={t('save.refused.keep-theirs')} busy={busy} onKeep={() => settle('theirs')} />
      </div>
    </Dialog>
  )
}

function One({ head, content, keep, busy, onKeep }: { head: string; content: KindAndBody; keep: string; busy: boolean; onKeep: () => void }) {
  const t = useMessages()
  const id = useId()
  const text = content.kind === 'entry' || content.kind === 'note' ? content.body.text : null
  const words = wordsOf(content)
  return (
    <div className={css.one}>
      <h3 id={id} className={css.head}>{head}</h3>
      <div className={css.text} tabIndex={0} role="region" aria-labelledby={id}>
        {words === '' ? <p className={css.none}>{t('save.refused.empty')}</p> : text === null ? <p>{words}</p> : <RichTextView text={text} />}
      </div>
      <p><Button look="outline" off={busy} onClick={onKeep}>{keep}</Button></p>
    </div>
  )
}

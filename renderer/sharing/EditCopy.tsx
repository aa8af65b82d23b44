import { useRef, useState } from 'react'
import type { ExportBlock } from '../../shared/exporting.ts'
import type { Language } from '../../shared/language.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextArea } from '../ui/Field.tsx'
import { asWritten, isMask, masked, plainOf, retyped, unmasked } from './outgoing.ts'
import type { OutParagraph } from './outgoing.ts'
import css from './Sharing.module.css'

/** Change or mask the outgoing copy in plain fields, where words can be selected by keyboard too. */
export function EditCopy({ block, copy, language, onType, onDone, onClose }: {
  block: ExportBlock
  copy: OutParagraph[]
  language: Language
  /** As it stands, with each change. */
  onType: (copy: OutParagraph[]) => void
  /** Null: as written. */
  onDone: (copy: OutParagraph[] | null) => void
  onClose: () => void
}) {
  const t = useMessages()
  const [paragraphs, setParagraphs] = useState(copy)
  const [unselected, setUnselected] = useState<number | null>(null)
  const fields = useRef(new Map<number, HTMLTextAreaElement>())

  const set = (next: OutParagraph[]) => {
    setParagraphs(next)
    onType(next)
    setUnselected(null)
  }
  const put = (index: number, paragraph: OutParagraph) => set(paragraphs.with(index, paragraph))
  const mask = (index: number, paragraph: OutParagraph) => {
    const field = fields.current.get(index)
    if (field === undefined) return
    const next = masked(paragraph, field.selectionStart, field.selectionEnd)
    if (next === paragraph) {
      setUnselected(index)
      field.focus()
    } else {
      put(index, next)
      const caret = field.selectionStart
      requestAnimationFrame(() => { field.focus(); field.setSelectionRange(caret, caret) })
    }
  }
  const unmask = (index: number) => {
    const field = fields.current.get(index)
    const [from, to] = field === undefined ? [0, Infinity] : [field.selectionStart, field.selectionEnd]
    const here = unmasked(paragraphs, index, from, to)
    // With the caret beside no mask, the paragraph's masks all come off.
    set(JSON.stringify(here) === JSON.stringify(paragraphs) ? unmasked(paragraphs, index, 0, Infinity) : here)
  }
  const done = () => onDone(JSON.stringify(paragraphs) === JSON.stringify(asWritten(block.paragraphs)) ? null : paragraphs)
  return (
    <Dialog
      wide title={t('sharing.copy.title')} onClose={onClose} onSubmit={done}
      acts={<>
        <Button onClick={() => set(asWritten(block.paragraphs))}>{t('sharing.as-written')}</Button>
        <Button look="outline" onClick={onClose}>{t('act.cancel')}</Button>
        <Button look="primary" type="submit" onClick={() => undefined}>{t('act.done')}</Button>
      </>}
    >
      <p className={css.about}>{t('sharing.copy.text')}</p>
      {paragraphs.map((paragraph, index) => (
        <div key={index} className={css.copyPart}>
          <TextArea
            label={t('sharing.copy.paragraph', { count: paragraphs.length, number: index + 1 })} look="writtenSmall" lang={language} maxLength={200_000}
            value={plainOf(paragraph)} autoFocus={index === 0} {...(unselected === index && { error: t('sharing.copy.select') })}
            ref={(field) => { if (field !== null) fields.current.set(index, field) }}
            onChange={(event) => put(index, retyped(paragraph, event.target.value))}
          />
          <div className={css.copyActs}>
            <Button pull="start" onClick={() => mask(index, paragraph)}>{t('sharing.mask')}</Button>
            {paragraph.runs.some((run) => isMask(run) && run.was !== undefined) && <Button onClick={() => unmask(index)}>{t('sharing.unmask')}</Button>}
          </div>
        </div>
      ))}
    </Dialog>
  )
}

import { useState } from 'react'
import type { Day } from '../../shared/dates.ts'
import type { ItemOf } from '../../shared/item.ts'
import { useKeptWords } from '../frame/use-kept-words.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextArea } from '../ui/Field.tsx'
import { DueField } from './DueField.tsx'
import css from './Plan.module.css'

export type Settlement = 'done' | 'not-yet' | 'renegotiate' | 'drop'

/** Done, not yet, another date, or dropped; with a word why, for those who want one. */
export function SettleDialog({ item, begin, from, today, nextSession, onClose, onDone }: {
  item: ItemOf<'commitment'>
  begin: Settlement
  from: Day
  today: Day
  nextSession: Day | null
  onClose: () => void
  onDone: (how: Settlement, due: Day | null, word: string) => void
}) {
  const t = useMessages()
  const [how, setHow] = useState<Settlement>(begin)
  const [due, setDue] = useState(item.body.due)
  const [word, setWord] = useKeptWords(`settle:${item.id}`, item.body.word)
  const submit = () => onDone(how, due, word.trim())
  return (
    <Dialog
      title={t('commitment.settle')} onClose={onClose} onSubmit={submit}
      acts={<><Button onClick={onClose}>{t('act.cancel')}</Button><Button look="primary" type="submit">{t('commitment.settle.act')}</Button></>}
    >
      <p className={css.text}>{item.body.text}</p>
      <RadioGroup<Settlement>
        legend={t('commitment.settle')} legendHidden value={how} onChange={setHow}
        options={(['done', 'not-yet', 'renegotiate', 'drop'] as const).map((value) => ({ value, label: t(`commitment.settle.${value}`) }))}
      />
      {how === 'renegotiate' && <DueField value={due} onChange={setDue} from={from} today={today} nextSession={nextSession} />}
      <TextArea label={t('commitment.settle.word')} look="written" value={word} maxLength={2000} onChange={(event) => setWord(event.target.value)} />
    </Dialog>
  )
}

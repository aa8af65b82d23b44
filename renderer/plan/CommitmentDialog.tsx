import { useState } from 'react'
import type { Day } from '../../shared/dates.ts'
import type { Body, Party } from '../../shared/item.ts'
import { usePartyLabel } from '../frame/space.tsx'
import { useKeptWords } from '../frame/use-kept-words.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextArea } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import { DueField } from './DueField.tsx'

export type CommitmentDetails = Pick<Body<'commitment'>, 'text' | 'who' | 'sort' | 'due'>

type Sort = NonNullable<CommitmentDetails['sort']> | 'none'
const sorts = ['none', 'information', 'resource', 'contact'] as const satisfies readonly Sort[]

/** What a mentor promised to bring (S1.8d); for the others it is something to do. */
export function SortSelect({ value, onChange }: { value: CommitmentDetails['sort']; onChange: (sort: CommitmentDetails['sort']) => void }) {
  const t = useMessages()
  return (
    <Select<Sort>
      boxed label={t('commitment.sort')} value={value ?? 'none'} onChange={(sort) => onChange(sort === 'none' ? null : sort)}
      options={sorts.map((sort) => ({ value: sort, label: t(`commitment.sort.${sort}`) }))}
    />
  )
}

/** Only a mentor's promise is of a kind. */
export function fittingSort(who: Party, sort: CommitmentDetails['sort']): CommitmentDetails['sort'] {
  return who === 'mentee' ? null : sort
}

/** Write down or change what one of the two takes on. */
export function CommitmentDialog({ initial, editing = false, from, today, nextSession, onClose, onDone }: {
  initial: CommitmentDetails
  editing?: boolean
  from: Day
  today: Day
  nextSession: Day | null
  onClose: () => void
  onDone: (details: CommitmentDetails) => void
}) {
  const t = useMessages()
  const label = usePartyLabel()
  const [details, setDetails] = useState(initial)
  const [words, setWords] = useKeptWords(`commitment:${initial.text}`, initial.text)
  const [missing, setMissing] = useState(false)
  const set = (part: Partial<CommitmentDetails>) => setDetails((now) => ({ ...now, ...part }))
  const submit = () => {
    const text = words.trim()
    if (text === '') { setMissing(true); document.getElementById('commitment-words')?.querySelector('textarea')?.focus(); return }
    onDone({ ...details, text, sort: fittingSort(details.who, details.sort) })
  }
  return (
    <Dialog
      title={t(editing ? 'commitment.edit' : 'commitment.new')} onClose={onClose} onSubmit={submit}
      acts={<><Button onClick={onClose}>{t('act.cancel')}</Button><Button look="primary" type="submit">{t(editing ? 'commitment.change' : 'commitment.add')}</Button></>}
    >
      <div id="commitment-words">
        <TextArea
          label={t('commitment.text')} look="written" value={words} maxLength={20_000} autoFocus error={missing && words.trim() === '' ? t('commitment.text.missing') : undefined}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => { if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) { event.preventDefault(); submit() } }}
        />
      </div>
      <RadioGroup<Party>
        legend={t('commitment.who')} row value={details.who} onChange={(who) => set({ who })}
        options={(['mentor', 'mentee', 'both'] as const).map((who) => ({ value: who, label: label(who) }))}
      />
      {details.who !== 'mentee' && <SortSelect value={details.sort} onChange={(sort) => set({ sort })} />}
      <DueField value={details.due} onChange={(due) => set({ due })} from={from} today={today} nextSession={nextSession} />
    </Dialog>
  )
}

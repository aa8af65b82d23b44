import { useState } from 'react'
import { ConfidenceReader, ConfidentialThing } from '../../shared/agreement.ts'
import type { ConfidenceRule } from '../../shared/agreement.ts'
import type { Language } from '../../shared/language.ts'
import { confidenceText, thingsOf } from '../../shared/rules/confidence-text.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import type { Names } from '../../shared/texts/fill.ts'
import { useKeptDraft } from '../frame/use-kept-words.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import css from './Agreement.module.css'
import { Chips } from './Chips.tsx'

const begin: ConfidenceRule = { what: ['everything'], may: 'never', whom: [], other: '', when: 'any-time', only: '' }

/** What is confidential, if, when and with whom it may be shared: chosen here, and read as a sentence at once. */
export function ConfidenceDialog({ rule, kept, language, names, onClose, onDone }: {
  /** Null for a new one. */
  rule: ConfidenceRule | null
  /** The clause has words of its own, which stay. */
  kept: boolean
  /** Of the agreement. */
  language: Language
  names: Names
  onClose: () => void
  onDone: (rule: ConfidenceRule) => void
}) {
  const t = useMessages()
  const from = rule ?? begin
  const [draft, setDraft] = useKeptDraft(`confidence:${JSON.stringify(from)}`, from)
  const [typing, setTyping] = useState(false)
  const change = (part: Partial<ConfidenceRule>) => setDraft({ ...draft, ...part })
  const { what, may, whom } = draft
  const nothing = what.length === 0
  const name = (reader: ConfidenceReader) => (reader === 'mentor' || reader === 'mentee' ? names[reader].trim() || t(`confidence.whom.${reader}`) : t(`confidence.whom.${reader}`))
  const done = () => {
    if (!nothing) onDone({ ...draft, what: thingsOf(draft), whom: ConfidenceReader.options.filter((reader) => whom.includes(reader)), other: whom.includes('other') ? draft.other : '', when: may === 'never' ? 'any-time' : draft.when })
  }
  return (
    <Dialog
      title={t('confidence.title')} wide onClose={onClose} onSubmit={done}
      acts={(
        <>
          <Button look="outline" onClick={onClose}>{t('act.cancel')}</Button>
          <Button look="primary" type="submit" off={nothing}>{t(rule === null ? 'confidence.make' : 'confidence.change')}</Button>
        </>
      )}
    >
      <div className={css.ruleForm}>
        <div>
          <Chips
            legend={t('confidence.what')} chosen={what} {...(nothing && { note: t('confidence.what.none') })}
            options={ConfidentialThing.options.map((value) => ({ value, label: t(`confidence.what.${value}`) }))}
            // Everything leaves no room for one thing beside it, and the other way round.
            onChange={(next, now) => change({ what: now === 'everything' ? next.filter((thing) => thing === 'everything') : next.filter((thing) => thing !== 'everything') })}
          />
          <RadioGroup
            legend={t('confidence.may')} value={may} row onChange={(next) => change({ may: next })}
            options={(['never', 'asked', 'freely'] as const).map((value) => ({ value, label: t(`confidence.may.${value}`) }))}
          />
          <Chips
            legend={t('confidence.whom')} chosen={whom} {...(whom.length === 0 && { note: t('confidence.whom.none') })}
            options={ConfidenceReader.options.map((value) => ({ value, label: name(value) }))} onChange={(next) => change({ whom: next })}
          />
          {whom.includes('other') && <TextField label={t('confidence.other')} value={draft.other} maxLength={200} dir="auto" onChange={(event) => change({ other: event.target.value })} />}
        </div>
        <div>
          {/* Not read out again at every letter of the condition. */}
          <div role="status" aria-live={typing ? 'off' : 'polite'}>
            <p className={css.hint}>{t(kept ? 'confidence.means' : 'confidence.reads')}</p>
            <p className={css.sentence} lang={language}>{nothing ? '…' : fillNames(confidenceText(draft, language), names, language)}</p>
          </div>
          {may !== 'never' && whom.length > 0 && (
            <Select
              label={t('confidence.when')} boxed value={draft.when} onChange={(next) => change({ when: next })}
              options={(['any-time', 'after-end'] as const).map((value) => ({ value, label: t(`confidence.when.${value}`) }))}
            />
          )}
          <TextField label={t('confidence.only')} hint={t('confidence.only.hint')} value={draft.only} maxLength={2000} dir="auto" onFocus={() => setTyping(true)} onBlur={() => setTyping(false)} onChange={(event) => change({ only: event.target.value })} />
        </div>
      </div>
    </Dialog>
  )
}

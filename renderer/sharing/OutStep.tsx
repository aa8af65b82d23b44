import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { AppError } from '../../shared/errors.ts'
import { ExportFormat, Paper } from '../../shared/exporting.ts'
import type { Audience, ExportOrder, ExportRecord } from '../../shared/exporting.ts'
import { languageNames } from '../../shared/locales.ts'
import { call } from '../api.ts'
import { Screen } from '../frame/Screen.tsx'
import { useErrorText, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import { SheetFoot, SheetHead } from '../ui/Sheet.tsx'
import { LedgerLine } from './Ledger.tsx'
import { Preview } from './Preview.tsx'
import css from './Sharing.module.css'
import { rememberSaved } from './this-run.ts'
import { orderOf } from './use-review.ts'
import type { Review, ReviewState } from './use-review.ts'
import { useWho } from './who.ts'

const endings: Record<ExportFormat, string> = { markdown: 'md', html: 'html', pdf: 'pdf', docx: 'docx' }

type Outcome = { kind: 'record'; record: ExportRecord } | { kind: 'cancelled' } | { kind: 'problem'; said: string } | null

/** Step 3: the page as it will look, and the file. Nothing is lost when a file cannot be written. */
export function OutStep({ review, state, steps = true, next, onBack, onLeft, onDone }: { /** The last of three steps. */ steps?: boolean; review: Review; state: ReviewState; onBack: () => void; /** A file was written. */ onLeft: () => void; /** Who else gets a copy of it. */ next?: { audience: Audience; go: () => void }; onDone: () => void }) {
  const t = useMessages()
  const who = useWho()
  const queries = useQueryClient()
  const errorText = useErrorText()
  const [format, setFormat] = useState<ExportFormat>('pdf')
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>(null)
  const [paper, setPaper] = useState<Paper>('a4')
  const order: ExportOrder = { ...orderOf(state), ...(paper !== 'a4' && { paper }) }
  const beside = state.scope.what === 'agreement' ? state.scope.beside : undefined
  const languages = [state.language, ...(beside === undefined ? [] : [beside])].map((one) => languageNames[one]).join(' · ')

  const leave = async (work: () => Promise<ExportRecord | null>) => {
    if (busy) return
    setBusy(true)
    setOutcome(null)
    try {
      const record = await work()
      if (record === null) setOutcome({ kind: 'cancelled' })
      else {
        if (record.format !== 'print') rememberSaved(record.id)
        setOutcome({ kind: 'record', record })
        onLeft()
        // The ledger and the list of places show it at once.
        void queries.invalidateQueries()
      }
    } catch (error) {
      if (error instanceof AppError && error.code === 'print.unavailable') setFormat('pdf')
      setOutcome({ kind: 'problem', said: errorText(error) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Screen
      wide
      foot={
        <>
          <Said outcome={outcome} next={next} onDone={onDone} />
          <SheetFoot
            end={<>
              <Button off={busy} onClick={() => void leave(() => call('export.print', order))}>{t('sharing.out.print')}</Button>
              <Button look="primary" off={busy} onClick={() => void leave(() => call('export.save', { order, format }))}>{busy ? t('sharing.out.saving') : t('sharing.out.save')}</Button>
            </>}
          >
            <p className={css.count}>{t('sharing.out.for', { who: who(state), count: order.blocks.length, language: languages })}</p>
          </SheetFoot>
        </>
      }
    >
      <SheetHead title={t('sharing.out.title')} back={{ label: t('sharing.review'), go: onBack }} {...(steps && { backAside: t('sharing.step', { n: 3 }) })} />
      <div className={css.out}>
        <div className={css.outForm}>
          <TextField label={t('sharing.out.title-field')} value={state.title} maxLength={300} lang={state.language} onChange={(event) => review.setTitle(event.target.value)} />
          <RadioGroup
            legend={t('sharing.out.format')} value={format} onChange={setFormat}
            options={ExportFormat.options.map((value) => ({ value, label: t(`sharing.format.${value}`), hint: t(`sharing.format.${value}.hint`) }))}
          />
          {(format === 'pdf' || format === 'docx') && (
            <Select label={t('sharing.out.paper')} boxed value={paper} options={Paper.options.map((value) => ({ value, label: t(`sharing.paper.${value}`) }))} onChange={setPaper} />
          )}
          <p className={css.about}>{t('sharing.out.file', { name: `${state.draft.fileName}.${endings[format]}` })}</p>
        </div>
        <Preview order={order} />
      </div>
    </Screen>
  )
}

/** How it went, above the buttons that were pressed. */
function Said({ outcome, next, onDone }: { outcome: Outcome; next: { audience: Audience; go: () => void } | undefined; onDone: () => void }) {
  const t = useMessages()
  const who = useWho()
  return (
    <div role={outcome?.kind === 'problem' ? 'alert' : 'status'} className={outcome === null ? 'visually-hidden' : css.said}>
      {outcome?.kind === 'cancelled' && <p className={css.about}>{t('sharing.out.cancelled')}</p>}
      {outcome?.kind === 'problem' && <p className={css.problem}>{outcome.said}</p>}
      {outcome?.kind === 'record' && (
        <>
          <p className={css.done}>{t(outcome.record.format === 'print' ? 'sharing.out.printed' : 'sharing.out.saved')}</p>
          <div className={css.ledgerRow}><LedgerLine record={outcome.record} /></div>
          {next !== undefined && <Button onClick={next.go}>{t('sharing.out.next', { who: who({ audience: next.audience, audienceName: '' }) })}</Button>}
          <Button pull="start" onClick={onDone}>{t('sharing.out.done')}</Button>
        </>
      )}
    </div>
  )
}

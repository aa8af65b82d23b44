import { useCallback, useEffect, useRef, useState } from 'react'
import { dayOfMoment, formatDay } from '../../shared/format-date.ts'
import { AppError } from '../../shared/errors.ts'
import { call } from '../api.ts'
import { useCall } from '../frame/data.ts'
import { appWords } from '../frame/discreet.ts'
import { useSpace } from '../frame/space.tsx'
import { useLongAct } from '../frame/use-long-act.ts'
import { useErrorText, useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { GroupHead } from '../ui/Sheet.tsx'
import { WorkBar } from '../ui/WorkBar.tsx'
import { isWeak, NewPassphrase } from '../vault/NewPassphrase.tsx'
import type { NewPassphraseState } from '../vault/NewPassphrase.tsx'
import { PassphraseField } from '../vault/PassphraseField.tsx'
import css from './Settings.module.css'

/** Everything, to take along: what it is, when one was made last, and the way to make one. */
export function OpenCopy() {
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const { data: ledger } = useCall('export.ledger', space.id)
  const { work } = useLongAct('dump')
  const { data: ways } = useCall('slot.list')
  const [making, setMaking] = useState(false)
  const last = ledger?.find(({ format }) => format === 'dump')
  return (
    <div {...appWords}>
      <GroupHead>{t('open-copy.head')}</GroupHead>
      <div className={css.rows}>
        <div className={css.row}>
          <span className={css.name}>{t('open-copy.what')}</span>
          <div>
            <p>{t('open-copy.text')}</p>
            <p className={css.caption}>{last === undefined ? t('open-copy.none') : t('open-copy.last', { date: formatDay(language, dayOfMoment(last.at)) })}</p>
          </div>
          <span className={css.end}><Button pull="end" off={work.running} onClick={() => setMaking(true)}>{t('open-copy.create')}</Button></span>
        </div>
      </div>
      {!making && <WorkBar work={work} words={t('open-copy.busy')} />}
      {making && <CreateCopy hasOwn={ways?.some(({ kind }) => kind === 'passphrase') ?? true} onClose={() => setMaking(false)} />}
    </div>
  )
}

function CreateCopy({ hasOwn, onClose }: {
  /** False for a vault that only its recovery sheet opens. */
  hasOwn: boolean
  onClose: () => void
}) {
  const t = useMessages()
  const language = useLanguage()
  const errorText = useErrorText()
  const { work, act } = useLongAct('dump')
  const [own, setOwn] = useState(hasOwn)
  const [current, setCurrent] = useState('')
  const [chosen, setChosen] = useState<NewPassphraseState>({ passphrase: '', problem: null })
  const [tried, setTried] = useState(false)
  const [weak, setWeak] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | undefined>(undefined)
  const field = useRef<HTMLInputElement>(null)
  // Not the first thing that takes it: the way is chosen already for most.
  useEffect(() => field.current?.focus(), [])
  const onChange = useCallback((state: NewPassphraseState) => setChosen(state), [])
  // From here on it goes by itself: the settings show how far it is.
  useEffect(() => { if (busy && work.running) onClose() }, [busy, work.running, onClose])
  const passphrase = own ? current : chosen.passphrase
  const missing = own ? current === '' : chosen.problem !== null
  const create = async (anyway: boolean) => {
    setTried(true)
    if (busy || missing) return
    setRefused(undefined)
    setBusy(true)
    await act(async () => {
      // Asked anew: the meter may not have heard of the last letter yet.
      if (!own && !anyway && await isWeak(passphrase)) {
        setWeak(passphrase)
        return null
      }
      try {
        return await call('dump.save', { passphrase, own, language })
      } catch (error) {
        if (!(error instanceof AppError) || (error.code !== 'vault.wrong-passphrase' && error.code !== 'vault.wait')) throw error
        setRefused(errorText(error))
        field.current?.select()
        return null
      }
    }, (saved) => saved === null ? null : t('open-copy.done', { count: saved.items, size: formatBytes(language, saved.bytes) }))
    setBusy(false)
  }
  return (
    <Dialog
      title={t('open-copy.title')} onClose={onClose} held={busy} onSubmit={() => void create(false)}
      acts={(
        <>
          <Button onClick={onClose} off={busy}>{t('act.cancel')}</Button>
          {!own && weak === chosen.passphrase && chosen.problem === null && !busy && <Button onClick={() => void create(true)}>{t('passphrase.anyway')}</Button>}
          <Button look="primary" type="submit" off={busy}>{t('open-copy.choose-place')}</Button>
        </>
      )}
    >
      <p {...appWords}>{t('open-copy.holds')}</p>
      {hasOwn && (
        <RadioGroup
          legend={t('open-copy.secret')} value={own ? 'own' : 'other'} onChange={(value) => { setOwn(value === 'own'); setTried(false) }}
          options={[{ value: 'own', label: t('open-copy.secret.own') }, { value: 'other', label: t('open-copy.secret.other') }]}
        />
      )}
      {own
        ? (
          <PassphraseField
            label={t('passphrase.label')} value={current} onChange={setCurrent} ref={field}
            error={refused ?? (tried && current === '' ? t('settings.passphrase.current-empty') : undefined)}
          />
        )
        : <NewPassphrase onChange={onChange} showProblem={tried} />}
    </Dialog>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { DumpFile, DumpRestored } from '../../shared/dump.ts'
import { call } from '../api.ts'
import { readAnew, useAct } from '../frame/data.ts'
import { appWords } from '../frame/discreet.ts'
import { useWork } from '../frame/use-work.ts'
import { useErrorText, useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { GroupHead } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/undo.tsx'
import { WorkBar } from '../ui/WorkBar.tsx'
import { PassphraseField } from '../vault/PassphraseField.tsx'
import css from './Settings.module.css'

/** A readable copy, put back among what is here. */
export function CopyBack() {
  const t = useMessages()
  const act = useAct()
  const [file, setFile] = useState<DumpFile | null>(null)
  return (
    <div {...appWords}>
      <GroupHead>{t('open-copy.back.head')}</GroupHead>
      <div className={css.prose}><p>{t('open-copy.back.text')}</p></div>
      <div className={css.buttons}>
        <Button look="outline" onClick={() => void act('dump.choose').then((chosen) => { if (chosen !== null) setFile(chosen) })}>{t('open-copy.back.choose')}</Button>
      </div>
      {file !== null && <PutBack file={file} onClose={() => setFile(null)} />}
    </div>
  )
}

function PutBack({ file, onClose }: { file: DumpFile; onClose: () => void }) {
  const t = useMessages()
  const language = useLanguage()
  const errorText = useErrorText()
  const client = useQueryClient()
  const { did } = useUndo()
  const work = useWork('dump')
  const [passphrase, setPassphrase] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  /** Spaces may have come or gone: the one on the screen is read with them. */
  const refresh = async () => {
    await client.fetchQuery({ queryKey: ['space.list'], queryFn: () => call('space.list'), staleTime: 0 })
    await readAnew(client)
  }
  const undo = async (restored: DumpRestored) => {
    if (restored.undo !== null) await call('dump.undo', { undo: restored.undo })
    await refresh()
  }
  const putBack = async () => {
    setTried(true)
    if (busy || passphrase === '') return
    setBusy(true)
    setFailure(null)
    try {
      const restored = await call('dump.restore', { passphrase })
      const { added, beside, same } = restored
      if (restored.undo === null) did(t('open-copy.back.nothing'))
      else did(t('open-copy.back.done', { added, beside, same }).replace(/\s+/g, ' ').trim(), () => undo(restored))
      await refresh()
      onClose()
    } catch (error) {
      setBusy(false)
      setFailure(errorText(error))
      field.current?.select()
    }
  }
  return (
    <Dialog
      title={t('open-copy.back.head')} onClose={onClose} held={busy} onSubmit={() => void putBack()}
      acts={(
        <>
          {/* The bar has its own while it runs. */}
          {!busy && <Button onClick={onClose}>{t('act.cancel')}</Button>}
          <Button look="primary" type="submit" off={busy}>{t('open-copy.back.act')}</Button>
        </>
      )}
    >
      <p>{file.name}<span className={css.caption}> · {formatBytes(language, file.bytes)}</span></p>
      {failure !== null && <p role="alert" className={css.problem}>{failure}</p>}
      <PassphraseField
        label={t('open-copy.back.passphrase')} value={passphrase} onChange={setPassphrase} autoFocus ref={field}
        error={tried && passphrase === '' ? t('settings.passphrase.current-empty') : undefined}
      />
      <WorkBar work={work} words={t('open-copy.back.busy')} />
    </Dialog>
  )
}

import { useState } from 'react'
import { call } from '../api.ts'
import { useAct } from '../frame/data.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useUndo } from '../ui/undo.tsx'
import { RecoveryCode } from '../vault/FirstStart.tsx'
import { AskBack } from './AskBack.tsx'
import { PassphraseDialog } from './PassphraseDialog.tsx'

type Step = { at: 'passphrase' } | { at: 'code' | 'ask back'; code: string }

/** A new recovery code: the passphrase proves the person, the code is shown, then asked back or put off. */
export function NewSheet({ onClose }: { onClose: () => void }) {
  const [step, setStep] = useState<Step>({ at: 'passphrase' })
  // A key each, so that the focus goes into what comes next.
  switch (step.at) {
    case 'passphrase': return <AskPassphrase key="passphrase" onMade={(code) => setStep({ at: 'code', code })} onClose={onClose} />
    case 'code': return <ShowCode key="code" code={step.code} onWritten={() => setStep({ at: 'ask back', code: step.code })} />
    case 'ask back': return <AskNewCodeBack key="ask back" onBack={() => setStep({ at: 'code', code: step.code })} onClose={onClose} />
  }
}

function AskPassphrase({ onMade, onClose }: { onMade: (code: string) => void; onClose: () => void }) {
  const t = useMessages()
  const act = useAct()
  const make = async (passphrase: string) => {
    const { recoveryCode } = await call('recovery.renew', { passphrase })
    onMade(recoveryCode)
    // Reads everything anew: the row no longer says that the code was asked back.
    await act('vault.facts')
  }
  return (
    <PassphraseDialog title={t('settings.sheet.title')} act={t('settings.sheet.make')} busyAct={t('settings.sheet.busy')} onAct={make} onClose={onClose}>
      <p>{t('settings.sheet.text')}</p>
    </PassphraseDialog>
  )
}

/** Held: with Esc the only copy of the code would be gone. */
function ShowCode({ code, onWritten }: { code: string; onWritten: () => void }) {
  const t = useMessages()
  return (
    <Dialog
      title={t('settings.sheet.ready')} onClose={onWritten} held
      acts={<Button look="primary" onClick={onWritten}>{t('recovery.written')}</Button>}
    >
      <p>{t('settings.sheet.ready-text')}</p>
      <RecoveryCode code={code} />
    </Dialog>
  )
}

function AskNewCodeBack({ onBack, onClose }: { onBack: () => void; onClose: () => void }) {
  const t = useMessages()
  const { did } = useUndo()
  const later = () => {
    did(t('settings.sheet.later'))
    onClose()
  }
  return (
    <AskBack
      said={t('settings.sheet.done')} onLeave={later} onClose={onClose}
      acts={<><Button onClick={onBack}>{t('act.back')}</Button><Button onClick={later}>{t('confirm.later')}</Button></>}
    />
  )
}

import { useState } from 'react'
import type { ReactNode } from 'react'
import { call } from '../api.ts'
import { useAct } from '../frame/data.ts'
import { useErrorText, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { useUndo } from '../ui/undo.tsx'

/** Type the recovery code back: proof that the sheet is right. */
export function AskBack({ said, acts, onLeave, onClose }: {
  /** Once the code is right. */
  said: string
  /** The ways out beside the main button. */
  acts: ReactNode
  /** Left by Esc. */
  onLeave: () => void
  onClose: () => void
}) {
  const t = useMessages()
  const errorText = useErrorText()
  const act = useAct()
  const { did } = useUndo()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const confirm = async () => {
    try {
      await call('recovery.confirm', { code })
    } catch (error) {
      setProblem(errorText(error))
      return
    }
    // Reads everything anew: Today's card and the row in Settings both change.
    await act('vault.facts')
    did(said)
    onClose()
  }
  return (
    <Dialog title={t('settings.recovery.title')} onClose={onLeave} onSubmit={() => void confirm()} acts={<>{acts}<Button look="primary" type="submit">{t('act.go-on')}</Button></>}>
      <p>{t('confirm.text')}</p>
      <TextField label={t('recovery.code')} value={code} onChange={(event) => setCode(event.target.value)} error={problem} autoCapitalize="characters" autoFocus />
    </Dialog>
  )
}

import type { KeySlot } from '../../shared/slot.ts'
import { call } from '../api.ts'
import { useAct } from '../frame/data.ts'
import { useMessages } from '../messages/messages.tsx'
import { useUndo } from '../ui/undo.tsx'
import { PassphraseDialog } from './PassphraseDialog.tsx'

/** Close one way in for good, having read what that means. */
export function RemoveWay({ slot, onClose }: { slot: KeySlot; onClose: () => void }) {
  const t = useMessages()
  const act = useAct()
  const { did } = useUndo()
  const way = slot.kind === 'passphrase' ? 'passphrase' : 'recovery'
  const remove = async (passphrase: string) => {
    await call('slot.remove', { id: slot.id, passphrase })
    // Reads everything anew: the row, and Today's card.
    await act('vault.facts')
    did(t(`ways.remove.${way}.done`))
    onClose()
  }
  return (
    <PassphraseDialog title={t(`ways.remove.${way}.title`)} act={t('ways.remove.act')} busyAct={t('ways.remove.busy')} danger onAct={remove} onClose={onClose}>
      <p>{t(`ways.remove.${way}.text`)}</p>
    </PassphraseDialog>
  )
}

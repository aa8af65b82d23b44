import { useState } from 'react'
import { dayOfMoment, formatDay } from '../../shared/format-date.ts'
import type { KeySlot } from '../../shared/slot.ts'
import { call } from '../api.ts'
import { useAct, useCall } from '../frame/data.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { useUndo } from '../ui/undo.tsx'
import { PassphraseDialog } from './PassphraseDialog.tsx'
import css from './Settings.module.css'

/** This computer's keychain as a way in: on, off, or why it cannot be had here. */
export function KeychainRow({ slot, mayTurnOn }: {
  slot: KeySlot | undefined
  /** It is turned on with the passphrase. */
  mayTurnOn: boolean
}) {
  const t = useMessages()
  const language = useLanguage()
  const act = useAct()
  const { did } = useUndo()
  const { data: offer } = useCall('keychain.offer')
  const [turning, setTurning] = useState(false)
  const turnOff = async (id: KeySlot['id']) => {
    if (await act('slot.remove', { id, passphrase: null }) !== null) did(t('ways.keychain.gone'))
  }
  const turnOn = async (passphrase: string) => {
    await call('keychain.add', { passphrase })
    await act('vault.facts')
    did(t('ways.keychain.done'))
    setTurning(false)
  }
  const date = slot === undefined ? '' : formatDay(language, dayOfMoment(slot.made))
  const possible = offer?.offered === true && mayTurnOn
  return (
    <div className={css.row}>
      <span className={css.name}>{t('ways.keychain')}</span>
      <span>
        {slot?.here === true && <>{t('ways.keychain.on', { date })}<span className={css.caption}><br />{t('ways.keychain.note')}</span></>}
        {slot?.here === false && t('ways.keychain.elsewhere', { date })}
        {slot === undefined && (offer === undefined || offer.offered ? t('ways.keychain.off') : <span className={css.caption}>{t(`ways.keychain.${offer.why}`)}</span>)}
      </span>
      <span className={`${css.end} ${css.two}`}>
        {slot !== undefined && <Button {...((slot.here || !possible) && { pull: 'end' })} onClick={() => void turnOff(slot.id)}>{t('ways.keychain.turn-off')}</Button>}
        {slot?.here !== true && possible && <Button pull="end" onClick={() => setTurning(true)}>{t('ways.keychain.turn-on')}</Button>}
      </span>
      {turning && (
        <PassphraseDialog
          title={t('ways.keychain.title')} act={t('ways.keychain.act')} busyAct={t('ways.keychain.busy')} onAct={turnOn} onClose={() => setTurning(false)}
        >
          <p>{t('ways.keychain.text')}</p>
          {slot !== undefined && <p>{t('ways.keychain.replaces')}</p>}
        </PassphraseDialog>
      )}
    </div>
  )
}

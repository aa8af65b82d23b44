import { useState } from 'react'
import { dayOfMoment, formatDay } from '../../shared/format-date.ts'
import { locales } from '../../shared/locales.ts'
import type { KeySlot } from '../../shared/slot.ts'
import type { VaultFacts } from '../../shared/vault.ts'
import { useAct, useCall } from '../frame/data.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import { Tick } from '../ui/Tick.tsx'
import { AskBack } from './AskBack.tsx'
import { ChangePassphrase } from './ChangePassphrase.tsx'
import { KeychainRow } from './KeychainRow.tsx'
import { NewSheet } from './NewSheet.tsx'
import { RemoveWay } from './RemoveWay.tsx'
import css from './Settings.module.css'

type Open = 'passphrase' | 'ask back' | 'new sheet' | { remove: KeySlot }

/** Every key slot of the vault: what it is, and how to change or close it. */
export function WaysToOpen({ facts }: { facts: VaultFacts }) {
  const t = useMessages()
  const language = useLanguage()
  const act = useAct()
  const { data: slots } = useCall('slot.list')
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  if (slots === undefined) return null
  const slotOf = (kind: KeySlot['kind']) => slots.find((slot) => slot.kind === kind)
  const [passphrase, recovery] = [slotOf('passphrase'), slotOf('recovery')]
  // A date goes to the next line as a whole.
  const day = (moment: string) => formatDay(language, dayOfMoment(moment)).replaceAll(' ', '\u00a0')
  /** Only while the other one stays: the last is offered for removal nowhere. */
  const more = (slot: KeySlot, way: string, other: KeySlot | undefined) => (other === undefined ? null : (
    <span className={css.more}>
      <RowMenu label={t('ways.menu', { way })} acts={[{ id: 'remove', label: t('ways.remove'), act: () => setOpen({ remove: slot }), danger: true }]} />
    </span>
  ))
  return (
    <div>
      <GroupHead>{t('ways.title')}</GroupHead>
      <div className={css.rows}>
        <div className={css.row}>
          <span className={css.name}>{t('settings.passphrase')}</span>
          {passphrase === undefined ? <span>{t('ways.passphrase.none')}</span> : (
            <span>
              {t('settings.passphrase.set', { date: day(facts.passphraseChangedAt) })}
              {passphrase.used !== null && <span className={css.caption}><br />{t('ways.tried', { time: seconds(locales[language], passphrase.used.ms) })}</span>}
            </span>
          )}
          {passphrase !== undefined && (
            <span className={`${css.end} ${css.two}`}>
              <Button onClick={() => setOpen('passphrase')}>{t('act.change')}</Button>
              {more(passphrase, t('settings.passphrase'), recovery)}
            </span>
          )}
        </div>
        <div className={css.row}>
          <span className={css.name}>{t('settings.recovery')}</span>
          {recovery === undefined ? <span>{t('ways.recovery.none')}</span> : (
            <span>
              {facts.recoveryConfirmedAt === null ? t('settings.recovery.open') : t('settings.recovery.confirmed', { date: day(facts.recoveryConfirmedAt) })}
              {recovery.used !== null && <span className={css.caption}><br />{t('ways.used', { date: day(recovery.used.at) })}</span>}
            </span>
          )}
          <span className={`${css.end} ${css.two}`}>
            {recovery !== undefined && <Button onClick={() => setOpen('ask back')}>{t('settings.recovery.act')}</Button>}
            {passphrase !== undefined && <Button onClick={() => setOpen('new sheet')}>{t('settings.sheet.act')}</Button>}
            {recovery !== undefined && more(recovery, t('settings.recovery'), passphrase)}
          </span>
        </div>
        {recovery !== undefined && (
          <div className={css.row}>
            <span className={css.name}>{t('ways.reminder')}</span>
            <span className={css.tick}><Tick checked={facts.recoveryReminder} onTick={(on) => act('recovery.remind', { on })} label={t('ways.reminder.label')} labelHidden={false} /></span>
          </div>
        )}
        <KeychainRow slot={slotOf('keychain')} mayTurnOn={passphrase !== undefined} />
      </div>
      {open === 'passphrase' && <ChangePassphrase onClose={close} />}
      {open === 'ask back' && <AskBack said={t('confirm.done')} onClose={close} onLeave={close} acts={<Button onClick={close}>{t('act.cancel')}</Button>} />}
      {open === 'new sheet' && <NewSheet onClose={close} />}
      {typeof open === 'object' && open !== null && <RemoveWay slot={open.remove} onClose={close} />}
    </div>
  )
}

/** "0.6 seconds", in Dutch and Indonesian with a comma. */
function seconds(locale: string, ms: number): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'long', maximumFractionDigits: 1 }).format(Math.max(0.1, ms / 1_000))
}

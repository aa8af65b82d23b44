import { useState } from 'react'
import { dayOfMoment, formatDay } from '../../shared/format-date.ts'
import { lockNow } from '../editor/drafts.ts'
import { useCall } from '../frame/data.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { usePreferences } from '../preferences.tsx'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import { AskBack } from './AskBack.tsx'
import { BackupRows } from './BackupRows.tsx'
import { ChangePassphrase } from './ChangePassphrase.tsx'
import { HealthRows } from './HealthRows.tsx'
import { NewSheet } from './NewSheet.tsx'
import { PlaceRow } from './PlaceRow.tsx'
import css from './Settings.module.css'

export function VaultSection() {
  const t = useMessages()
  const language = useLanguage()
  const { preferences, change } = usePreferences()
  const { data: facts } = useCall('vault.facts')
  const [dialog, setDialog] = useState<'passphrase' | 'ask back' | 'new sheet' | null>(null)
  const close = () => setDialog(null)
  if (facts === undefined) return null
  return (
    <>
      <div>
        <GroupHead>{t('settings.vault')}</GroupHead>
        <div className={css.rows}>
          <PlaceRow facts={facts} />
          <div className={css.row}>
            <span className={css.name}>{t('settings.passphrase')}</span>
            <span>{t('settings.passphrase.set', { date: formatDay(language, dayOfMoment(facts.passphraseChangedAt)) })}</span>
            <span className={css.end}><Button pull="end" onClick={() => setDialog('passphrase')}>{t('act.change')}</Button></span>
          </div>
          <div className={css.row}>
            <span className={css.name}>{t('settings.recovery')}</span>
            <span>{facts.recoveryConfirmedAt === null ? t('settings.recovery.open') : t('settings.recovery.confirmed', { date: formatDay(language, dayOfMoment(facts.recoveryConfirmedAt)) })}</span>
            <span className={`${css.end} ${css.two}`}>
              <Button onClick={() => setDialog('ask back')}>{t('settings.recovery.act')}</Button>
              <Button pull="end" onClick={() => setDialog('new sheet')}>{t('settings.sheet.act')}</Button>
            </span>
          </div>
        </div>
      </div>
      <div>
        <GroupHead>{t('settings.lock')}</GroupHead>
        <div className={css.rows}>
          <div className={css.row}>
            <span className={css.name}>{t('settings.idle')}</span>
            <span className={css.end}>
              <Select
                label={t('settings.idle')} value={String(preferences.idleMinutes)} onChange={(value) => void change({ idleMinutes: Number(value) })}
                options={[...new Set([1, 2, 5, 10, 15, 30, 60, preferences.idleMinutes])].sort((a, b) => a - b).map((count) => ({ value: String(count), label: t('settings.idle.minutes', { count }) }))}
              />
            </span>
          </div>
          <div className={css.row}>
            <span className={css.name} />
            <span className={css.caption}>{t('settings.lock.also')}</span>
            <span className={css.end}><Button pull="end" onClick={() => void lockNow()}>{t('settings.lock.now')}</Button></span>
          </div>
        </div>
      </div>
      <BackupRows />
      <HealthRows />
      {dialog === 'passphrase' && <ChangePassphrase onClose={close} />}
      {dialog === 'ask back' && <AskBack said={t('confirm.done')} onClose={close} onLeave={close} acts={<Button onClick={close}>{t('act.cancel')}</Button>} />}
      {dialog === 'new sheet' && <NewSheet onClose={close} />}
    </>
  )
}

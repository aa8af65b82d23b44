import { lockNow } from '../editor/drafts.ts'
import { useCall } from '../frame/data.ts'
import { useMessages } from '../messages/messages.tsx'
import { usePreferences } from '../preferences.tsx'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import { BackupRows } from './BackupRows.tsx'
import { HealthRows } from './HealthRows.tsx'
import { PlaceRow } from './PlaceRow.tsx'
import { WaysToOpen } from './WaysToOpen.tsx'
import css from './Settings.module.css'

export function VaultSection() {
  const t = useMessages()
  const { preferences, change } = usePreferences()
  const { data: facts } = useCall('vault.facts')
  if (facts === undefined) return null
  return (
    <>
      <div>
        <GroupHead>{t('settings.vault')}</GroupHead>
        <div className={css.rows}>
          <PlaceRow facts={facts} />
        </div>
      </div>
      <WaysToOpen facts={facts} />
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
    </>
  )
}

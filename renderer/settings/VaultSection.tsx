import { useCall } from '../frame/data.ts'
import { useMessages } from '../messages/messages.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import { BackupRows } from './BackupRows.tsx'
import { HealthRows } from './HealthRows.tsx'
import { LockRows } from './LockRows.tsx'
import { OpenCopy } from './OpenCopy.tsx'
import { PlaceRow } from './PlaceRow.tsx'
import { WaysToOpen } from './WaysToOpen.tsx'
import css from './Settings.module.css'

export function VaultSection() {
  const t = useMessages()
  const { data: facts } = useCall('vault.facts')
  if (facts === undefined) return null
  return (
    <>
      <div>
        <GroupHead>{t('settings.vault.head')}</GroupHead>
        <div className={css.rows}>
          <PlaceRow facts={facts} />
        </div>
      </div>
      <WaysToOpen facts={facts} />
      <LockRows />
      <BackupRows />
      <OpenCopy />
      <HealthRows />
    </>
  )
}

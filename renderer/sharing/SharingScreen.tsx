import { useNavigate } from '@tanstack/react-router'
import { useCall } from '../frame/data.ts'
import { Screen } from '../frame/Screen.tsx'
import { useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Empty, Rows, SheetFoot, SheetHead } from '../ui/Sheet.tsx'
import { LedgerLine } from './Ledger.tsx'
import css from './Sharing.module.css'

/** What went out, and the one door out. */
export function SharingScreen() {
  const t = useMessages()
  const navigate = useNavigate()
  const space = useSpace()
  const records = useCall('export.ledger', space.id).data
  const begin = <Button look="primary" onClick={() => void navigate({ to: '/sharing/new' })}>{t('sharing.new')}</Button>
  const any = records !== undefined && records.length > 0
  return (
    <Screen wide foot={any ? <SheetFoot>{begin}</SheetFoot> : undefined}>
      <SheetHead title={t('sharing.title')} />
      {records !== undefined && !any && <Empty act={begin}>{t('sharing.empty')}</Empty>}
      {any && (
        <>
          <p className={css.ledger}>{t('sharing.about')}</p>
          <Rows label={t('sharing.ledger')}>
            {records.map((record) => <li key={record.id}><div className={css.ledgerRow}><LedgerLine record={record} /></div></li>)}
          </Rows>
        </>
      )}
    </Screen>
  )
}

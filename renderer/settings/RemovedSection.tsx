import { useState } from 'react'
import { dayOfMoment, formatDay } from '../../shared/format-date.ts'
import { useAct, useCall } from '../frame/data.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Empty } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/undo.tsx'
import css from './Settings.module.css'

/** The bin: 30 days, back with one click, emptied for good only on purpose. */
export function RemovedSection() {
  const t = useMessages()
  const language = useLanguage()
  const act = useAct()
  const { did } = useUndo()
  const { data: items } = useCall('bin.list')
  const [emptying, setEmptying] = useState(false)
  // Imports that were taken out wait here as well, each as one row.
  const out = (useCall('import.list').data ?? []).filter(({ outAt }) => outAt !== null)
  if (items === undefined) return null
  if (items.length + out.length === 0) return <Empty>{t('settings.removed.empty')}</Empty>
  const empty = async () => {
    setEmptying(false)
    await act('bin.empty')
  }
  return (
    <div>
      <p className={css.prose}>{t('settings.removed.about')}</p>
      <ul className={css.rows}>
        {out.map((record) => (
          <li key={record.id} className={css.removed}>
            <span className={css.words}>{t('import.removed', { format: t(`import.format.${record.format}`), count: record.count })}</span>
            <Button pull="end" onClick={() => void act('import.restore', record.id).then((back) => { if (back !== null) did(t('import.back', { count: back.present }), () => act('import.undo', record.id)) })}>{t('settings.removed.restore')}</Button>
            {record.outAt !== null && <span className={css.caption}>{t('settings.removed.on', { date: formatDay(language, dayOfMoment(record.outAt)) })}</span>}
          </li>
        ))}
        {items.map((item) => {
          const title = item.title === '' ? t('settings.untitled') : item.title
          return (
            <li key={item.id} className={css.removed}>
              <span className={css.words}>{title}</span>
              <Button
                pull="end"
                onClick={() => void act('item.restore', item.id).then((restored) => { if (restored !== null) did(t('settings.removed.restored', { title }), () => act('item.delete', item.id)) })}
              >{t('settings.removed.restore')}</Button>
              {item.deletedAt !== null && <span className={css.caption}>{t('settings.removed.on', { date: formatDay(language, dayOfMoment(item.deletedAt)) })}</span>}
            </li>
          )
        })}
      </ul>
      <div className={css.acts}><span /><Button look="danger" pull="end" onClick={() => setEmptying(true)}>{t('settings.removed.empty-now')}</Button></div>
      {emptying && (
        <Dialog
          title={t('settings.removed.empty-title')} onClose={() => setEmptying(false)}
          acts={<><Button look="outline" autoFocus onClick={() => setEmptying(false)}>{t('act.cancel')}</Button><Button look="danger" onClick={() => void empty()}>{t('settings.removed.empty-act')}</Button></>}
        ><p>{t('settings.removed.empty-text', { count: items.length + out.reduce((sum, record) => sum + record.count, 0) })}</p></Dialog>
      )}
    </div>
  )
}

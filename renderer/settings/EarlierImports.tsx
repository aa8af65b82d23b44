import { dayOfMoment, formatDay } from '../../shared/format-date.ts'
import type { ImportId, ImportRecord } from '../../shared/importing.ts'
import { appWords } from '../frame/discreet.ts'
import { useCall } from '../frame/data.ts'
import { useSpaceName, useSpaces } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import css from './Import.module.css'

/** Every import that can still be taken out, or put back. */
export function EarlierImports({ busy, onTakeOut, onPutBack }: {
  busy: boolean
  onTakeOut: (record: ImportRecord) => Promise<void>
  onPutBack: (id: ImportId) => Promise<void>
}) {
  const t = useMessages()
  const records = useCall('import.list').data ?? []
  if (records.length === 0) return null
  return (
    <div>
      <div {...appWords}><GroupHead id="imports-earlier">{t('import.earlier')}</GroupHead></div>
      <ul className={css.rows} aria-labelledby="imports-earlier">
        {records.map((record) => <Row key={record.id} record={record} busy={busy} onTakeOut={onTakeOut} onPutBack={onPutBack} />)}
      </ul>
      {records.some(({ format }) => format !== 'dump') && <p className={css.rule} {...appWords}>{t('import.rule')}</p>}
      {records.some(({ format }) => format === 'dump') && <p className={css.rule} {...appWords}>{t('open-copy.back.rule')}</p>}
    </div>
  )
}

function Row({ record, busy, onTakeOut, onPutBack }: { record: ImportRecord } & Parameters<typeof EarlierImports>[0]) {
  const t = useMessages()
  const language = useLanguage()
  const nameOf = useSpaceName()
  const space = useSpaces().all.find(({ id }) => id === record.spaceId)
  const out = record.outAt !== null
  const day = (moment: string) => formatDay(language, dayOfMoment(moment))
  const format = t(`import.format.${record.format}`)
  const facts = { count: record.count, present: record.present, space: space === undefined ? '' : nameOf(space), date: day(record.outAt ?? record.at) }
  return (
    <li className={css.row}>
      <span className={css.name} {...appWords}>{format}</span>
      {out
        ? <Button pull="end" off={busy} aria-label={t('import.put-back.of', { format, date: day(record.at) })} onClick={() => void onPutBack(record.id)}>{t('import.put-back')}</Button>
        : <Button pull="end" off={busy || record.present === 0} aria-label={t('import.take-out.of', { format, date: day(record.at) })} onClick={() => void onTakeOut(record)}>{t('import.take-out')}</Button>}
      <span className={css.caption}>{t(out ? 'import.earlier.out' : record.present === record.count ? 'import.earlier.facts' : 'import.earlier.left', facts)}</span>
    </li>
  )
}

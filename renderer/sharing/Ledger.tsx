import { dayOfMoment, formatDay, formatTime } from '../../shared/format-date.ts'
import type { ExportRecord } from '../../shared/exporting.ts'
import { languageNames } from '../../shared/locales.ts'
import { useAct } from '../frame/data.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { isOfThisRun } from './this-run.ts'
import { useWho } from './who.ts'
import css from './Sharing.module.css'

/** One line of what went out: what, when, for whom, how much; never where to. */
export function LedgerLine({ record }: { record: ExportRecord }) {
  const t = useMessages()
  const language = useLanguage()
  const act = useAct()
  const who = useWho()
  const when = t('sharing.moment', { day: formatDay(language, dayOfMoment(record.at)), time: formatTime(language, record.at) })
  const facts = [when, t('sharing.for', { who: who(record) }), t(`sharing.format.${record.format}`), t('sharing.items', { count: record.itemCount }), languageNames[record.language]]
  return (
    <>
      <div className={css.record}>
        <p className={css.recordTitle} lang={record.language}>{record.title}</p>
        <p className={css.recordFacts}>{facts.join(' · ')}</p>
      </div>
      {isOfThisRun(record.id) && (
        <Button pull="end" aria-label={t('sharing.show.named', { title: record.title, when })} onClick={() => void act('export.show', record.id)}>{t('sharing.show')}</Button>
      )}
    </>
  )
}

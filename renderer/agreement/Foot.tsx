import { useNavigate } from '@tanstack/react-router'
import type { Day } from '../../shared/dates.ts'
import { formatDayOfMonth } from '../../shared/format-date.ts'
import type { ItemId } from '../../shared/ids.ts'
import { useCall } from '../frame/data.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { SheetFoot } from '../ui/Sheet.tsx'
import type { VersionsOnScreen } from '../versions/use-versions.ts'
import css from './Agreement.module.css'

/** When it is looked at again, what tells two copies alike, and the two ways on: signing and a copy for each. */
export function Foot({ agreementId, versions }: { agreementId: ItemId; versions: VersionsOnScreen | undefined }) {
  const t = useMessages()
  const language = useLanguage()
  const navigate = useNavigate()
  const review = useReviewDay(agreementId)
  if (versions === undefined) return <SheetFoot />
  const { latest, differs, waiting } = versions
  // What was left unsigned can be signed after all, as a version of its own.
  const open = differs || waiting.length > 0 || latest?.body.how === 'declined'
  const sign = () => void navigate({ to: '/agreement/sign', search: !differs && latest !== null && waiting.length > 0 ? { version: latest.id } : {} })
  const share = () => void navigate({ to: '/sharing/new', search: { agreement: agreementId, ...(!differs && latest !== null && { version: latest.id }) } })
  return (
    <SheetFoot
      end={(
        <>
          <Button look={open ? 'quiet' : 'primary'} onClick={share}>{t('agreement.share')}</Button>
          {open && <Button look="primary" onClick={sign}>{t('clause.sign')}</Button>}
        </>
      )}
    >
      {review !== null && <Fact label={t('clause.review-on')} value={formatDayOfMonth(language, review)} />}
      {latest !== null && !differs && <Fact label={t('clause.check-words')} value={latest.body.words.join(' ')} />}
    </SheetFoot>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return <p className={css.fact}><span className={css.hint}>{label}</span><span className={css.count}>{value}</span></p>
}

/** The day of the look back that is planned; null where none is. */
function useReviewDay(agreementId: ItemId): Day | null {
  const space = useSpace()
  const reviews = useCall('item.list', { spaceId: space.id, kinds: ['agreement-review'], parentId: agreementId, limit: 100 }).data ?? []
  const planned = reviews.flatMap((item) => (item.kind === 'agreement-review' && item.parentId === agreementId && item.body.status === 'planned' ? [item.body.on] : []))
  return planned.sort()[0] ?? null
}

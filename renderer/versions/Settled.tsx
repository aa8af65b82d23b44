import { useNavigate } from '@tanstack/react-router'
import { formatDay } from '../../shared/format-date.ts'
import { missingFrom } from '../../shared/rules/signing.ts'
import { useCall } from '../frame/data.ts'
import { Screen } from '../frame/Screen.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { SheetFoot, SheetHead } from '../ui/Sheet.tsx'
import { stateLine } from './state.ts'
import type { VersionItem } from './use-versions.ts'
import css from './Versions.module.css'
import { useWho } from './who.ts'

/** It is done: the words, the day one looks back, and a copy for each. */
export function Settled({ version }: { version: VersionItem }) {
  const t = useMessages()
  const language = useLanguage()
  const navigate = useNavigate()
  const { id, parentId, spaceId, body } = version
  const who = useWho(body.parties)
  const reviews = useCall('item.list', { spaceId, parentId, kinds: ['agreement-review'], limit: 100 }).data ?? []
  const review = reviews.find((one) => one.kind === 'agreement-review' && one.body.version === id && one.body.status === 'planned')
  const [waiting] = missingFrom(body)
  const { number } = body
  const title = waiting !== undefined ? t('sign.done.waiting', { number, name: who[waiting] }) : t(body.how === 'declined' ? 'sign.done.declined' : 'sign.done', { number })
  return (
    <Screen
      wide
      foot={(
        <SheetFoot end={<Button look="primary" onClick={() => void navigate({ to: '/sharing/new', search: { version: id, ...(parentId !== null && { agreement: parentId }) } })}>{t('sign.done.copy')}</Button>}>
          <Button pull="start" onClick={() => void navigate({ to: '/agreement' })}>{t('sign.done.back')}</Button>
        </SheetFoot>
      )}
    >
      <SheetHead title={title} aside={formatDay(language, body.on)} />
      <div className={css.sign}>
        <section>
          <p>{stateLine(version, who, t, language)}</p>
          {waiting !== undefined && <p>{t('sign.done.later', { name: who[waiting] })}</p>}
          {review?.kind === 'agreement-review' && <p>{t('sign.done.review', { date: formatDay(language, review.body.on) })}</p>}
        </section>
        <section>
          <h2>{t('sign.done.words')}</h2>
          <p className={css.big} data-part="check-words">{body.words.join(' ')}</p>
          <p className={css.hint}>{t('sign.done.words.about')}</p>
        </section>
      </div>
    </Screen>
  )
}

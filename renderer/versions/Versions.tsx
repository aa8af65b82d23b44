import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatDay } from '../../shared/format-date.ts'
import type { AgreementOnScreen } from '../agreement/use-agreement.ts'
import { useCall } from '../frame/data.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import { Empty, GroupHead } from '../ui/Sheet.tsx'
import { stateLine } from './state.ts'
import { useVersions } from './use-versions.ts'
import type { VersionItem } from './use-versions.ts'
import { VerifyWords } from './VerifyWords.tsx'
import css from './Versions.module.css'
import { useWho } from './who.ts'

/** Every version that was settled, newest first, and what changed from one to another. */
export function Versions({ agreement }: { agreement: AgreementOnScreen }): ReactNode {
  const t = useMessages()
  const navigate = useNavigate()
  const { item } = agreement
  const versions = useVersions(item.id)
  const { id: parentId, spaceId } = item
  const reviews = useCall('item.list', { spaceId, parentId, kinds: ['agreement-review'], limit: 100 }).data ?? []
  if (versions === undefined) return null
  const { all, latest, differs, nextNumber, unreadable } = versions
  const lost = unreadable > 0 && <p className={css.hint}>{t('versions.unreadable', { count: unreadable })}</p>
  if (latest === null) {
    return (
      <div className={css.part}>
        <Empty act={<Button look="outline" onClick={() => void navigate({ to: '/agreement/sign' })}>{t('versions.settle')}</Button>}>{t('versions.empty')}</Empty>
        {lost}
      </div>
    )
  }
  return (
    <>
      {differs && (
        <div className={css.part}>
          <div className={css.notice}>
            <p>{t(latest.body.how === 'signed' ? 'versions.changed.signed' : 'versions.changed', { number: latest.body.number, next: nextNumber })}</p>
            <Button look="link" onClick={() => void navigate({ to: '/agreement/compare', search: { from: latest.id } })}>{t('versions.see-changes')}</Button>
          </div>
        </div>
      )}
      <section className={css.part} aria-labelledby="all-versions">
        <GroupHead id="all-versions">{t('versions.list')}</GroupHead>
        <ul className={css.rows}>
          {all.map((version, index) => {
            const review = reviews.find((one) => one.kind === 'agreement-review' && one.body.version === version.id)
            return <VersionRow key={version.id} version={version} before={all[index + 1] ?? null} review={review?.kind === 'agreement-review' ? review.body : null} />
          })}
        </ul>
        {lost}
      </section>
      <VerifyWords versions={all} />
    </>
  )
}

function VersionRow({ version, before, review }: {
  version: VersionItem
  before: VersionItem | null
  review: { on: string; status: 'planned' | 'done' } | null
}) {
  const t = useMessages()
  const language = useLanguage()
  const navigate = useNavigate()
  const { id, parentId, body } = version
  const { number } = body
  const who = useWho(body.parties)
  const read = () => void navigate({ to: '/agreement/version/$id', params: { id } })
  return (
    <li data-item={id}>
      <div>
        <div className={css.rowHead}>
          <button type="button" className={css.rowName} onClick={read}>{t('versions.number', { number })}</button>
          <span className={css.date}>{formatDay(language, body.on)}</span>
        </div>
        <p className={css.sentence}>{stateLine(version, who, t, language)}</p>
        <p className={css.hint}>
          {[t('versions.words.line', { words: body.words.join(' ') }),
            review === null ? '' : t(review.status === 'done' ? 'versions.reviewed' : 'versions.review', { date: formatDay(language, review.on) })]
            .filter((part) => part !== '').join(' · ')}
        </p>
      </div>
      <div className={css.menu}>
        <RowMenu label={t('versions.menu', { number })} acts={[
          { id: 'read', label: t('versions.read'), act: read },
          ...(before === null ? [] : [{ id: 'before', label: t('versions.compare-with', { number: before.body.number }), act: () => void navigate({ to: '/agreement/compare', search: { from: before.id, to: id } }) }]),
          { id: 'draft', label: t('versions.compare-draft'), act: () => void navigate({ to: '/agreement/compare', search: { from: id } }) },
          { id: 'share', label: t('versions.share'), act: () => void navigate({ to: '/sharing/new', search: { version: id, ...(parentId !== null && { agreement: parentId }) } }) },
        ]} />
      </div>
    </li>
  )
}

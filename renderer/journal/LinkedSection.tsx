import { useNavigate } from '@tanstack/react-router'
import { Link2 } from 'lucide-react'
import { formatDayOfMonth, formatShortDay } from '../../shared/format-date.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { Link } from '../../shared/link.ts'
import { useAct, useCall } from '../frame/data.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import { MarginSection } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/undo.tsx'
import css from './Margin.module.css'

/** What this entry belongs to; "about a session" in one step. */
export function LinkedSection({ id }: { id: ItemId }) {
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const act = useAct()
  const { did } = useUndo()
  const links = useCall('link.list', id).data ?? []
  const sessions = useCall('item.list', { spaceId: space.id, kinds: ['session'], limit: 50 }).data ?? []
  const open = sessions.filter((session) => session.kind === 'session' && !links.some((link) => link.other.id === session.id))
  const link = (to: ItemId, title: string) => {
    void act('link.add', { from: id, to, type: 'about' }).then((all) => {
      const made = all?.find((candidate) => candidate.other.id === to)
      if (made !== undefined) did(t('journal.linked', { title }), () => act('link.remove', made.id))
    })
  }
  return (
    <MarginSection id="entry-linked" title={t('journal.margin.linked')} {...(links.length > 0 && { count: links.length })}>
      {links.length > 0 && <ul className={css.links}>{links.map((made) => <LinkRow key={made.id} link={made} entryId={id} />)}</ul>}
      {open.length > 0 && (
        <RowMenu
          label={t('journal.about-session')}
          acts={open.map((session) => {
            const title = session.kind === 'session' ? t('journal.session', { n: session.body.number }) : session.title
            return { id: session.id, label: session.onDate === null ? title : `${title} · ${formatShortDay(language, session.onDate)}`, act: () => link(session.id, title) }
          })}
        >
          <span className={css.aboutSession}><Link2 size={20} strokeWidth={1.75} aria-hidden />{t('journal.about-session')}</span>
        </RowMenu>
      )}
      {links.length === 0 && open.length === 0 && <p className={css.caption}>{t('journal.linked.none')}</p>}
    </MarginSection>
  )
}

function LinkRow({ link, entryId }: { link: Link; entryId: ItemId }) {
  const t = useMessages()
  const language = useLanguage()
  const navigate = useNavigate()
  const act = useAct()
  const { did } = useUndo()
  const { other } = link
  const isSession = other.kind === 'session'
  const title = isSession ? t('journal.session', { n: Number(other.title) }) : other.title
  const open = () => {
    if (isSession) void navigate({ to: '/sessions/$id', params: { id: other.id } })
    else if (other.kind === 'entry') void navigate({ to: '/journal/$id', params: { id: other.id } })
    else if (other.parentId !== null) void navigate({ to: '/sessions/$id', params: { id: other.parentId }, search: { item: other.id } })
  }
  const remove = () => {
    void act('link.remove', link.id).then((done) => {
      const [from, to] = link.outgoing ? [entryId, other.id] : [other.id, entryId]
      if (done !== null) did(t('journal.unlinked', { title }), () => act('link.add', { from, to, type: link.type }))
    })
  }
  return (
    <li className={css.link}>
      <button type="button" className={css.linkTitle} onClick={open}>
        <span className={isSession ? css.linkName : css.linkWords}>{title}</span>
        <span className={css.caption}>{other.onDate === null ? '' : formatDayOfMonth(language, other.onDate)}</span>
      </button>
      <RowMenu label={t('journal.link.menu', { title })} acts={[{ id: 'remove', label: t('journal.unlink'), act: remove }]} />
    </li>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import { useEffect } from 'react'
import { formatDayOfMonth, formatShortDay } from '../../shared/format-date.ts'
import type { ItemId } from '../../shared/ids.ts'
import { linkedItems } from '../../shared/item-link.ts'
import type { Link } from '../../shared/link.ts'
import { onEvent } from '../api.ts'
import { keptDraft } from '../editor/drafts.ts'
import { useAct, useCall } from '../frame/data.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { useOpen } from '../search/use-open.ts'
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
  useLinksInText(id)
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

/** Which texts link to an item that writes no text of its own; nothing where none does. */
export function LinkedFrom({ id }: { id: ItemId }) {
  const t = useMessages()
  const links = (useCall('link.list', id).data ?? []).filter(({ type, outgoing }) => type === 'see' && !outgoing)
  if (links.length === 0) return null
  return (
    <MarginSection id="linked-from" title={t('journal.margin.linked')} count={links.length}>
      <ul className={css.links}>{links.map((made) => <LinkRow key={made.id} link={made} entryId={id} />)}</ul>
    </MarginSection>
  )
}

/** What the text links to changes as it is written; the list is read again only then. */
function useLinksInText(id: ItemId): void {
  const client = useQueryClient()
  useEffect(() => {
    const read = () => {
      const content = keptDraft(id)?.state.content
      return content?.kind === 'entry' ? linkedItems(content.body.text).toSorted().join() : ''
    }
    let last = read()
    return onEvent('item.saved', (saved) => {
      if (saved.id !== id || last === (last = read())) return
      void client.invalidateQueries({ queryKey: ['link.list', id] })
    })
  }, [client, id])
}

function LinkRow({ link, entryId }: { link: Link; entryId: ItemId }) {
  const t = useMessages()
  const language = useLanguage()
  const openItem = useOpen()
  const act = useAct()
  const { did } = useUndo()
  const { other } = link
  const isSession = other.kind === 'session'
  const title = isSession ? t('journal.session', { n: Number(other.title) }) : other.title
  const { type } = link
  const remove = () => {
    if (type === 'see') return
    void act('link.remove', link.id).then((done) => {
      const [from, to] = link.outgoing ? [entryId, other.id] : [other.id, entryId]
      if (done !== null) did(t('journal.unlinked', { title }), () => act('link.add', { from, to, type }))
    })
  }
  return (
    <li className={css.link}>
      <button type="button" className={css.linkTitle} onClick={() => void openItem(other)}>
        <span className={isSession ? css.linkName : css.linkWords}>{title}</span>
        <span className={css.caption}>
          {[other.onDate === null ? '' : formatDayOfMonth(language, other.onDate), type === 'see' ? t(link.outgoing ? 'journal.link.here' : 'journal.link.there') : ''].filter(Boolean).join(' · ')}
        </span>
      </button>
      {/* What stands in a text goes when it is taken out of the text. */}
      {type !== 'see' && <RowMenu label={t('journal.link.menu', { title })} acts={[{ id: 'remove', label: t('journal.unlink'), act: remove }]} />}
    </li>
  )
}

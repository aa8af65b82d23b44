import { useNavigate } from '@tanstack/react-router'
import type { ItemOf } from '../../shared/item.ts'
import { useCall } from '../frame/data.ts'
import { useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import type { SessionItem } from '../sessions/session-plan.ts'
import { useMeetingTexts } from '../sessions/meeting-texts.ts'
import { Button } from '../ui/Button.tsx'
import { MarginSection } from '../ui/Sheet.tsx'
import { Tick } from '../ui/Tick.tsx'
import css from './Banks.module.css'
import { useBankActs } from './use-bank-acts.ts'
import { onAgenda, useStories } from './use-topics.ts'
import type { StoryItem } from './use-topics.ts'

/** The mentor's stories beside the private sheet: ready to be told, and ticked when they were. */
export function StoryDrawer({ session, lines }: { session: SessionItem; lines: ReadonlyArray<ItemOf<'agenda-item'>> }) {
  const t = useMessages()
  const space = useSpace()
  const navigate = useNavigate()
  const stories = useStories()
  if (space.role !== 'mentor' || stories === undefined) return null
  return (
    <MarginSection id="stories" title={t('banks.margin')} {...(stories.length > 0 && { count: stories.length })}>
      <p className={css.caption}>{t(stories.length === 0 ? 'banks.margin.empty' : 'banks.margin.hint')}</p>
      <ul className={css.drawer} aria-label={t('banks.margin')}>{stories.map((story) => <Told key={story.id} story={story} session={session} lines={lines} />)}</ul>
      <Button pull="start" onClick={() => void navigate({ to: '/banks', search: { tab: 'stories' } })}>{t(stories.length === 0 ? 'banks.story.add' : 'banks.margin.all')}</Button>
    </MarginSection>
  )
}

function Told({ story, session, lines }: { story: StoryItem; session: SessionItem; lines: ReadonlyArray<ItemOf<'agenda-item'>> }) {
  const t = useMessages()
  const words = useMeetingTexts()
  const acts = useBankActs(words)
  const links = useCall('link.list', story.id).data ?? []
  const there = onAgenda(lines)
  const fitting = links.find((link) => link.outgoing && there.has(link.other.id))
  const topic = fitting === undefined ? undefined : lines.find(({ body: { reason } }) => reason.rule === 'bank' && reason.from === fitting.other.id)
  const title = story.body.title.trim() || t('banks.story.untitled')
  return (
    <li className={css.told}>
      <Tick checked={story.body.told.some((one) => one.session === session.id)} label={t('banks.margin.told', { title })} onTick={(told) => acts.tell(story, title, told, { session })} />
      <div>
        <p className={css.toldTitle} dir="auto">{title}</p>
        <p className={css.caption}>{[words?.sorts[story.body.sort] ?? '', topic === undefined ? '' : t('banks.margin.fits', { topic: topic.body.text })].filter((part) => part !== '').join(' · ')}</p>
      </div>
    </li>
  )
}

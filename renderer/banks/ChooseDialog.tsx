import { useNavigate } from '@tanstack/react-router'
import type { ItemOf } from '../../shared/item.ts'
import { useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import type { SessionItem } from '../sessions/session-plan.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import css from './Banks.module.css'
import { useBankActs } from './use-bank-acts.ts'
import { onAgenda, useStories, useTopics } from './use-topics.ts'
import { useUsedLine } from './use-used-line.ts'

/** Something to talk about, taken from the banks with one click. */
export function ChooseDialog({ session, sessions, lines, onClose }: {
  session: SessionItem
  sessions: readonly SessionItem[]
  lines: ReadonlyArray<ItemOf<'agenda-item'>>
  onClose: () => void
}) {
  const t = useMessages()
  const space = useSpace()
  const navigate = useNavigate()
  const topics = useTopics()
  const stories = useStories() ?? []
  const acts = useBankActs(topics?.words)
  const usedLine = useUsedLine(sessions)
  const there = onAgenda(lines)
  const choose = (act: () => Promise<void>) => { onClose(); void act() }
  // Opened with its list in it, or the focus would go to what stands below.
  if (topics === undefined) return null
  return (
    <Dialog
      title={t('banks.choose.title')} onClose={onClose}
      acts={<><Button onClick={() => void navigate({ to: '/banks' })}>{t('banks.choose.all')}</Button><Button look="primary" type="submit">{t('act.close')}</Button></>} onSubmit={onClose}
    >
      <div className={css.choose}>
        {space.role === 'mentor' && stories.length > 0 && (
          <section aria-labelledby="choose-stories">
            <h3 id="choose-stories" className={css.chooseHead}>{t('banks.stories')}</h3>
            <ul className={css.rows}>
              {stories.map((story) => {
                const title = story.body.title.trim() || t('banks.story.untitled')
                return (
                  <Choice
                    key={story.id} text={title} here={there.has(story.id)} note={`${topics.words.sorts[story.body.sort]} · ${usedLine(story.body.told, t('banks.told.never'))}`}
                    onChoose={() => choose(() => acts.putStory(story, title, { session }))}
                  />
                )
              })}
            </ul>
          </section>
        )}
        <section aria-labelledby="choose-topics">
          <h3 id="choose-topics" className={css.chooseHead}>{t('banks.topics')}</h3>
          <ul className={css.rows}>
            {topics.shown.filter(({ text }) => text.trim() !== '').map((topic) => (
              <Choice
                key={topic.key} text={topic.text} here={topic.item !== null && there.has(topic.item.id)} note={usedLine(topic.used, '')}
                onChoose={() => choose(() => acts.putTopic(topic, { session }))}
              />
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  )
}

function Choice({ text, note, here, onChoose }: { text: string; note: string; here: boolean; onChoose: () => void }) {
  const t = useMessages()
  const line = here ? t('banks.choose.here') : note
  return (
    <li>
      <button type="button" className={css.choice} aria-disabled={here || undefined} aria-label={here ? `${text}, ${line}` : t('banks.choose.act', { text })} onClick={() => { if (!here) onChoose() }}>
        <span className={css.choiceText} dir="auto">{text}</span>
        {line !== '' && <span className={css.caption}>{line}</span>}
      </button>
    </li>
  )
}

import { Plus } from 'lucide-react'
import type { ClauseTopic } from '../../shared/agreement.ts'
import { clauseTexts } from '../../shared/texts/clauses-all.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import type { Names } from '../../shared/texts/fill.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { useOneStop } from '../ui/use-one-stop.ts'
import css from './Agreement.module.css'

/** What no clause answers yet: a quiet line each, which becomes a clause in one step. */
export function OpenTopics({ topics, names, label, onMake }: {
  topics: readonly ClauseTopic[]
  names: Names
  label: string
  onMake: (topic: ClauseTopic) => void
}) {
  const t = useMessages()
  const language = useLanguage()
  const { stop, list } = useOneStop(topics)
  if (topics.length === 0) return null
  return (
    <ul className={css.topics} aria-label={label} {...list}>
      {topics.map((topic) => (
        <li key={topic} data-item={topic}>
          <button type="button" className={css.topic} tabIndex={stop(topic) ? 0 : -1} aria-description={t('clause.topic.about')} onClick={() => onMake(topic)}>
            <Plus size={20} strokeWidth={1.75} aria-hidden />{fillNames(clauseTexts[language].topics[topic], names, language)}
          </button>
        </li>
      ))}
    </ul>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ClauseTopic } from '../../shared/agreement.ts'
import type { ItemId } from '../../shared/ids.ts'
import { clauseTexts } from '../../shared/texts/clauses-all.ts'
import type { Names } from '../../shared/texts/fill.ts'
import { newItemId } from '../frame/use-autosave.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import css from './Agreement.module.css'
import { ClauseEditor } from './ClauseEditor.tsx'
import { ConfidenceDialog } from './ConfidenceDialog.tsx'
import { OpenTopics } from './OpenTopics.tsx'
import { SampleList } from './SampleList.tsx'
import { offersFor } from './samples.ts'
import type { AgreementOnScreen, ClauseGroupOf } from './use-agreement.ts'
import type { ClauseActs } from './use-clause-acts.ts'

/** One group: its clauses, what is still open in it, and the ways to add one. */
export function ClauseGroup({ agreement, here, heading, names, acts, aside, children, adding, nextNumber, onAdding, onAdded, onTopic, onMade }: {
  agreement: AgreementOnScreen
  here: ClauseGroupOf
  heading: string
  names: Names
  acts: ClauseActs
  aside?: ReactNode
  /** Its rows. */
  children: ReactNode
  /** The id of a new one that is being written here. */
  adding: ItemId | null
  nextNumber: number
  onAdding: (id: ItemId) => void
  onAdded: (id: ItemId, text: string, touched: boolean, by: 'key' | 'leaving') => void
  /** A question was chosen: its clause is to be changed at once. */
  onTopic: (topic: ClauseTopic) => void
  /** One was made: to get the focus, or to leave it where it is. */
  onMade: (id: ItemId, then: 'focus' | 'stay') => void
}) {
  const t = useMessages()
  const screenLanguage = useLanguage()
  const navigate = useNavigate()
  const [samples, setSamples] = useState(false)
  const [asking, setAsking] = useState(false)
  const { group, open } = here
  const { item } = agreement
  const { language } = item.body
  // A rule is what the app can read; the question stands until there is one.
  const asksForRule = group === 'confidence' && here.clauses.every((clause) => clause.item.body.confidence === undefined)
  const offers = offersFor(agreement, group, language, names)
  const made = (then: 'focus' | 'stay', make: (id: ItemId) => Promise<void>) => {
    const id = newItemId()
    onMade(id, then)
    void make(id)
  }
  return (
    <section className={css.group} aria-labelledby={`group-${group}`}>
      <GroupHead id={`group-${group}`} {...(aside !== undefined && { aside })}><span lang={language}>{heading}</span></GroupHead>
      <ul className={css.rows} data-drop={group}>
        {children}
        {adding !== null && (
          <li key={adding} className={css.row} data-item={adding}>
            <span />
            <span className={css.number}>{nextNumber}</span>
            <div className={css.words}>
              <ClauseEditor
                item={null} agreement={item} group={group} id={adding} label={t('agreement.add.to', { group: heading })} language={language} text=""
                onDone={(text, touched, by) => onAdded(adding, text, touched, by)}
              />
            </div>
          </li>
        )}
      </ul>
      <OpenTopics topics={open} names={names} label={t('clause.topics', { group: heading })} onMake={onTopic} />
      {asksForRule && (
        <ul className={css.topics}>
          <li>
            <button type="button" className={css.topic} aria-haspopup="dialog" onClick={() => setAsking(true)}>
              <Plus size={20} strokeWidth={1.75} aria-hidden />{clauseTexts[screenLanguage].confidenceQuestion}
            </button>
          </li>
        </ul>
      )}
      {adding === null && (
        <div className={css.ways}>
          {group === 'confidence' && !asksForRule && <Button pull="start" onClick={() => setAsking(true)}><Plus size={20} strokeWidth={1.75} aria-hidden />{t('confidence.add')}</Button>}
          <Button {...(group !== 'confidence' || asksForRule ? { pull: 'start' } : {})} aria-label={t('agreement.add.to', { group: heading })} onClick={() => onAdding(newItemId())}>
            <Plus size={20} strokeWidth={1.75} aria-hidden />{t('agreement.add')}
          </Button>
          {(offers.length > 0 || samples) && (
            <Button aria-expanded={samples} aria-label={t('clause.samples.of', { group: heading })} onClick={() => setSamples(!samples)}>{t('clause.samples.count', { count: offers.length })}</Button>
          )}
          {group === 'ending' && <Button onClick={() => void navigate({ to: '/agreement', search: { tab: 'middle' }, hash: 'cards' })}>{t('clause.cards')}</Button>}
        </div>
      )}
      {asking && (
        <ConfidenceDialog
          rule={null} kept={false} language={language} names={names} onClose={() => setAsking(false)}
          onDone={(rule) => { setAsking(false); made('focus', (id) => acts.addRule(id, rule)) }}
        />
      )}
      {samples && (
        <SampleList
          offers={offers} language={language} label={t('clause.samples.of', { group: heading })}
          onUse={(offer) => made('stay', (id) => ('rule' in offer ? acts.addRule(id, offer.rule) : acts.addSample(id, group, offer.sample)))}
        />
      )}
    </section>
  )
}

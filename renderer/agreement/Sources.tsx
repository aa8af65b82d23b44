import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { BoundaryAnswer, OneParty } from '../../shared/agreement.ts'
import { formatDayOfMonth } from '../../shared/format-date.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { AnyItem, ItemOf } from '../../shared/item.ts'
import { questionText } from '../../shared/rules/meeting.ts'
import { chosenOf, isRevealed } from '../../shared/rules/middle-ground.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import type { Names } from '../../shared/texts/fill.ts'
import { texts } from '../../shared/texts/texts.ts'
import type { MiddleGroundTexts } from '../../shared/texts/middle-ground.ts'
import { useCall } from '../frame/data.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { useMiddleTexts } from '../middle-ground/texts.ts'
import { useMeetingTexts } from '../sessions/meeting-texts.ts'
import { Button } from '../ui/Button.tsx'
import { MarginSection } from '../ui/Sheet.tsx'
import css from './Agreement.module.css'

type Said = { who: string; text: string }

/** What a clause was made of: the question, who said what, and the session it was said in. */
export function Sources({ clause, names }: { clause: ItemId; names: Names }) {
  const t = useMessages()
  const links = useCall('link.list', clause).data ?? []
  const sources = links.filter(({ type, outgoing }) => type === 'from' && outgoing)
  if (sources.length === 0) return null
  return (
    <MarginSection id="clause-from" title={t('clause.from')} count={sources.length} open>
      <ul className={css.sources}>{sources.map(({ other }) => <Source key={other.id} id={other.id} clause={clause} names={names} />)}</ul>
    </MarginSection>
  )
}

function Source({ id, clause, names }: { id: ItemId; clause: ItemId; names: Names }) {
  const item = useCall('item.get', id).data
  if (item === undefined) return null
  switch (item.kind) {
    case 'question': return <FromQuestion item={item} clause={clause} names={names} />
    case 'boundary': return <FromBoundary item={item} names={names} />
    case 'answer': return <FromAnswer item={item} names={names} />
    default: return <Shown item={item} ask="" said={[{ who: '', text: item.title }]} />
  }
}

function FromQuestion({ item, clause, names }: { item: ItemOf<'question'>; clause: ItemId; names: Names }) {
  const words = useMeetingTexts()
  const language = useLanguage()
  const said = useSaid(names)
  if (words === undefined) return null
  const { answers, clauses } = item.body
  // Where it says which of the two answers became this clause, only that one.
  const only = (['mentor', 'mentee'] as const).find((who) => clauses?.[who] === clause)
  return <Shown item={item} ask={fillNames(questionText(item.body, words), names, language)} said={said(only === undefined ? answers : { mentor: '', mentee: '', [only]: answers[only] })} />
}

function FromAnswer({ item, names }: { item: ItemOf<'answer'>; names: Names }) {
  const language = useLanguage()
  const { closing, parties } = texts[language]
  const { who, text, question } = item.body
  return <Shown item={item} ask={closing[question]} said={[{ who: who === 'both' ? parties.both : names[who] || parties[who], text }]} />
}

function FromBoundary({ item, names }: { item: ItemOf<'boundary'>; names: Names }) {
  const words = useMiddleTexts()
  const language = useLanguage()
  const said = useSaid(names)
  if (words === undefined) return null
  const { question, text, answers } = item.body
  const ask = question === null ? text : fillNames(words.questions[question].ask, names, language)
  const of = (who: OneParty) => answerText(item, answers[who], words)
  return <Shown item={item} ask={ask} said={isRevealed(item.body) ? said({ mentor: of('mentor'), mentee: of('mentee') }) : []} />
}

function answerText({ body: { question } }: ItemOf<'boundary'>, answer: BoundaryAnswer, words: MiddleGroundTexts): string {
  // The texts have a word for each name that the question offers.
  const choices: Record<string, string> = question === null ? {} : words.questions[question].choices
  return [...(question === null ? [] : chosenOf(question, answer).map((name) => choices[name] ?? name)), answer.text.trim()].filter(Boolean).join(', ')
}

function useSaid(names: Names) {
  const { parties } = texts[useLanguage()]
  return (answers: Record<OneParty, string>): Said[] =>
    (['mentor', 'mentee'] as const).flatMap((who) => (answers[who].trim() === '' ? [] : [{ who: names[who] || parties[who], text: answers[who] }]))
}

function Shown({ item, ask, said }: { item: AnyItem; ask: string; said: readonly Said[] }) {
  const t = useMessages()
  return (
    <li>
      {ask !== '' && <p className={css.ask}>{ask}</p>}
      {said.map(({ who, text }) => (
        <div key={who}>
          {who !== '' && <p className={css.hint}>{who}</p>}
          <p className={css.quoted} dir="auto">{text}</p>
        </div>
      ))}
      {item.kind === 'boundary' ? <ToMiddle id={item.id} place={t('clause.from.middle')} /> : item.parentId !== null && <ToSession parent={item.parentId} item={item.id} />}
    </li>
  )
}

function ToMiddle({ id, place }: { id: ItemId; place: string }) {
  const navigate = useNavigate()
  return <Go place={place} go={() => void navigate({ to: '/agreement', search: { tab: 'middle' }, hash: id })}>{place}</Go>
}

function ToSession({ parent, item }: { parent: ItemId; item: ItemId }) {
  const t = useMessages()
  const language = useLanguage()
  const navigate = useNavigate()
  const session = useCall('item.get', parent).data
  if (session?.kind !== 'session') return null
  const place = t('clause.from.session', { n: session.body.number })
  return (
    <Go place={place} go={() => void navigate({ to: '/sessions/$id', params: { id: session.id }, search: { item } })}>
      {session.onDate === null ? place : `${place}, ${formatDayOfMonth(language, session.onDate)}`}
    </Go>
  )
}

function Go({ place, go, children }: { place: string; go: () => void; children: ReactNode }) {
  const t = useMessages()
  return <p className={css.goes}><Button look="link" aria-label={t('clause.from.go.named', { place })} onClick={go}>{children}</Button></p>
}

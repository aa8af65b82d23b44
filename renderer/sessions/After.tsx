import { useNavigate } from '@tanstack/react-router'
import { dayAt } from '../../shared/dates.ts'
import type { ItemOf } from '../../shared/item.ts'
import { compareCommitments } from '../../shared/rules/commitments.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { CommitmentRow } from '../plan/CommitmentRow.tsx'
import type { Commitments } from '../plan/use-commitments.tsx'
import { Button } from '../ui/Button.tsx'
import { Rows } from '../ui/Sheet.tsx'
import { useCarry } from './Agenda.tsx'
import { ClosingQuestions } from './ClosingQuestions.tsx'
import { nextPlanned, usualDetails } from './session-plan.ts'
import type { SessionItem } from './session-plan.ts'
import css from './Session.module.css'
import type { SessionActs } from './use-sessions.tsx'
import { whenLine } from './words.ts'

type Line = ItemOf<'agenda-item'>

const partyOrder = { mentor: 0, mentee: 1, both: 2 }

/** Three questions, then what was promised, what was not covered, and when next. */
export function After({ session, sessions, lines, answers, made, commitments, acts }: {
  session: SessionItem
  sessions: readonly SessionItem[]
  lines: readonly Line[]
  answers: readonly ItemOf<'answer'>[]
  made: readonly ItemOf<'commitment'>[]
  commitments: Commitments
  acts: SessionActs
}) {
  const t = useMessages()
  return (
    <>
      <ClosingQuestions session={session} answers={answers} made={made} commitments={commitments} />
      <dl className={css.checks}>
        <dt className={css.checkName}>{t('after.read-back')}</dt>
        <dd className={css.check}><ReadBack session={session} made={made} commitments={commitments} /></dd>
        <dt className={css.checkName}>{t('after.not-covered')}</dt>
        <dd className={css.check}><NotCovered lines={lines} /></dd>
        <dt className={css.checkName}>{t('after.next')}</dt>
        <dd className={css.check}><NextSession session={session} sessions={sessions} acts={acts} /></dd>
      </dl>
    </>
  )
}

/** What was promised in this session, the mentor's first. */
export function MadeHere({ made, commitments, label }: { made: readonly ItemOf<'commitment'>[]; commitments: Commitments; label: string }) {
  const inOrder = made.toSorted((a, b) => partyOrder[a.body.who] - partyOrder[b.body.who] || compareCommitments(a, b))
  return <Rows label={label}>{inOrder.map((item) => <CommitmentRow key={item.id} item={item} commitments={commitments} named tick={false} />)}</Rows>
}

function ReadBack({ session, made, commitments }: { session: SessionItem; made: readonly ItemOf<'commitment'>[]; commitments: Commitments }) {
  const t = useMessages()
  return (
    <>
      {made.length === 0 ? <p className={css.checkNone}>{t('after.read-back.none')}</p> : (
        <MadeHere made={made} commitments={commitments} label={t('after.read-back')} />
      )}
      <Button pull="start" onClick={() => commitments.ask({}, { parentId: session.id })}>{t('after.read-back.add')}</Button>
    </>
  )
}

function NotCovered({ lines }: { lines: readonly Line[] }) {
  const t = useMessages()
  const carry = useCarry()
  const left = lines.filter((line) => line.body.outcome !== 'covered' && line.body.text.trim() !== '')
  if (left.length === 0) return <p className={css.checkNone}>{t('after.not-covered.none')}</p>
  return (
    <Rows label={t('after.not-covered')}>
      {left.map((line) => {
        const { text, outcome } = line.body
        return (
          <li key={line.id} className={css.left} data-item={line.id}>
            <span className={outcome === 'dropped' ? `${css.leftText} ${css.settled}` : css.leftText}>{text}</span>
            {outcome === 'open' ? (
              <span className={css.leftActs}>
                <Button aria-label={t('after.next-time.line', { text })} onClick={() => void carry(line, 'next-time', t('agenda.said.next-time'))}>{t('after.next-time')}</Button>
                <Button pull="end" aria-label={t('after.drop.line', { text })} onClick={() => void carry(line, 'dropped', t('agenda.said.dropped'))}>{t('after.drop')}</Button>
              </span>
            ) : (
              <span className={css.leftActs}>
                <span className={css.leftState}>{t(outcome === 'next-time' ? 'after.goes-on' : 'after.dropped')}</span>
                <Button pull="end" aria-label={t('after.undecide.line', { text })} onClick={() => void carry(line, 'open', t('act.undone'))}>{t('after.undecide')}</Button>
              </span>
            )}
          </li>
        )
      })}
    </Rows>
  )
}

function NextSession({ session, sessions, acts }: { session: SessionItem; sessions: readonly SessionItem[]; acts: SessionActs }) {
  const t = useMessages()
  const language = useLanguage()
  const navigate = useNavigate()
  const today = dayAt(new Date())
  const next = nextPlanned(sessions, session)
  if (next !== null) {
    return (
      <p className={css.nextSession}>
        <span>{whenLine(language, next.body.startsAt, today)}</span>
        <Button pull="end" onClick={() => void navigate({ to: '/sessions/$id', params: { id: next.id }, search: { mode: 'before' } })}>{t('session.title', { n: next.body.number })}</Button>
      </p>
    )
  }
  const usual = usualDetails(sessions, today)
  return (
    <div className={css.nextSession}>
      <span className={css.checkNone}>{t('after.next.none')}</span>
      <span className={css.leftActs}>
        <Button onClick={() => void acts.plan(usual, true)}>{t('after.next.plan', { day: whenLine(language, usual.startsAt, today) })}</Button>
        <Button pull="end" onClick={() => acts.askPlan(true)}>{t('after.next.other')}</Button>
      </span>
    </div>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ClauseGroup } from '../../shared/agreement.ts'
import type { OneParty } from '../../shared/agreement.ts'
import type { ItemOf } from '../../shared/item.ts'
import type { Language } from '../../shared/language.ts'
import { clauseDraft, inPartOrder, questionText, suggestGroup } from '../../shared/rules/meeting.ts'
import { partyNames } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import type { MeetingTexts } from '../../shared/texts/meeting.ts'
import { texts } from '../../shared/texts/texts.ts'
import { makeClause } from '../agreement/new-clause.ts'
import { call } from '../api.ts'
import { replaceDraft } from '../editor/drafts.ts'
import { useCall } from '../frame/data.ts'
import { newItemId, useAutosave } from '../frame/use-autosave.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/undo.tsx'
import type { QuestionItem } from './first-meeting.ts'
import css from './Meeting.module.css'
import { useMeetingTexts, useTextsIn } from './meeting-texts.ts'
import { speakers, useSpeaker } from './QuestionAsked.tsx'

/** What was answered in the first meeting, each ready to be a clause of the agreement (S0.8). */
export function AnswerClauses({ questions }: { questions: readonly QuestionItem[] }) {
  const t = useMessages()
  const screen = useLanguage()
  const space = useSpace()
  const navigate = useNavigate()
  const agreements = useCall('item.list', { spaceId: space.id, kinds: ['agreement'], limit: 1 }).data
  const agreement = agreements?.find((item) => item.kind === 'agreement')
  const language = agreement?.body.language ?? screen
  const words = useMeetingTexts()
  const draftWords = useTextsIn(language)
  if (words === undefined || draftWords === undefined || agreements === undefined) return null
  const answered = inPartOrder(questions).filter(({ body }) => speakers.some((who) => body.answers[who].trim() !== ''))
  return (
    <section aria-labelledby="answers" className={css.answers}>
      <GroupHead id="answers">{t('answers.title')}</GroupHead>
      <p className={css.about}>{answered.length === 0 ? t('answers.none') : t('answers.about')}</p>
      {answered.length > 0 && (
        <ol className={css.rows} aria-labelledby="answers">
          {answered.map((question) => <Answered key={question.id} question={question} words={words} draftWords={draftWords} language={language} />)}
        </ol>
      )}
      <div className={css.acts}><Button look="outline" onClick={() => void navigate({ to: '/agreement' })}>{t('answers.open')}</Button></div>
    </section>
  )
}

type Words = { words: MeetingTexts; draftWords: MeetingTexts; language: Language }

function Answered({ question, ...rest }: { question: QuestionItem } & Words) {
  // As it is on the screen, also what was typed a moment ago.
  const { body } = useAutosave<'question'>(question, { spaceId: question.spaceId, parentId: question.parentId, kind: 'question', body: question.body })
  const links = useCall('link.list', question.id).data ?? []
  const made = (who: OneParty) => {
    const id = body.clauses?.[who]
    return id !== undefined && links.some((link) => link.type === 'from' && !link.outgoing && link.other.id === id) ? id : null
  }
  return (
    <li className={css.answer} data-item={question.id}>
      <p className={css.about} dir="auto">{questionText(body, rest.words)}</p>
      {speakers.filter((who) => body.answers[who].trim() !== '').map((who) => <Draft key={who} question={{ ...question, body }} who={who} clauseId={made(who)} {...rest} />)}
    </li>
  )
}

function Draft({ question, who, clauseId, draftWords, language }: { question: QuestionItem; who: OneParty; clauseId: ItemOf<'clause'>['id'] | null } & Words) {
  const t = useMessages()
  const screen = useLanguage()
  const space = useSpace()
  const navigate = useNavigate()
  const speaker = useSpeaker()
  const { attempt } = useItemActs()
  const { did } = useUndo()
  const suggested = suggestGroup(question.body, who)
  const [group, setGroup] = useState<ClauseGroup>(suggested.group)
  const names = partyNames(space)
  const draft = clauseDraft(question.body, who, draftWords)
  const read = fillNames(draft, names, language)
  const short = read.length > 80 ? `${read.slice(0, 80).replace(/[\uD800-\uDBFF]$/, '')}…` : read
  const groupName = (one: ClauseGroup) => fillNames(texts[screen].clauseGroups[one], names, screen)

  const make = async () => {
    const id = newItemId()
    const done = await attempt(async () => {
      const clause = await makeClause({
        id, spaceId: space.id, group, text: draft, language, from: question.id,
        ...(suggested.topic !== undefined && group === suggested.group && { topic: suggested.topic }),
      })
      const now = await call('item.get', question.id)
      // Which of the two answers it was: the link alone says only which question.
      if (now.kind === 'question') replaceDraft(await call('item.save', { id: now.id, revision: now.revision, content: { kind: 'question', body: { ...now.body, clauses: { ...now.body.clauses, [who]: id } } } }))
      return clause
    })
    if (done !== null) did(t('answers.said.made', { group: groupName(group) }), () => attempt(() => call('item.delete', id)))
  }
  return (
    <div className={css.draft} role="group" aria-label={speaker(who)}>
      <p className={css.draftWords} lang={language} dir="auto">{read}</p>
      {clauseId !== null ? <Made id={clauseId} groupName={groupName} onOpen={() => void navigate({ to: '/agreement', hash: clauseId })} /> : (
        <div className={css.draftActs}>
          <Button pull="start" aria-label={t('answers.make.of', { text: short })} onClick={() => void make()}>{t('answers.make')}</Button>
          <span className={css.under} aria-hidden>{t('answers.under')}</span>
          <Select<ClauseGroup> label={t('answers.group', { text: short })} value={group} onChange={setGroup} options={ClauseGroup.options.map((value) => ({ value, label: groupName(value) }))} />
        </div>
      )}
    </div>
  )
}

function Made({ id, groupName, onOpen }: { id: ItemOf<'clause'>['id']; groupName: (group: ClauseGroup) => string; onOpen: () => void }) {
  const t = useMessages()
  const { data } = useCall('item.get', id)
  if (data?.kind !== 'clause') return null
  return (
    <div className={css.draftActs}>
      <span className={css.madeWord}>{t('answers.made', { group: groupName(data.body.group) })}</span>
      <Button onClick={onOpen}>{t('answers.show')}</Button>
    </div>
  )
}

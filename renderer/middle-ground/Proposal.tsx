import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { ItemOf } from '../../shared/item.ts'
import { isInRuleWords, proposeClause } from '../../shared/rules/middle-ground.ts'
import { partyNames } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import type { MiddleGroundTexts } from '../../shared/texts/middle-ground.ts'
import { makeClause } from '../agreement/new-clause.ts'
import type { AgreementOnScreen } from '../agreement/use-agreement.ts'
import { call } from '../api.ts'
import { saveNow } from '../editor/drafts.ts'
import { useCall } from '../frame/data.ts'
import { newItemId, useAutosave } from '../frame/use-autosave.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { useUndo } from '../ui/undo.tsx'
import css from './MiddleGround.module.css'
import { useAsk } from './use-boundaries.ts'
import type { BoundaryItem } from './use-boundaries.ts'

/** A clause between the two answers: by the rule until somebody changes it, and theirs from then on. */
export function Proposal({ item, ask, agreement, proposing, session, nearness }: {
  item: BoundaryItem
  ask: string
  agreement: AgreementOnScreen
  proposing: readonly MiddleGroundTexts[]
  session: ItemOf<'session'> | null
  nearness: ReactNode
}) {
  const t = useMessages()
  const space = useSpace()
  const names = partyNames(space)
  const navigate = useNavigate()
  const { attempt, change } = useItemActs()
  const { did } = useUndo()
  const [editing, setEditing] = useState(false)
  const [typed, setTyped] = useState<{ text: string; revision: number } | null>(null)
  const askIn = useAsk()
  const { language, beside } = agreement.item.body
  const languages = beside === undefined || beside === language ? [language] : [language, beside]
  const byRule = (body: BoundaryItem['body']) => languages.flatMap((one, index) => {
    const words = proposing[index]
    return words === undefined ? [] : [[one, proposeClause(body, words, one)] as const]
  })
  const rawOf = (body: BoundaryItem['body']) => body.proposal ?? byRule(body)[0]?.[1] ?? ''
  // What was typed stands here until the list has it too.
  const stored = fillNames(rawOf(item.body), names, language)
  const text = typed !== null && typed.text.trim() !== '' && item.revision <= typed.revision ? typed.text : stored
  const links = useCall('link.list', item.id).data ?? []
  const clause = agreement.all.find((one) => links.some((link) => link.type === 'from' && !link.outgoing && link.other.id === one.item.id))
  const neutral = proposing[0] === undefined ? ask : askIn(item, proposing[0], language)
  const lines = useCall('item.list', { spaceId: space.id, kinds: ['agenda-item'], parentId: session?.id ?? item.id, limit: 1000 }).data ?? []
  const talked = session !== null && lines.some((line) => line.kind === 'agenda-item' && line.parentId === session.id && line.body.text === neutral)

  const use = async () => {
    const made = await attempt(async () => {
      // The words typed last are the ones that are meant.
      await saveNow()
      const now = await call('item.get', item.id)
      const body = now.kind === 'boundary' ? now.body : item.body
      return makeClause({
        spaceId: space.id, group: 'boundaries', language, from: item.id,
        // Only the rule's own words are known in the second language.
        text: isInRuleWords(body) ? Object.fromEntries(byRule(body)) : rawOf(body),
      })
    })
    if (made !== null) did(t('middle.did.used'), () => attempt(() => call('item.delete', made.id)))
  }
  const talk = async (to: ItemOf<'session'>) => {
    const id = newItemId()
    const made = await attempt(() => call('item.create', {
      id, spaceId: space.id, parentId: to.id, onDate: null, privacy: 'private',
      // The question alone: what each answered stays here.
      content: { kind: 'agenda-item', body: { text: neutral, minutes: null, outcome: 'open', reason: { rule: 'own' } } },
    }))
    if (made !== null) did(t('middle.did.talk', { n: to.body.number }), () => attempt(() => call('item.delete', id)))
  }
  return (
    <div className={css.proposal}>
      <div className={css.proposalHead}><h3 className={css.who}>{t('middle.proposal')}</h3>{nearness}</div>
      {editing
        ? <ProposalField item={item} label={t('middle.proposal.label', { ask })} text={stored} language={language} onType={(next) => setTyped({ text: next, revision: item.revision })} onDone={() => setEditing(false)} />
        : <p className={css.proposed} lang={language} dir="auto">{text === '' ? t('middle.left-open') : text}</p>}
      <div className={css.acts}>
        {clause === undefined
          ? <Button look="outline" off={text === '' || editing} onClick={() => void use()}>{t('middle.use')}</Button>
          : <Button pull="start" onClick={() => void navigate({ to: '/agreement', search: { tab: 'clauses' }, hash: clause.item.id })}>{t('middle.used', { number: clause.number })}</Button>}
        <Button onClick={() => setEditing(!editing)}>{t(editing ? 'middle.proposal.done' : 'middle.proposal.change')}</Button>
        {item.body.proposal !== null && !editing && (
          <Button onClick={() => void change<'boundary'>(item, { proposal: null }, t('middle.did.proposal'))}>{t('middle.proposal.rule')}</Button>
        )}
        {session !== null && (talked
          ? <span className={css.hint}>{t('middle.talked', { n: session.body.number })}</span>
          : <Button onClick={() => void talk(session)}>{t('middle.talk', { n: session.body.number })}</Button>)}
      </div>
    </div>
  )
}

function ProposalField({ item, label, text, language, onType, onDone }: {
  item: BoundaryItem
  label: string
  text: string
  language: string
  onType: (text: string) => void
  onDone: () => void
}) {
  const { change, settle, body } = useAutosave<'boundary'>(item, { spaceId: item.spaceId, parentId: item.parentId, kind: 'boundary', body: item.body })
  const [typed, setTyped] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => { field.current?.focus() }, [])
  return (
    <textarea
      ref={field} className={css.proposalField} aria-label={label} lang={language} dir="auto" rows={1} maxLength={20_000} autoComplete="off" spellCheck={false}
      value={typed ?? body.proposal ?? text}
      onChange={(event) => {
        const next = event.target.value.replace(/\n/g, ' ')
        setTyped(next)
        onType(next)
        // Emptied, it follows the rule again.
        change({ proposal: next.trim() === '' ? null : next })
      }}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)) return
        event.preventDefault()
        settle()
        onDone()
      }}
    />
  )
}

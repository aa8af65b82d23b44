import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { OneParty, SettleOrder } from '../../shared/agreement.ts'
import { dayAt } from '../../shared/dates.ts'
import { formatDay } from '../../shared/format-date.ts'
import type { ItemOf } from '../../shared/item.ts'
import { standingOf } from '../../shared/rules/signing.ts'
import { saveNow } from '../editor/drafts.ts'
import { useAct } from '../frame/data.ts'
import { Screen } from '../frame/Screen.tsx'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Empty, SheetHead } from '../ui/Sheet.tsx'
import { NameTurn } from './NameTurn.tsx'
import { SignDialog } from './SignDialog.tsx'
import { SignForm } from './SignForm.tsx'
import type { Choice } from './SignForm.tsx'
import type { VersionsOnScreen } from './use-versions.ts'
import { WhatIsSigned } from './WhatIsSigned.tsx'
import { firstParty, otherParty, useWho } from './who.ts'

type Names = NonNullable<SettleOrder['names']>
type Turn = { who: OneParty; /** Of the one before. */ names: Names }

/** The draft becomes a version: a form, a turn for each who signs here, and one last question. */
export function SignDraft({ agreement, versions, back }: { agreement: ItemOf<'agreement'>; versions: VersionsOnScreen; back: { label: string; go: () => void } }) {
  const t = useMessages()
  const language = useLanguage()
  const navigate = useNavigate()
  const space = useSpace()
  const act = useAct()
  const who = useWho()
  const [choice, setChoice] = useState<Choice>(() => ({ how: 'signed', on: dayAt(new Date()) }))
  const [turn, setTurn] = useState<Turn | null>(null)
  const [asking, setAsking] = useState<Names | null>(null)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const { latest, differs, draft, nextNumber: number } = versions
  const label = { number }

  if (draft.clauses.length === 0) return <Screen wide><SheetHead title={t('sign.title', label)} back={back} /><Empty>{t('error.agreement.empty')}</Empty></Screen>
  if (!differs && latest?.body.how === 'signed') {
    const open = standingOf(latest.body).find(({ state }) => state !== 'signed')
    return (
      <Screen wide>
        <SheetHead title={t('versions.number', { number: latest.body.number })} back={back} />
        <Empty act={open === undefined
          ? <Button look="outline" onClick={() => void navigate({ to: '/agreement/version/$id', params: { id: latest.id } })}>{t('sign.same.open', { number: latest.body.number })}</Button>
          : <Button look="outline" onClick={() => void navigate({ to: '/agreement/sign', search: { version: latest.id, who: open.who } })}>{t('sign.act.signed', { number: latest.body.number })}</Button>}
        >{open === undefined ? t('sign.same', { number: latest.body.number }) : t('sign.same.waiting', { number: latest.body.number, name: who[open.who] })}</Empty>
      </Screen>
    )
  }

  const settle = async (names: Names) => {
    if (busy || choice.on === null) return
    setBusy(true)
    const order = { agreementId: agreement.id, number, how: choice.how, on: choice.on, ...(choice.how === 'signed' && { names }) }
    // What was typed last is refused or kept where it was typed; the core takes it in first.
    await saveNow().catch(() => undefined)
    const version = await act('version.settle', order)
    setBusy(false)
    setAsking(null)
    if (version !== null) await navigate({ to: '/agreement/sign', search: { done: version.id }, replace: true })
  }
  const first = firstParty(space.role)
  const goOn = () => {
    setMissing(choice.on === null)
    if (choice.on === null) return
    if (choice.how === 'signed') setTurn({ who: first, names: {} })
    else setAsking({})
  }
  const dialog = asking !== null && choice.on !== null && (
    <SignDialog
      title={t(`sign.act.${choice.how}`, label)} act={t(`sign.act.${choice.how}`, label)} busy={busy} onClose={() => setAsking(null)} onAct={() => void settle(asking)}
      lines={linesOf(asking, formatDay(language, choice.on))}
    />
  )

  function linesOf(names: Names, date: string): string[] {
    const [one, two] = [names.mentor ?? names.mentee, names.mentor === undefined ? undefined : names.mentee]
    const fixed = { next: number + 1 }
    if (one === undefined) return [t('sign.dialog.other', { ...label, date }), t('sign.dialog.fixed.other', fixed)]
    return [two === undefined ? t('sign.dialog.one', { ...label, name: one, date }) : t('sign.dialog.both', { ...label, first: one, second: two, date }), t('sign.dialog.fixed', fixed)]
  }

  if (turn === null) {
    return <><SignForm agreement={agreement} versions={versions} value={choice} onChange={(next) => { setChoice(next); setMissing(false) }} onGoOn={goOn} missing={missing} back={back} />{dialog}</>
  }
  const other = otherParty(turn.who)
  const isSecond = turn.names[other] !== undefined
  return (
    <>
      <NameTurn
        key={turn.who} name={who[turn.who]} number={number} back={{ label: t('sign.title', label), go: () => setTurn(null) }}
        go={isSecond
          ? { label: t('sign.act.open.signed', label), act: (typed) => setAsking({ ...turn.names, [turn.who]: typed }) }
          : { label: t('sign.turn.next', { name: who[other] }), act: (typed) => setTurn({ who: other, names: { [turn.who]: typed } }) }}
        others={isSecond
          ? [{ label: t('sign.turn.later', { name: who[turn.who] }), act: () => setAsking(turn.names) }]
          : [
              { label: t('sign.turn.later', { name: who[other] }), act: (typed) => setAsking({ [turn.who]: typed }), needsName: true },
              ...(turn.who === first ? [{ label: t('sign.turn.first', { name: who[other] }), act: () => setTurn({ who: other, names: {} }) }] : []),
            ]}
      >
        <WhatIsSigned line={t('sign.count', { count: draft.clauses.length })} version={draft} language={agreement.body.language} beside={agreement.body.beside} />
      </NameTurn>
      {dialog}
    </>
  )
}

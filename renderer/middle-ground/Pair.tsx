import { Circle, CircleCheck, CircleDashed, Contrast } from 'lucide-react'
import { useState } from 'react'
import { Nearness, OneParty } from '../../shared/agreement.ts'
import { asHeading } from '../../shared/format-date.ts'
import type { ItemOf } from '../../shared/item.ts'
import { chosenOf, isAnswered, nearnessOf } from '../../shared/rules/middle-ground.ts'
import type { MiddleGroundTexts } from '../../shared/texts/middle-ground.ts'
import type { AgreementOnScreen } from '../agreement/use-agreement.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import { Answer } from './Answer.tsx'
import { Earlier } from './Earlier.tsx'
import css from './MiddleGround.module.css'
import { Proposal } from './Proposal.tsx'
import { useAsk, useNames } from './use-boundaries.ts'
import type { BoundaryItem } from './use-boundaries.ts'

const icons = { same: CircleCheck, near: Contrast, apart: CircleDashed, none: Circle } as const

/** One question with both answers, how near they are, and a clause that could stand between them. */
export function Pair({ item, agreement, words, proposing, session }: {
  item: BoundaryItem
  agreement: AgreementOnScreen
  words: MiddleGroundTexts
  proposing: readonly MiddleGroundTexts[]
  session: ItemOf<'session'> | null
}) {
  const t = useMessages()
  const language = useLanguage()
  const ask = useAsk()
  const nameOf = useNames()
  const { change, remove } = useItemActs()
  const [editing, setEditing] = useState(false)
  const [earlier, setEarlier] = useState(false)
  const question = ask(item, words, language)
  const headId = `middle-${item.id}`
  const see = (nearness: Nearness | null) =>
    void change<'boundary'>(item, { nearness }, nearness === null ? t('middle.did.nearness.rule') : t('middle.did.nearness', { nearness: t(`middle.nearness.${nearness}`).toLocaleLowerCase(language) }))
  return (
    <li className={css.pair} data-item={item.id} aria-labelledby={headId}>
      <div className={css.askRow}>
        <h2 id={headId} className={css.ask} dir="auto">{question}</h2>
        <RowMenu
          label={t('middle.menu', { ask: question })}
          acts={[
            { id: 'edit', label: t(editing ? 'middle.edit.done' : 'middle.edit'), act: () => setEditing(!editing) },
            ...Nearness.options.map((one) => ({ id: one, label: t(`middle.nearness.set.${one}`), off: item.body.nearness === one, act: () => see(one) })),
            { id: 'rule', label: t('middle.nearness.set.rule'), off: item.body.nearness === null, act: () => see(null) },
            { id: 'earlier', label: t('middle.earlier'), act: () => setEarlier(true) },
            ...(item.body.question === null ? [{ id: 'remove', label: t('middle.own.remove'), danger: true, act: () => void remove(item.id, t('middle.did.removed')) }] : []),
          ]}
        />
      </div>
      <div className={css.columns}>
        {OneParty.options.map((who) => (
          <div key={who}>
            <h3 className={css.who}>{nameOf(who)}</h3>
            {editing ? <Answer item={item} who={who} words={words} ask={question} by={nameOf(who)} /> : <Said item={item} who={who} words={words} />}
          </div>
        ))}
      </div>
      <Proposal item={item} ask={question} agreement={agreement} proposing={proposing} session={session} nearness={<Near nearness={nearnessOf(item.body)} />} />
      {earlier && <Earlier item={item} words={words} title={question} onClose={() => setEarlier(false)} />}
    </li>
  )
}

/** An icon and a word, so that no colour has to be told from another. */
function Near({ nearness }: { nearness: Nearness | null }) {
  const t = useMessages()
  const Icon = icons[nearness ?? 'none']
  return <span className={css.near} data-near={nearness ?? 'none'}><Icon size={18} strokeWidth={1.75} aria-hidden />{t(`middle.nearness.${nearness ?? 'none'}`)}</span>
}

export function Said({ item, who, words }: { item: Pick<BoundaryItem, 'body'>; who: OneParty; words: MiddleGroundTexts }) {
  const t = useMessages()
  const language = useLanguage()
  const answer = item.body.answers[who]
  const { question } = item.body
  if (!isAnswered(answer)) return <p className={css.leftOpen}>{t('middle.left-open')}</p>
  const chosen = question === null ? [] : chosenOf(question, answer).map((name) => (words.questions[question].choices as Record<string, string>)[name] ?? name)
  return (
    <>
      {chosen.length > 0 && <p className={css.chosen}>{asHeading(new Intl.ListFormat(language).format(chosen))}</p>}
      {answer.text.trim() !== '' && <p className={css.said} dir="auto">{answer.text}</p>}
    </>
  )
}

import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { ItemId } from '../../shared/ids.ts'
import type { AgendaItem, ItemOf } from '../../shared/item.ts'
import { hasOther } from '../../shared/space.ts'
import { call } from '../api.ts'
import { ChooseDialog } from '../banks/ChooseDialog.tsx'
import { useBankActs } from '../banks/use-bank-acts.ts'
import { saveNow } from '../editor/drafts.ts'
import { useSpace } from '../frame/space.tsx'
import { newItemId } from '../frame/use-autosave.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useMessages } from '../messages/messages.tsx'
import type { Commitments } from '../plan/use-commitments.tsx'
import { Button } from '../ui/Button.tsx'
import type { MenuAct } from '../ui/Menu.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import { Grip, Sorting } from '../ui/Sorting.tsx'
import { Tick } from '../ui/Tick.tsx'
import { minutesGiven, stepLine } from './agenda.ts'
import { AgendaLine } from './AgendaLine.tsx'
import { OpenCommitments } from './OpenCommitments.tsx'
import type { SessionItem } from './session-plan.ts'
import css from './Session.module.css'

type Line = ItemOf<'agenda-item'>

/** Settle a line that was not covered; "next time" also puts it on the session already planned. */
export function useCarry(): (line: Line, outcome: AgendaItem['outcome'], said: string) => Promise<unknown> {
  const { settle } = useItemActs()
  return (line, outcome, said) => {
    const before = line.body.outcome
    return settle(
      () => call('session.carry', { agendaItemId: line.id, outcome }), said,
      () => call('session.carry', { agendaItemId: line.id, outcome: before }),
    )
  }
}

/** What the session is for: open commitments first, then the lines, each saying why it is there. */
export function Agenda({ session, sessions, lines, opened, commitments, ticks = false, rest = false }: {
  session: SessionItem
  sessions: readonly SessionItem[]
  lines: readonly Line[]
  opened: readonly ItemOf<'commitment'>[]
  commitments: Commitments
  /** While it is held, and after. */
  ticks?: boolean
  /** What stands beside the parts of a first meeting. */
  rest?: boolean
}) {
  const t = useMessages()
  const { attempt, remove, move } = useItemActs()
  const carry = useCarry()
  const space = useSpace()
  const bank = useBankActs(undefined)
  const list = useRef<HTMLOListElement>(null)
  const [choosing, setChoosing] = useState(false)
  // More than one: a quick writer presses Enter before the line before is made.
  const [begun, setBegun] = useState<readonly ItemId[]>([])
  const first = opened.length > 0 ? 2 : 1
  const ids = lines.map((line) => line.id)
  // Once made it is a line like any other, and not begun again when it is removed.
  if (begun.some((id) => ids.includes(id))) setBegun(begun.filter((id) => !ids.includes(id)))
  const fresh = begun.filter((id) => !ids.includes(id))
  const current = ticks && session.body.status === 'running' ? lines.find((line) => line.body.outcome === 'open') : undefined

  const focus = (id: ItemId | undefined, part: 'text' | 'menu') => requestAnimationFrame(() => {
    list.current?.querySelector<HTMLElement>(`[data-item="${id}"] ${part === 'text' ? '[data-part="text"]' : 'button[aria-haspopup]'}`)?.focus()
  })
  const step = async (id: ItemId, by: -1 | 1, part: 'text' | 'menu') => {
    // A line that was begun a moment ago is not in the list yet.
    const order = ids.includes(id) ? ids : await attempt(async () => {
      await saveNow()
      return (await call('item.list', { spaceId: session.spaceId, kinds: ['agenda-item'], parentId: session.id, limit: 1000 })).map((line) => line.id)
    }) ?? ids
    const target = stepLine(order, id, by)
    if (target === undefined) return
    await move(id, target.after, target.before, t('agenda.said.moved', { n: order.indexOf(id) + by + first }))
    // The row changed its place in the page, which costs it the focus.
    focus(id, part)
  }
  /** Put there by its grip. */
  const place = (id: ItemId, after: ItemId | null) => {
    const n = (after === null ? 0 : ids.filter((other) => other !== id).indexOf(after) + 1) + first
    return move(id, after, ids[ids.indexOf(id) - 1] ?? null, t('agenda.said.moved', { n }))
  }
  const take = async (line: Line, n: number) => {
    const at = ids.indexOf(line.id)
    const said = t('agenda.said.removed', { n })
    await (line.body.reason.rule === 'bank' ? bank.takeLine(line, said) : remove(line.id, said))
    focus(ids[at + 1] ?? ids[at - 1], 'menu')
  }
  const acts = (line: Line, n: number): MenuAct[] => [
    { id: 'up', label: t('agenda.up'), off: ids[0] === line.id, act: () => void step(line.id, -1, 'menu') },
    { id: 'down', label: t('agenda.down'), off: ids.at(-1) === line.id, act: () => void step(line.id, 1, 'menu') },
    ...(ticks ? [
      { id: 'next-time', label: t('after.next-time'), act: () => void carry(line, 'next-time', t('agenda.said.next-time')) },
      { id: 'drop', label: t('after.drop'), act: () => void carry(line, 'dropped', t('agenda.said.dropped')) },
    ] : []),
    { id: 'remove', label: t('agenda.remove'), danger: true, act: () => void take(line, n) },
  ]
  const tickOf = (line: Line, n: number): ReactNode => ticks && (
    <span className={css.tick}>
      <Tick
        checked={line.body.outcome === 'covered'} label={t('during.cover', { n, text: line.body.text })}
        onTick={(done) => carry(line, done ? 'covered' : 'open', t(done ? 'agenda.said.covered' : 'agenda.said.open', { n }))}
      />
    </span>
  )
  const begin = () => setBegun((now) => [...now, newItemId()])
  const rows = [...lines.map((line) => ({ id: line.id, line: line as Line | null })), ...fresh.map((id) => ({ id, line: null }))]
  return (
    <section>
      <GroupHead id="agenda" aside={rest ? undefined : t('agenda.minutes', { given: minutesGiven(lines), of: session.body.minutes })}>{t(rest ? 'ask.rest' : 'agenda.title')}</GroupHead>
      <p className="visually-hidden" id="agenda-keys">{t('agenda.keys')}</p>
      {rows.length === 0 && opened.length === 0 && <p className={css.none}>{t('agenda.empty')}</p>}
      {(rows.length > 0 || opened.length > 0) && (
        <Sorting groups={[{ id: 'agenda', name: '', ids }]} onMove={(id, { after }) => place(id, after)}>
          <ol className={ticks ? `${css.agenda} ${css.ticked}` : css.agenda} ref={list} aria-labelledby="agenda" aria-describedby="agenda-keys">
            {opened.length > 0 && <OpenCommitments items={opened} commitments={commitments} tick={ticks} />}
            {rows.map(({ id, line }, index) => {
              const n = index + first
              return (
                <AgendaLine
                  key={id} id={id} line={line} n={n} session={session} sessions={sessions} here={current !== undefined && current.id === id}
                  acts={line === null ? [] : acts(line, n)} grip={line !== null && <Grip id={id} name={line.body.text} />} tick={line === null ? (ticks && <span className={css.tick} />) : tickOf(line, n)}
                  onStep={(by) => void step(id, by, 'text')}
                  onEnter={() => { const next = rows[index + 1]; if (next === undefined) begin(); else focus(next.id, 'text') }}
                  onLeaveEmpty={() => { if (line === null) setBegun((now) => now.filter((other) => other !== id)) }}
                />
              )
            })}
          </ol>
        </Sorting>
      )}
      <div className={css.acts}>
        <Button look="outline" onClick={begin}><Plus size={20} strokeWidth={1.75} aria-hidden />{t('agenda.add')}</Button>
        {hasOther(space.role) && <Button onClick={() => setChoosing(true)}>{t(space.role === 'mentor' ? 'banks.choose.both' : 'banks.choose')}</Button>}
      </div>
      {choosing && <ChooseDialog session={session} sessions={sessions} lines={lines} onClose={() => setChoosing(false)} />}
    </section>
  )
}

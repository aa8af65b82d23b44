import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { AppError } from '../../shared/errors.ts'
import type { ItemId } from '../../shared/ids.ts'
import { MeetingPart } from '../../shared/meeting.ts'
import { inPartOrder } from '../../shared/rules/meeting.ts'
import type { MeetingTexts } from '../../shared/texts/meeting.ts'
import { call } from '../api.ts'
import { eraseDraft, replaceDraft, saveNow } from '../editor/drafts.ts'
import { newItemId } from '../frame/use-autosave.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import type { MenuAct } from '../ui/Menu.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import { Grip, Sorting } from '../ui/Sorting.tsx'
import { useUndo } from '../ui/undo.tsx'
import { before, minutesAsked, stepQuestion } from './first-meeting.ts'
import type { QuestionItem, Step } from './first-meeting.ts'
import css from './Meeting.module.css'
import { QuestionLine } from './QuestionLine.tsx'
import type { SessionItem } from './session-plan.ts'

type Begun = { id: ItemId; part: MeetingPart }

/** What will be asked, part by part, with the minutes it may take. */
export function QuestionList({ session, questions, words }: { session: SessionItem; questions: readonly QuestionItem[]; words: MeetingTexts }) {
  const t = useMessages()
  const { attempt, remove } = useItemActs()
  const { did } = useUndo()
  const list = useRef<HTMLElement>(null)
  const [begun, setBegun] = useState<readonly Begun[]>([])
  const ids = questions.map(({ id }) => id)
  // Once made it is a question like any other, and not begun again when it is removed.
  if (begun.some(({ id }) => ids.includes(id))) setBegun(begun.filter(({ id }) => !ids.includes(id)))
  const read = inPartOrder(questions)

  const focus = (id: ItemId | undefined, part: 'text' | 'menu') => requestAnimationFrame(() => {
    list.current?.querySelector<HTMLElement>(`[data-item="${id}"] ${part === 'text' ? '[data-part="text"]' : 'button[aria-haspopup]'}`)?.focus()
  })
  const put = async (id: ItemId, { part, after }: Step) => {
    await saveNow()
    const now = await call('item.get', id)
    if (now.kind !== 'question') throw new AppError('item.missing')
    if (now.body.part !== part) replaceDraft(await call('item.save', { id, revision: now.revision, content: { kind: 'question', body: { ...now.body, part } } }))
    return call('item.move', { id, after })
  }
  const place = async (question: QuestionItem, to: Step, said: string) => {
    const was = { part: question.body.part, after: before(questions, question.id) }
    const done = await attempt(() => put(question.id, to))
    if (done !== null) did(said, () => attempt(() => put(question.id, was)))
  }
  const step = async (question: QuestionItem, by: 1 | -1, part: 'text' | 'menu') => {
    const to = stepQuestion(questions, question.id, by)
    if (to === null) return
    const over = to.part !== question.body.part
    await place(question, to, over ? t('questions.said.part', { part: words.parts[to.part] }) : t('questions.said.moved', { n: read.indexOf(question) + by + 1 }))
    // The row changed its place in the page, which costs it the focus.
    focus(question.id, part)
  }
  /** Put there by its grip. */
  const drop = async (id: ItemId, part: MeetingPart, after: ItemId | null) => {
    const question = questions.find((one) => one.id === id)
    if (question === undefined) return
    const others = questions.filter((one) => one.id !== id)
    const head = others.find(({ body }) => body.part === part)
    await place(question, { part, after: after ?? (head === undefined ? null : before(others, head.id)) }, t('questions.said.part', { part: words.parts[part] }))
  }
  const acts = (question: QuestionItem, n: number): MenuAct[] => [
    { id: 'up', label: t('agenda.up'), off: read[0] === question, act: () => void step(question, -1, 'menu') },
    { id: 'down', label: t('agenda.down'), off: read.at(-1) === question, act: () => void step(question, 1, 'menu') },
    ...MeetingPart.options.filter((part) => part !== question.body.part).map((part): MenuAct => ({
      id: part, label: t('questions.to-part', { part: words.parts[part] }),
      act: () => void place(question, { part, after: ids.filter((id) => id !== question.id).at(-1) ?? null }, t('questions.said.part', { part: words.parts[part] }))
        .then(() => focus(question.id, 'menu')),
    })),
    {
      id: 'remove', label: t('agenda.remove'), danger: true,
      act: () => void remove(question.id, t('questions.said.removed', { n })).then(() => focus(read[n]?.id ?? read[n - 2]?.id, 'menu')),
    },
  ]
  const begin = (part: MeetingPart) => setBegun((now) => [...now, { id: newItemId(), part }])
  const number = new Map(read.map(({ id }, index) => [id, index + 1]))
  let last = 0
  return (
    <section ref={list} aria-labelledby="questions" className={css.list}>
      <GroupHead id="questions" aside={t('agenda.minutes', { given: minutesAsked(questions), of: session.body.minutes })}>{t('questions.title')}</GroupHead>
      <p className={css.about}>{t('questions.about')}</p>
      <p className="visually-hidden" id="question-keys">{t('questions.keys')}</p>
      <Sorting
        groups={MeetingPart.options.map((part) => ({ id: part, name: words.parts[part], ids: read.filter(({ body }) => body.part === part).map(({ id }) => id) }))}
        onMove={(id, { group, after }) => drop(id, group, after)}
      >
        {MeetingPart.options.map((part) => {
          const mine = read.filter(({ body }) => body.part === part)
          const fresh = begun.filter((one) => one.part === part && !ids.includes(one.id))
          const rows = [...mine.map((question) => ({ id: question.id, question: question as QuestionItem | null })), ...fresh.map(({ id }) => ({ id, question: null }))]
          return (
            <section key={part} aria-labelledby={`part-${part}`}>
              <div className={css.partHead}>
                <h3 id={`part-${part}`} className={css.part}>{words.parts[part]}</h3>
                <span className={css.aside}>{minutesAsked(mine)} {t('agenda.min')}</span>
              </div>
              <ol className={css.rows} aria-labelledby={`part-${part}`} aria-describedby="question-keys" data-drop={part}>
                {rows.map(({ id, question }, index) => {
                  last = number.get(id) ?? last + 1
                  const n = last
                  return (
                    <QuestionLine
                      key={id} id={id} question={question} part={part} n={n} session={session} words={words} acts={question === null ? [] : acts(question, n)}
                      grip={question !== null && <Grip id={id} name={t('questions.question', { n })} />}
                      onStep={(by) => { if (question !== null) void step(question, by, 'text') }}
                      onEnter={() => { const next = rows[index + 1]; if (next === undefined) begin(part); else focus(next.id, 'text') }}
                      onEmpty={(bare) => {
                        if (question !== null && !bare) { void remove(id, t('questions.said.removed', { n })); return }
                        setBegun((now) => now.filter((other) => other.id !== id))
                        if (question !== null) void eraseDraft(id)
                      }}
                    />
                  )
                })}
              </ol>
              <Button pull="start" aria-label={t('questions.add.to', { part: words.parts[part] })} onClick={() => begin(part)}>
                <Plus size={20} strokeWidth={1.75} aria-hidden />{t('questions.add')}
              </Button>
            </section>
          )
        })}
      </Sorting>
    </section>
  )
}

import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { dayAt } from '../../shared/dates.ts'
import { dayOfMoment, formatLongDay, formatTime } from '../../shared/format-date.ts'
import { ItemId } from '../../shared/ids.ts'
import { EntrySort } from '../../shared/item.ts'
import type { ItemOf } from '../../shared/item.ts'
import { countWords, plainText } from '../../shared/rich-text.ts'
import type { RichText } from '../../shared/rich-text.ts'
import { call } from '../api.ts'
import { prepareDraft } from '../editor/drafts.ts'
import type { Keeper } from '../editor/drafts.ts'
import { EditorScope } from '../editor/Editor.tsx'
import { SaveIndicator } from '../editor/SaveIndicator.tsx'
import { Surface } from '../editor/Surface.tsx'
import { Toolbar } from '../editor/Toolbar.tsx'
import { useKeeper } from '../editor/use-draft.ts'
import { keepCaret, returningCaret } from '../frame/keep-place.ts'
import { Screen } from '../frame/Screen.tsx'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Choice.tsx'
import { Select } from '../ui/Select.tsx'
import { Empty, SheetFoot, SheetHead } from '../ui/Sheet.tsx'
import css from './Entry.module.css'
import { EntryMargin } from './EntryMargin.tsx'
import { askedPrompt } from './new-entry.ts'
import { Prompt } from './Prompt.tsx'
import { useOfferedPrompt } from './prompts.ts'
import { useDrawerLine } from './use-drawer-line.ts'
import { beginEntry, useEntry } from './use-entry.ts'

/** One entry, to read and to write. */
export function EntryScreen() {
  const params = useParams({ from: '/journal/$id' })
  const id = ItemId.safeParse(params.id)
  if (!id.success) return <Gone />
  return <Open key={id.data} id={id.data} />
}

function useBack() {
  const t = useMessages()
  const navigate = useNavigate()
  return { label: t('place.journal'), go: () => void navigate({ to: '/journal' }) }
}

function Open({ id }: { id: ItemId }) {
  const space = useSpace()
  const { fresh } = useSearch({ from: '/journal/$id' })
  const { offered, another } = useOfferedPrompt()
  const opened = useEntry(id, fresh === undefined ? null : () => beginEntry(id, space.id, fresh, askedPrompt(id) ?? (fresh === 'reflection' ? offered : null)))
  switch (opened.state) {
    case 'loading': return <Screen margin={null}>{null}</Screen>
    case 'gone': return <Gone />
    case 'unreadable': return <Unreadable text={opened.item.text} />
    case 'ready': return <Entry id={id} keeper={opened.keeper} item={opened.item} another={another} />
  }
}

function Gone() {
  const t = useMessages()
  const back = useBack()
  const router = useRouter()
  return (
    <Screen>
      <SheetHead title={t('journal.gone.title')} back={back} />
      <Empty act={<Button look="outline" onClick={() => router.history.back()}>{t('act.back')}</Button>}>{t('error.item.missing')}</Empty>
    </Screen>
  )
}

/** Stored by something we do not understand: its words, and nothing to break. */
function Unreadable({ text }: { text: string }) {
  const t = useMessages()
  return (
    <Screen>
      <SheetHead title={t('journal.unreadable.title')} back={useBack()} />
      <p className={css.about}>{t('journal.unreadable.about')}</p>
      <pre className={css.unreadable}>{text}</pre>
    </Screen>
  )
}

/** A session this entry was begun about is linked as soon as there is an entry. */
function useBegunAbout(id: ItemId, made: boolean): void {
  const { session } = useSearch({ from: '/journal/$id' })
  const linked = useRef(false)
  useEffect(() => {
    const to = ItemId.safeParse(session)
    if (!made || !to.success || linked.current) return
    linked.current = true
    // Linked twice is linked once; a session that is gone meanwhile is no reason to disturb the writing.
    void call('link.add', { from: id, to: to.data, type: 'about' }).catch(() => undefined)
  }, [id, made, session])
}

function Entry({ id, keeper, item, another }: { id: ItemId; keeper: Keeper; item: ItemOf<'entry'> | null; another: (than: string | null) => string }) {
  const t = useMessages()
  const language = useLanguage()
  const draft = useKeeper<'entry'>(keeper)
  const { body, made, turn } = draft
  const promptId = useId()
  const [begun] = useState(() => item?.createdAt ?? new Date().toISOString())
  const [caret] = useState(() => returningCaret(`entry:${id}`))
  const words = useMemo(() => countWords(plainText(body.text)), [body.text])
  useBegunAbout(id, made)
  const drawer = useDrawerLine(made ? id : null)

  const change = (part: Partial<typeof body>) => {
    // What an entry begins as is no reason to make one.
    if (keeper.origin !== null && plainText(body.text).trim() === '') prepareDraft(keeper, { kind: 'entry', body: { ...body, ...part } })
    else draft.change((before) => ({ ...before, ...part }))
  }
  const write = (text: RichText, plain: string) => {
    if (keeper.origin !== null && plain.trim() === '') prepareDraft(keeper, { kind: 'entry', body: { ...body, text } })
    else draft.change((before) => ({ ...before, text }))
  }
  const changeNow = useRef(change)
  useLayoutEffect(() => { changeNow.current = change })
  // The margin is not about the words, so typing does not draw it anew.
  const margin = useMemo(() => <EntryMargin entryId={made ? id : null} onPrompt={(prompt) => changeNow.current({ prompt })} />, [id, made])
  const day = item?.onDate ?? dayAt(new Date(begun))
  const when = dayOfMoment(begun) === day ? `${formatLongDay(language, day)}, ${formatTime(language, begun)}` : formatLongDay(language, day)
  return (
    <EditorScope key={turn} value={body.text} historyKey={id}>
      <Screen
        {...drawer}
        margin={margin}
        foot={(
          <SheetFoot
            end={(
              <>
                <Select label={t('journal.kind')} value={body.sort} options={EntrySort.options.map((sort) => ({ value: sort, label: t(`journal.sort.${sort}`) }))} onChange={(sort) => change({ sort })} />
                <Checkbox checked={body.raise} onChange={(raise) => change({ raise })} label={t('journal.raise')} />
              </>
            )}
          >
            <Toolbar />
          </SheetFoot>
        )}
      >
        <SheetHead
          dateline keepFocus title={`${t(`journal.sort.${body.sort}`)}, ${when}`} back={useBack()}
          backAside={<><SaveIndicator before={item?.updatedAt ?? null} /><span className={css.words}>{t('editor.words', { count: words })}</span></>}
        />
        <Prompt
          id={promptId} prompt={body.prompt} onAnother={() => change({ prompt: another(body.prompt) })} onHide={() => change({ prompt: null })}
          {...(body.sort === 'reflection' && { onShow: () => change({ prompt: another(null) }) })}
        />
        <Surface
          label={t(`journal.sort.${body.sort}`)} {...(body.prompt !== null && { describedBy: promptId })} autoFocus caret={caret}
          onChange={write} onCaret={(offset) => keepCaret(`entry:${id}`, offset)}
        />
      </Screen>
    </EditorScope>
  )
}

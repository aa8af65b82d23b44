import { useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { KeyboardEvent as ReactKeyboardEvent } from 'react'
import type { Day } from '../../shared/dates.ts'
import { formatDay } from '../../shared/format-date.ts'
import type { Hit } from '../../shared/search.ts'
import { hasOther } from '../../shared/space.ts'
import { useCall } from '../frame/data.ts'
import { places } from '../frame/places.ts'
import { Screen } from '../frame/Screen.tsx'
import { useSpace, useSpaceName, useSpaces } from '../frame/space.tsx'
import { usePlaceShown } from '../frame/use-places.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import { SheetHead } from '../ui/Sheet.tsx'
import { tabPanel, Tabs } from '../ui/Tabs.tsx'
import { kindLabel } from './kinds.ts'
import { addressOf, fields, kindsIn, nameMatches, targetOf } from './look.ts'
import type { Field } from './look.ts'
import css from './Search.module.css'
import { hitLimit, useHits } from './use-hits.ts'
import { useOpen } from './use-open.ts'

/** Kept while the vault is open, so that coming back shows what was found; nowhere else. */
const asked: { text: string; field: Field; everywhere: boolean } = { text: '', field: 'all', everywhere: false }

type Choice = { id: string; go: () => void; hit: Hit | null; label: string }

/** Everything that was written, found while one types. Arrows choose, Enter opens. */
export function SearchScreen() {
  const t = useMessages()
  const language = useLanguage()
  const navigate = useNavigate()
  const openHere = useOpen()
  const space = useSpace()
  const { all, enter } = useSpaces()
  const spaceName = useSpaceName()
  const { exists } = usePlaceShown()
  const [text, setText] = useState(asked.text)
  const [field, setField] = useState<Field>(asked.field)
  /** In all spaces: off unless asked for, and never kept for longer than the vault is open. */
  const [everywhere, setEverywhere] = useState(asked.everywhere)
  const [chosen, setChosen] = useState(0)
  /** Enter came before the answer to the last letters: it waits for it. */
  const [entering, setEntering] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const found = useHits(text, field, everywhere ? null : space.id)
  const sessions = useCall('item.list', { spaceId: space.id, kinds: ['session'], limit: 1000 }).data
  useEffect(() => {
    const begin = () => { input.current?.focus(); input.current?.select() }
    begin()
    // Asked for again while it is there: begin anew.
    const onKeyDown = (event: KeyboardEvent) => { if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') begin() }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  const ask = (next: Partial<typeof asked>) => {
    Object.assign(asked, next)
    setText(asked.text)
    setField(asked.field)
    setEverywhere(asked.everywhere)
    setChosen(0)
    setEntering(false)
  }
  const open = async (hit: Hit) => {
    if (hit.spaceId !== space.id) return enter(hit.spaceId, addressOf(await targetOf(hit)))
    return openHere(hit)
  }
  const numbers = new Map(sessions?.flatMap((item) => item.kind === 'session' ? [[item.id, item.body.number] as const] : []))
  /** What it is, in which session, of which day. */
  const factsOf = (hit: Hit) => {
    const number = numbers.get(hit.kind === 'session' ? hit.id : hit.parentId ?? hit.id)
    const kind = hit.kind === 'session' && number !== undefined ? t('search.session', { number }) : t(kindLabel(hit.kind))
    const elsewhere = everywhere ? all.find(({ id }) => id === hit.spaceId) : undefined
    return [elsewhere === undefined ? '' : spaceName(elsewhere), kind, hit.kind !== 'session' && number !== undefined ? t('search.session', { number }) : '', hit.onDate === null ? '' : dated(hit.onDate)].filter((part) => part !== '').join(' · ')
  }
  const dated = (day: Day) => formatDay(language, day)

  const goTo: Choice[] = [...places.filter((place) => exists(place.id)), { id: 'settings', to: '/settings', label: 'act.settings' } as const]
    .filter((place) => nameMatches(t(place.label), text))
    .map((place) => ({ id: `go-${place.id}`, go: () => void navigate({ to: place.to }), hit: null, label: t(place.label) }))
  const hits = (found.hits ?? []).map((hit): Choice => ({ id: `hit-${hit.id}`, go: () => void open(hit), hit, label: factsOf(hit) }))
  const choices = [...goTo, ...hits]
  const at = Math.min(chosen, choices.length - 1)
  /** What is shown answers what is typed. */
  const current = found.for === text.trim() && found.field === field

  const onKeyDown = (event: ReactKeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      const next = Math.max(0, Math.min(choices.length - 1, at + step))
      setChosen(next)
      document.getElementById(choices[next]?.id ?? '')?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (current) choices[at]?.go()
      else setEntering(true)
    }
  }
  const enterNow = useEffectEvent(() => {
    setEntering(false)
    choices[at]?.go()
  })
  useEffect(() => { if (entering && current) enterNow() }, [entering, current])
  const nothing = found.hits !== null && found.hits.length === 0
  const option = (choice: Choice, index: number) => (
    // The field keeps the focus; its keys choose among these.
    <li key={choice.id} id={choice.id} role="option" aria-selected={index === at} className={css.option} onClick={choice.go} onMouseMove={() => setChosen(index)}>
      <p className={choice.hit === null ? css.place : css.facts}>{choice.label}</p>
      {choice.hit !== null && <p className={css.snippet}>{choice.hit.snippet.map((piece, place) => piece.found ? <mark key={place}>{piece.text}</mark> : piece.text)}</p>}
    </li>
  )
  return (
    <Screen wide>
      <div className={css.narrow}>
        <SheetHead title={t('search.title')} keepFocus />
        <div className={css.field}>
          <TextField
            ref={input} type="search" label={t('search.label')} labelLook="hidden" placeholder={t('search.placeholder')} value={text} maxLength={500}
            role="combobox" aria-expanded={choices.length > 0} aria-controls="search-found" aria-autocomplete="list" {...(choices[at] !== undefined && { 'aria-activedescendant': choices[at].id })}
            onChange={(event) => ask({ text: event.target.value })} onKeyDown={onKeyDown}
          />
        </div>
        <Tabs
          label={t('search.in')} id="search" value={field} onChange={(next) => { ask({ field: next }) }}
          tabs={fields.filter((each) => hasOther(space.role) || each === 'all' || each === 'journal' || (each === 'path' && space.role === 'looking')).map((value) => ({ value, label: t(`search.in.${value}`) }))}
        />
        {all.length > 1 && <Checkbox checked={everywhere} onChange={(next) => { ask({ everywhere: next }); input.current?.focus() }} label={t('search.everywhere')} />}
        <div {...tabPanel('search', field)} className={css.results}>
          <p className={css.status} role="status">
            {text.trim() === '' ? t('search.empty') : nothing && goTo.length === 0 ? (kindsIn[field] === null ? t('search.none') : t('search.none.kind'))
              : found.hits === null ? '' : <>{t(found.hits.length === hitLimit ? 'search.more' : 'search.count', { count: found.hits.length })} · {t('search.keys')}</>}
          </p>
          {nothing && kindsIn[field] !== null && <Button look="outline" onClick={() => { ask({ field: 'all' }); input.current?.focus() }}>{t('search.none.kind.act')}</Button>}
          <ul id="search-found" role="listbox" aria-label={t('search.results')} className={css.list}>
            {goTo.length > 0 && <li role="presentation" className={css.head}>{t('search.go')}</li>}
            {goTo.map((choice, index) => option(choice, index))}
            {hits.length > 0 && goTo.length > 0 && <li role="presentation" className={css.head}>{t('search.results')}</li>}
            {hits.map((choice, index) => option(choice, goTo.length + index))}
          </ul>
        </div>
      </div>
    </Screen>
  )
}

import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { Blinds, Eye, Lock, Search, Settings } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { formatTime } from '../../shared/format-date.ts'
import { onEvent } from '../api.ts'
import { lockNow } from '../editor/drafts.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import { useUndo } from '../ui/undo.tsx'
import { arriveAgain } from './arrive.ts'
import { AskBeforeClosing } from './AskBeforeClosing.tsx'
import { useCall } from './data.ts'
import { appWords, toggleDiscreet, useDiscreet } from './discreet.ts'
import css from './Frame.module.css'
import { useKeepFocus } from './keep-focus.ts'
import { hasKeptWords, keepLocation } from './keep-place.ts'
import { useOpened } from './opened.ts'
import { places } from './places.ts'
import { useShortcuts } from './shortcuts.ts'
import { useShowItem } from './show-item.ts'
import { Switcher } from './Switcher.tsx'
import { useDroppedFiles } from './use-dropped-files.ts'
import { useFullFields } from './use-full-fields.ts'
import { usePlaceShown } from './use-places.ts'

/** The list on the left (a bar on top of a narrow window) and the screen beside it. */
export function Frame() {
  const t = useMessages()
  const { clear } = useUndo()
  const location = useRouterState({ select: (state) => state.location.href })
  const [marginHidden, setMarginHidden] = useState(false)
  useShortcuts({ toggleMargin: useCallback(() => setMarginHidden((hidden) => !hidden), []) })
  useEffect(() => { keepLocation(location) }, [location])
  const shown = useRef(location)
  useEffect(() => {
    // Not at the first one: what was said on the way here is for here.
    if (shown.current !== location) clear()
    shown.current = location
  }, [clear, location])
  useUnlockNotices()
  useShowItem()
  useDroppedFiles()
  useFullFields()
  useKeepFocus()
  // Always in use, so that a name changed on one screen is read anew on the next.
  useCall('space.list')
  return (
    <div className={css.frame} data-margin-hidden={marginHidden || undefined}>
      <a className={css.skip} href="#sheet" onClick={(event) => { event.preventDefault(); document.getElementById('sheet')?.focus() }}>{t('act.skip')}</a>
      <LockStrip />
      <SideBar />
      <TopBar />
      <Outlet />
      <AskBeforeClosing />
    </div>
  )
}

function usePlaces() {
  const navigate = useNavigate()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const href = useRouterState({ select: (state) => state.location.href })
  const go = (to: string) => { if (href === to) arriveAgain(); else void navigate({ to }) }
  const { shown } = usePlaceShown()
  const current = (to: string) => path === to || path.startsWith(`${to}/`)
  return { list: places.filter((place) => shown(place.id) || current(place.to)), current, go }
}

function SideBar() {
  const t = useMessages()
  const discreet = useDiscreet()
  const { list, current, go } = usePlaces()
  const here = (to: string) => (current(to) ? 'page' as const : undefined)
  return (
    <nav className={css.bar} aria-label={t('place.list')} data-region tabIndex={-1}>
      <div className={css.who}><Switcher /></div>
      <ul className={css.places} {...appWords}>
        {list.map((place) => (
          <li key={place.id}><button type="button" className={css.placeLink} aria-current={here(place.to)} onClick={() => go(place.to)}>{t(place.label)}</button></li>
        ))}
        <li><button type="button" className={`${css.placeLink} ${css.quietPlace}`} aria-current={here('/places')} onClick={() => go('/places')}>{t('place.all')}</button></li>
      </ul>
      <ul className={css.acts} {...appWords}>
        <li><button type="button" className={css.placeLink} aria-current={here('/search')} onClick={() => go('/search')}><Search size={20} strokeWidth={1.75} aria-hidden />{t('act.search')}<span className={css.keys}>Ctrl K</span></button></li>
        <li><button type="button" className={css.placeLink} aria-pressed={discreet} aria-keyshortcuts="Control+Shift+D" onClick={toggleDiscreet}>{discreet ? <Eye size={20} strokeWidth={1.75} aria-hidden /> : <Blinds size={20} strokeWidth={1.75} aria-hidden />}{t('act.discreet')}</button></li>
        <li><button type="button" className={css.placeLink} aria-current={here('/settings')} onClick={() => go('/settings')}><Settings size={20} strokeWidth={1.75} aria-hidden />{t('act.settings')}</button></li>
        <li><button type="button" className={css.placeLink} onClick={() => void lockNow()}><Lock size={20} strokeWidth={1.75} aria-hidden />{t('act.lock')}<span className={css.keys}>Ctrl L</span></button></li>
      </ul>
    </nav>
  )
}

function TopBar() {
  const t = useMessages()
  const discreet = useDiscreet()
  const { list, current, go } = usePlaces()
  const here = list.find((place) => current(place.to))
  const word = here === undefined ? t('place.list') : t(here.label)
  return (
    <nav className={css.topBar} aria-label={t('region.bar')} data-region tabIndex={-1}>
      <div className={css.who}><Switcher brief /></div>
      <RowMenu
        label={t('place.switch', { place: word })} appWords
        acts={[
          ...list.map((place) => ({ id: place.id, label: t(place.label), act: () => go(place.to) })),
          { id: 'all', label: t('place.all'), act: () => go('/places') },
          { id: 'discreet', label: t(discreet ? 'act.discreet.off' : 'act.discreet'), act: toggleDiscreet },
          { id: 'settings', label: t('act.settings'), act: () => go('/settings') },
        ]}
      >{word} ▾</RowMenu>
      <div className={css.topEnd} {...appWords}>
        {discreet && <button type="button" className={css.topAct} onClick={toggleDiscreet}><Eye size={20} strokeWidth={1.75} aria-hidden />{t('act.discreet.off')}</button>}
        <button type="button" className={css.topAct} onClick={() => go('/search')}><Search size={20} strokeWidth={1.75} aria-hidden />{t('act.search')}</button>
        <button type="button" className={css.topAct} onClick={() => void lockNow()}><Lock size={20} strokeWidth={1.75} aria-hidden />{t('act.lock')}</button>
      </div>
    </nav>
  )
}

/** "Locking at 21:40 unless you type": said once, put off by any key or pointer. */
function LockStrip() {
  const t = useMessages()
  const language = useLanguage()
  const [at, setAt] = useState<string | null>(null)
  useEffect(() => onEvent('vault.locking', (data) => setAt(data.at)), [])
  useEffect(() => onEvent('vault.staying', () => setAt(null)), [])
  return <div role="status" className={css.stripHolder}>{at !== null && <div className={css.strip} {...appWords}>{t('locking.soon', { time: formatTime(language, at) })}</div>}</div>
}

/** What the unlock found, and that nothing was lost by a lock. */
function useUnlockNotices(): void {
  const t = useMessages()
  const language = useLanguage()
  const { did } = useUndo()
  const { notices, status } = useOpened()
  useEffect(() => {
    const said = [
      ...notices.map((notice) => t(`notice.${notice}`)),
      ...(status.openedBefore && status.lockedAt !== null ? [t('locked.returned', { time: formatTime(language, status.lockedAt) })] : []),
      ...(hasKeptWords() ? [t('locked.window')] : []),
    ].join(' ')
    if (said !== '') setTimeout(() => did(said), 0)
    // Said once per unlock, whatever changes afterwards.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
}

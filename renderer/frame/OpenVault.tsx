import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { AppError } from '../../shared/errors.ts'
import { formatDay } from '../../shared/format-date.ts'
import type { SpaceId } from '../../shared/ids.ts'
import { locales } from '../../shared/locales.ts'
import type { Space } from '../../shared/space.ts'
import type { UnlockNotice, VaultStatus } from '../../shared/vault.ts'
import { call, onEvent } from '../api.ts'
import { handOverWords, saveNow, subscribeErased } from '../editor/drafts.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { giveAriaIndonesian, takeAriaIndonesian } from '../messages/aria-id.ts'
import { UndoProvider } from '../ui/undo.tsx'
import { WhoLeaf } from '../vault/WhoLeaf.tsx'
import { returnDiscreet } from './discreet.ts'
import { returnTo, tellPlace } from './keep-place.ts'
import { makeRouter } from './router.tsx'
import type { AppRouter } from './router.tsx'
import { SpaceProvider } from './space.tsx'
import { OpenedContext } from './opened.ts'

const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity, gcTime: 60_000, refetchOnWindowFocus: false } } })

// This file comes while the passphrase is typed: the names of days, slow at their first use, are ready for Today then.
formatDay('en', '2026-01-01')

/** Everything that exists only while the vault is open. */
export function OpenVault({ status, notices, first }: {
  status: VaultStatus
  notices: UnlockNotice[]
  /** Where to go instead of the place that was left. */
  first?: string
}) {
  const t = useMessages()
  const language = useLanguage()
  // React Aria reads its words once: crossing to or from Indonesian needs a fresh page, not a fresh vault.
  const [ariaIndonesian] = useState(() => {
    if (language === 'id') giveAriaIndonesian()
    else takeAriaIndonesian()
    return language === 'id'
  })
  useEffect(() => {
    if ((language === 'id') === ariaIndonesian) return
    handOverWords()
    tellPlace()
    // The core has every word before the page goes: calls are answered in their order.
    void call('item.flush').catch(() => undefined).then(() => { window.location.reload() })
  }, [language, ariaIndonesian])
  useEffect(() => onEvent('page.leaving', () => { handOverWords(); tellPlace() }), [])
  const [spaces, setSpaces] = useState<readonly Space[] | null>(null)
  const [here, setHere] = useState<SpaceId | null>(null)
  const [router, setRouter] = useState<AppRouter | null>(null)

  useEffect(() => {
    void Promise.all([call('space.list'), call('space.entered'), call('place.get'), returnDiscreet()]).then(([all, entered, place]) => {
      returnTo(first === undefined ? place : null)
      setRouter(makeRouter(first ?? place?.location ?? '/today'))
      setHere(entered)
      setSpaces(all)
    }).catch((error: unknown) => {
      // A lock in between is no fault: this page is about to be replaced.
      if (!(error instanceof AppError && error.code === 'vault.locked')) throw error
    })
  }, [first])
  const arrived = router !== null
  useEffect(() => {
    if (!arrived) return
    // All places but the first few are one file (build/page-chunks.ts): there before somebody goes to one, and after what they see now.
    const timer = setTimeout(() => void import('../plan/PlanScreen.tsx'), 1_000)
    return () => clearTimeout(timer)
  }, [arrived])
  useEffect(() => onEvent('item.saved', () => {
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'item.get' && !String(queryKey[0]).startsWith('backup.') })
  }), [])
  useEffect(() => subscribeErased(() => { void queries.invalidateQueries() }), [])
  // A space is a row like any other: a changed name shows everywhere at once.
  useEffect(() => queries.getQueryCache().subscribe(({ query }) => {
    if (query.queryKey[0] !== 'space.list') return
    const all = queries.getQueryData<Space[]>(['space.list'])
    if (all !== undefined) setSpaces(all)
  }), [])

  const enter = useCallback(async (id: SpaceId, to = '/today') => {
    await saveNow()
    await call('space.enter', id)
    await queries.invalidateQueries({ queryKey: ['space.list'] })
    setSpaces(await call('space.list'))
    setHere(id)
    setRouter(makeRouter(to))
  }, [])
  const space = spaces?.find(({ id }) => id === here) ?? spaces?.[0]
  const ways = useMemo(() => ({ all: spaces ?? [], enter }), [spaces, enter])

  if (spaces === null || router === null) return <p className="visually-hidden" role="status">{t('loading')}</p>
  if (space === undefined) return <WhoLeaf onReady={(made) => setSpaces([made])} />
  return (
    <I18nProvider locale={locales[language]}>
      <QueryClientProvider client={queries}>
        <SpaceProvider space={space} spaces={ways}>
          <OpenedContext value={{ status, notices }}>
            <UndoProvider undone={t('act.undone')}><RouterProvider key={space.id} router={router} /></UndoProvider>
          </OpenedContext>
        </SpaceProvider>
      </QueryClientProvider>
    </I18nProvider>
  )
}

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { locales } from '../../shared/language.ts'
import type { Space } from '../../shared/space.ts'
import type { UnlockNotice, VaultStatus } from '../../shared/vault.ts'
import { call, onEvent } from '../api.ts'
import { handOverWords, subscribeErased } from '../editor/drafts.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { giveAriaIndonesian, takeAriaIndonesian } from '../messages/aria-id.ts'
import { UndoProvider } from '../ui/undo.tsx'
import { WhoLeaf } from '../vault/WhoLeaf.tsx'
import { returnTo, tellPlace } from './keep-place.ts'
import { makeRouter } from './router.tsx'
import type { AppRouter } from './router.tsx'
import { SpaceProvider } from './space.tsx'
import { OpenedContext } from './opened.ts'

const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity, gcTime: 60_000, refetchOnWindowFocus: false } } })

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
  const [space, setSpace] = useState<Space | 'none' | null>(null)
  const [router, setRouter] = useState<AppRouter | null>(null)

  useEffect(() => {
    void Promise.all([call('space.list'), call('place.get')]).then(([spaces, place]) => {
      returnTo(first === undefined ? place : null)
      setRouter(makeRouter(first ?? place?.location ?? '/today'))
      setSpace(spaces[0] ?? 'none')
    })
  }, [first])
  useEffect(() => onEvent('item.saved', () => {
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'item.get' })
  }), [])
  useEffect(() => subscribeErased(() => { void queries.invalidateQueries() }), [])
  // The space is a row like any other: a changed name shows everywhere at once.
  useEffect(() => queries.getQueryCache().subscribe(({ query }) => {
    if (query.queryKey[0] !== 'space.list') return
    const spaces = queries.getQueryData<Space[]>(['space.list'])
    if (spaces?.[0] !== undefined) setSpace(spaces[0])
  }), [])

  if (space === null || router === null) return <p className="visually-hidden" role="status">{t('loading')}</p>
  if (space === 'none') return <WhoLeaf onReady={setSpace} />
  return (
    <I18nProvider locale={locales[language]}>
      <QueryClientProvider client={queries}>
        <SpaceProvider space={space}>
          <OpenedContext value={{ status, notices }}>
            <UndoProvider undone={t('act.undone')}><RouterProvider router={router} /></UndoProvider>
          </OpenedContext>
        </SpaceProvider>
      </QueryClientProvider>
    </I18nProvider>
  )
}

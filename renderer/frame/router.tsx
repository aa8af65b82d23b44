import { createMemoryHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { OneParty } from '../../shared/agreement.ts'
import { BackupId, BackupPlace } from '../../shared/backup.ts'
import { EntrySort } from '../../shared/item.ts'
import { EntryScreen } from '../journal/EntryScreen.tsx'
import { JournalScreen } from '../journal/JournalScreen.tsx'
import { freshEntry } from '../journal/new-entry.ts'
import { ItemId } from '../../shared/ids.ts'
import { AllPlaces } from './AllPlaces.tsx'
import { Frame } from './Frame.tsx'
import { PageFault } from './PageFault.tsx'
import { SearchScreen } from '../search/SearchScreen.tsx'
import { TodayScreen } from '../today/TodayScreen.tsx'

const root = createRootRoute({ component: Frame, errorComponent: PageFault })

const at = { getParentRoute: () => root, errorComponent: PageFault }

const today = createRoute({ ...at, path: '/today', component: TodayScreen })
const allPlaces = createRoute({ ...at, path: '/places', component: AllPlaces })
const settings = createRoute({
  ...at, path: '/settings', validateSearch: z.object({ section: z.string().max(40).optional() }),
  component: lazyRouteComponent(() => import('../settings/SettingsScreen.tsx'), 'SettingsScreen'),
})

const restore = createRoute({
  ...at, path: '/settings/restore', validateSearch: z.object({ id: BackupId.optional().catch(undefined), place: BackupPlace.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../backups/RestoreScreen.tsx'), 'RestoreScreen'),
})

const journal = createRoute({ ...at, path: '/journal', component: JournalScreen })
const newEntry = createRoute({
  ...at, path: '/journal/new', validateSearch: z.object({ session: z.string().optional() }),
  beforeLoad: ({ search }) => { throw redirect({ ...freshEntry('reflection', { session: search.session }), replace: true }) },
})
const entry = createRoute({
  ...at, path: '/journal/$id', component: EntryScreen,
  // `fresh` is how an entry begins that its first key will make; `session` is what it is about.
  validateSearch: z.object({ fresh: EntrySort.optional().catch(undefined), session: z.string().optional() }),
})
const sessions = createRoute({
  ...at, path: '/sessions', validateSearch: z.object({ new: z.literal('session').optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../sessions/SessionsScreen.tsx'), 'SessionsScreen'),
})
const session = createRoute({
  ...at, path: '/sessions/$id', validateSearch: z.object({ mode: z.enum(['before', 'during', 'after']).optional(), item: z.string().optional() }),
  component: lazyRouteComponent(() => import('../sessions/SessionScreen.tsx'), 'SessionScreen'),
})
const plan = createRoute({
  ...at, path: '/plan', validateSearch: z.object({ new: z.literal('commitment').optional(), item: z.string().optional() }),
  component: lazyRouteComponent(() => import('../plan/PlanScreen.tsx'), 'PlanScreen'),
})
const agreement = createRoute({
  ...at, path: '/agreement', validateSearch: z.object({ tab: z.enum(['clauses', 'middle', 'versions']).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../agreement/AgreementScreen.tsx'), 'AgreementScreen'),
})
const sign = createRoute({
  ...at, path: '/agreement/sign',
  // `version`: sign what was settled before, as `who`; `done`: what was settled just now.
  validateSearch: z.object({ version: ItemId.optional().catch(undefined), who: OneParty.optional().catch(undefined), done: ItemId.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../versions/SignScreen.tsx'), 'SignScreen'),
})
const version = createRoute({ ...at, path: '/agreement/version/$id', component: lazyRouteComponent(() => import('../versions/VersionScreen.tsx'), 'VersionScreen') })
const compare = createRoute({
  // Absent: the draft, or for `from` the newest version.
  ...at, path: '/agreement/compare', validateSearch: z.object({ from: ItemId.optional().catch(undefined), to: ItemId.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../versions/CompareScreen.tsx'), 'CompareScreen'),
})
const agreementReview = createRoute({ ...at, path: '/agreement/review/$id', component: lazyRouteComponent(() => import('../middle-ground/review/ReviewScreen.tsx'), 'ReviewScreen') })
const banks = createRoute({
  ...at, path: '/banks', validateSearch: z.object({ tab: z.enum(['topics', 'stories']).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../banks/BanksScreen.tsx'), 'BanksScreen'),
})
const sharing = createRoute({
  ...at, path: '/sharing',
  component: lazyRouteComponent(() => import('../sharing/SharingScreen.tsx'), 'SharingScreen'),
})
const share = createRoute({
  ...at, path: '/sharing/new', validateSearch: z.object({ session: ItemId.optional().catch(undefined), agreement: ItemId.optional().catch(undefined), version: ItemId.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../sharing/NewSummary.tsx'), 'NewSummary'),
})
const path = createRoute({
  ...at, path: '/path',
  component: lazyRouteComponent(() => import('../path/PathScreen.tsx'), 'PathScreen'),
})
const find = createRoute({
  ...at, path: '/path/find', validateSearch: z.object({ step: z.int().min(1).max(5).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../path/FindScreen.tsx'), 'FindScreen'),
})
const person = createRoute({ ...at, path: '/path/people/$id', component: lazyRouteComponent(() => import('../path/PersonScreen.tsx'), 'PersonScreen') })
const letter = createRoute({ ...at, path: '/path/letter/$id', component: lazyRouteComponent(() => import('../path/LetterScreen.tsx'), 'LetterScreen') })
const shareLetter = createRoute({ ...at, path: '/sharing/letter/$id', component: lazyRouteComponent(() => import('../sharing/ShareLetter.tsx'), 'ShareLetter') })
const shareQuestions = createRoute({
  ...at, path: '/sharing/questions/$id', validateSearch: z.object({ who: OneParty.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../sharing/ShareQuestions.tsx'), 'ShareQuestions'),
})
const primer = createRoute({ ...at, path: '/path/primer', component: lazyRouteComponent(() => import('../path/PrimerScreen.tsx'), 'PrimerScreen') })
const reasons = createRoute({ ...at, path: '/path/reasons', component: lazyRouteComponent(() => import('../path/ReasonsScreen.tsx'), 'ReasonsScreen') })
const search = createRoute({
  ...at, path: '/search',
  // Not fetched when asked for: one types on at once after its key.
  component: SearchScreen,
})

const tree = root.addChildren([today, journal, newEntry, entry, sessions, session, banks, plan, agreement, agreementReview, sign, version, compare, sharing, share, path, find, person, letter, shareLetter, shareQuestions, primer, reasons, search, allPlaces, settings, restore])

/** Locations hold ids only, in memory only. */
export function makeRouter(location: string) {
  return createRouter({ routeTree: tree, history: createMemoryHistory({ initialEntries: [location] }), defaultPreload: false, scrollRestoration: false })
}

export type AppRouter = ReturnType<typeof makeRouter>

declare module '@tanstack/react-router' {
  interface Register { router: AppRouter }
}

import { createMemoryHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { EntrySort } from '../../shared/item.ts'
import { EntryScreen } from '../journal/EntryScreen.tsx'
import { JournalScreen } from '../journal/JournalScreen.tsx'
import { freshEntry } from '../journal/new-entry.ts'
import { AllPlaces } from './AllPlaces.tsx'
import { Frame } from './Frame.tsx'
import { PageFault } from './PageFault.tsx'
import { TodayScreen } from '../today/TodayScreen.tsx'

const root = createRootRoute({ component: Frame, errorComponent: PageFault })

const at = { getParentRoute: () => root, errorComponent: PageFault }

const today = createRoute({ ...at, path: '/today', component: TodayScreen })
const allPlaces = createRoute({ ...at, path: '/places', component: AllPlaces })
const settings = createRoute({
  ...at, path: '/settings', validateSearch: z.object({ section: z.string().max(40).optional() }),
  component: lazyRouteComponent(() => import('../settings/SettingsScreen.tsx'), 'SettingsScreen'),
})

// Replaced one by one by the screens' own modules.
const soon = () => null
const journal = createRoute({ ...at, path: '/journal', component: JournalScreen })
const newEntry = createRoute({
  ...at, path: '/journal/new', validateSearch: z.object({ session: z.string().optional() }),
  beforeLoad: ({ search }) => { throw redirect({ ...freshEntry('reflection', search.session), replace: true }) },
})
const entry = createRoute({
  ...at, path: '/journal/$id', component: EntryScreen,
  // `fresh` is how an entry begins that its first key will make; `session` is what it is about.
  validateSearch: z.object({ fresh: EntrySort.optional().catch(undefined), session: z.string().optional() }),
})
const sessions = createRoute({ ...at, path: '/sessions', component: soon })
const session = createRoute({ ...at, path: '/sessions/$id', validateSearch: z.object({ mode: z.enum(['before', 'during', 'after']).optional(), item: z.string().optional() }), component: soon })
const plan = createRoute({ ...at, path: '/plan', validateSearch: z.object({ new: z.literal('commitment').optional(), item: z.string().optional() }), component: soon })
const agreement = createRoute({ ...at, path: '/agreement', validateSearch: z.object({ item: z.string().optional() }), component: soon })
const sharing = createRoute({ ...at, path: '/sharing', component: soon })
const share = createRoute({ ...at, path: '/sharing/new', validateSearch: z.object({ session: z.string().optional(), agreement: z.string().optional() }), component: soon })
const search = createRoute({ ...at, path: '/search', component: soon })

const tree = root.addChildren([today, journal, newEntry, entry, sessions, session, plan, agreement, sharing, share, search, allPlaces, settings])

/** Locations hold ids only, in memory only. */
export function makeRouter(location: string) {
  return createRouter({ routeTree: tree, history: createMemoryHistory({ initialEntries: [location] }), defaultPreload: false, scrollRestoration: false })
}

export type AppRouter = ReturnType<typeof makeRouter>

declare module '@tanstack/react-router' {
  interface Register { router: AppRouter }
}

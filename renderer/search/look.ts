/** Where one can look, and where a hit is shown. */
import type { ItemKind } from '../../shared/item.ts'
import type { Hit } from '../../shared/search.ts'
import { call } from '../api.ts'

export const fields = ['all', 'journal', 'sessions', 'plan', 'agreement', 'path'] as const
export type Field = (typeof fields)[number]

export const kindsIn: Record<Field, ItemKind[] | null> = {
  all: null,
  journal: ['entry'],
  sessions: ['session', 'agenda-item', 'note', 'prep', 'result', 'answer', 'question', 'topic', 'story'],
  plan: ['commitment'],
  agreement: ['agreement', 'clause', 'boundary', 'ending-card', 'version', 'agreement-review'],
  path: ['exam', 'criterion', 'candidate', 'inquiry', 'letter'],
}

export type Target =
  | { to: '/journal/$id'; id: string }
  | { to: '/sessions/$id'; id: string; mode: 'before' | 'during' | 'after' | undefined; hash: string }
  | { to: '/plan' | '/journal'; hash: string }
  | { to: '/agreement'; tab?: 'middle'; hash: string }
  | { to: '/agreement/review/$id' | '/agreement/version/$id'; id: string }
  | { to: '/banks'; tab: 'topics' | 'stories'; hash: string }
  | { to: '/path/find'; step: number; hash: string }
  | { to: '/path/people/$id' | '/path/letter/$id'; id: string }

const modes: Record<string, 'before' | 'during' | 'after'> = { 'agenda-item': 'before', 'prep': 'before', 'note': 'during', 'result': 'during', 'question': 'during', 'answer': 'after' }

/** The place that shows a hit. A note may hang under an agenda line, so the way up is asked for. */
export async function targetOf(hit: Pick<Hit, 'id' | 'parentId' | 'kind'>): Promise<Target> {
  switch (hit.kind) {
    case 'session': return { to: '/sessions/$id', id: hit.id, mode: undefined, hash: '' }
    case 'commitment': return { to: '/plan', hash: hit.id }
    case 'agreement': case 'clause': return { to: '/agreement', hash: hit.id }
    case 'boundary': case 'ending-card': return { to: '/agreement', tab: 'middle', hash: hit.id }
    case 'agreement-review': return { to: '/agreement/review/$id', id: hit.id }
    case 'version': return { to: '/agreement/version/$id', id: hit.id }
    case 'topic': return { to: '/banks', tab: 'topics', hash: hit.id }
    case 'story': return { to: '/banks', tab: 'stories', hash: hit.id }
    case 'exam': return { to: '/path/find', step: 1, hash: hit.id }
    case 'criterion': case 'inquiry': return { to: '/path/find', step: 2, hash: hit.id }
    case 'candidate': return { to: '/path/people/$id', id: hit.id }
    case 'letter': return { to: '/path/letter/$id', id: hit.id }
    default: {
      const session = hit.parentId === null ? null : await sessionAbove(hit.parentId)
      return session === null ? { to: '/journal/$id', id: hit.id } : { to: '/sessions/$id', id: session, mode: modes[hit.kind], hash: hit.id }
    }
  }
}

/** The same as an address, for a space that has to be entered first. */
export function addressOf(target: Target): string {
  switch (target.to) {
    case '/journal/$id': return `/journal/${target.id}`
    case '/sessions/$id': return `/sessions/${target.id}${target.mode === undefined ? '' : `?mode=${target.mode}`}#${target.hash}`
    case '/banks': return `/banks?tab=${target.tab}#${target.hash}`
    case '/path/find': return `/path/find?step=${target.step}#${target.hash}`
    case '/agreement': return `/agreement${target.tab === undefined ? '' : `?tab=${target.tab}`}#${target.hash}`
    case '/path/people/$id': case '/path/letter/$id': case '/agreement/review/$id': case '/agreement/version/$id': return target.to.replace('$id', target.id)
    default: return `${target.to}#${target.hash}`
  }
}

async function sessionAbove(id: NonNullable<Hit['parentId']>): Promise<string | null> {
  const parent = await call('item.get', id)
  if (parent.kind === 'session') return parent.id
  return parent.parentId === null ? null : sessionAbove(parent.parentId)
}

/** Without accents and case, as the index compares. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Whether a place's name holds a word that begins like this. */
export function nameMatches(name: string, query: string): boolean {
  const asked = folded(query).trim()
  return asked !== '' && folded(name).split(/\s+/).some((_, index, words) => words.slice(index).join(' ').startsWith(asked))
}

/** Which agreement goes, unless somebody says otherwise, and in which languages whoever gets it reads it. */
import type { Agreement } from '../../shared/agreement.ts'
import type { Audience } from '../../shared/exporting.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { freezeDraft, sameAgreement } from '../../shared/rules/freeze.ts'
import type { Space } from '../../shared/space.ts'
import { call } from '../api.ts'

/** The draft where it says something that no version says yet, else the newest version. */
export async function newestOf(agreementId: ItemId, space: Space): Promise<ItemId | 'draft'> {
  const ask = { spaceId: space.id, parentId: agreementId, limit: 1000 }
  const [versions, clauses] = await Promise.all([call('item.list', { ...ask, kinds: ['version'] }), call('item.list', { ...ask, kinds: ['clause'] })])
  const [latest] = versions.filter((item) => item.kind === 'version').sort((a, b) => b.body.number - a.body.number)
  if (latest === undefined) return 'draft'
  return sameAgreement(freezeDraft(space, clauses.filter((item) => item.kind === 'clause')), latest.body) ? latest.id : 'draft'
}

/** A language that this person reads comes first; a second one where the agreement has two. */
export function languagesFor(audience: Audience, { role, terms }: Pick<Space, 'role' | 'terms'>, { language, beside }: Pick<Agreement, 'language' | 'beside'>): { language: Language; beside: Language | null } {
  const party = audience === 'myself' ? role : audience
  const reads = party === 'mentor' || party === 'mentee' ? terms.reads[party] : []
  const both = beside === undefined ? [language] : [language, beside]
  const first = both.find((one) => reads.includes(one)) ?? reads[0] ?? language
  return { language: first, beside: beside === undefined ? null : both.find((one) => one !== first) ?? null }
}

/** A version that both signed, and the day they look at it again, in a sample. */
import { checkWords } from '../electron/vault/check-words.ts'
import { addDays } from '../shared/dates.ts'
import type { Day } from '../shared/dates.ts'
import type { ItemId, SpaceId } from '../shared/ids.ts'
import type { Language } from '../shared/language.ts'
import { agreementHash } from '../shared/rules/check-words.ts'
import { freezeClauses } from '../shared/rules/freeze.ts'
import type { DraftClause } from '../shared/rules/freeze.ts'
import type { Names } from '../shared/texts/fill.ts'
import type { Add } from './sample-items.ts'

export function addVersion(
  add: Add, language: Language, spaceId: SpaceId, agreement: { id: ItemId; clauses: readonly DraftClause[]; names: Names }, on: Day,
): void {
  const { id: parentId, clauses, names } = agreement
  const stated = { number: 1, on, parties: names, period: { from: null, to: null }, clauses: freezeClauses(clauses, names) }
  const hash = agreementHash(stated)
  const at = `${on}T10:00:00.000Z`
  const version = add(spaceId, on, {
    kind: 'version',
    body: {
      ...stated, how: 'signed', language, vouches: [], hash, words: checkWords(hash),
      signatures: (['mentor', 'mentee'] as const).map((who) => ({ who, name: names[who], on, at, withdrawnAt: null })),
    },
  }, { parentId })
  const day = addDays(on, 30)
  add(spaceId, day, {
    kind: 'agreement-review',
    body: {
      version, on: day, status: 'done', doneAt: `${day}T10:00:00.000Z`,
      verdicts: stated.clauses.map(({ id: clause }) => ({ clause, mentor: 'works', mentee: 'works', word: '' })),
    },
  }, { parentId })
}

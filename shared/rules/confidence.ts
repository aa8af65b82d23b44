/**
 * Whether a kind of thing may go to a reader now, and by which clause (S2.14).
 * What no clause speaks of is `unsaid`: nothing leaves by silence.
 */
import type { Clause, ConfidenceReader, ConfidenceRule, ConfidentialThing } from '../agreement.ts'
import type { ItemId } from '../ids.ts'
import type { ItemKind } from '../item.ts'

export type Ruling = {
  /** `later`: once the mentoring has ended. `asked`: both agree to it each time. */
  may: 'freely' | 'asked' | 'later' | 'never' | 'unsaid'
  /** Null for what no clause speaks of, and for oneself. */
  clause: ItemId | null
  /** A condition that only a person can judge; empty where there is none. */
  only: string
}

export type Reader = { who: ConfidenceReader | 'myself'; /** Who, where it is someone else. */ name: string }

/** A clause with its rule; those without one say nothing here. */
export type RuledClause = { id: ItemId; rule: ConfidenceRule }

/**
 * The rule that speaks most closely decides: one that names the thing before
 * one about everything, then one that names the reader before one that names
 * none. Between two that speak as closely, one that holds now, and the stricter.
 */
export function mayGo(clauses: readonly RuledClause[], thing: Exclude<ConfidentialThing, 'everything'>, reader: Reader, ended: boolean): Ruling {
  if (reader.who === 'myself') return { may: 'freely', clause: null, only: '' }
  const speaking = clauses.filter(({ rule }) => namesThing(rule, thing) && namesReader(rule, reader))
  const [first, ...others] = speaking
  if (first === undefined) return { may: 'unsaid', clause: null, only: '' }
  const deciding = others.reduce((best, next) => goesFirst(next.rule, best.rule, thing, ended) ? next : best, first)
  return { may: verdict(deciding.rule, ended), clause: deciding.id, only: deciding.rule.only.trim() }
}

/** The rules among an agreement's clauses, in their order. */
export function rulesAmong(clauses: ReadonlyArray<{ id: ItemId; body: Pick<Clause, 'confidence'> }>): RuledClause[] {
  return clauses.flatMap(({ id, body }) => (body.confidence === undefined ? [] : [{ id, rule: body.confidence }]))
}

/** As what an item counts; what is nobody's business but one's own counts as the journal. */
export function thingOf(kind: ItemKind, sort?: 'reflection' | 'feedback' | 'decision' | 'win' | 'contact'): Exclude<ConfidentialThing, 'everything'> {
  switch (kind) {
    case 'session': case 'agenda-item': return 'agenda'
    case 'result': return 'results'
    case 'commitment': return 'commitments'
    case 'answer': return 'closing'
    case 'note': case 'question': return 'notes'
    case 'agreement': case 'clause': case 'version': case 'agreement-review': case 'boundary': return 'agreement'
    case 'entry': return sort === 'feedback' ? 'feedback' : 'journal'
    default: return 'journal'
  }
}

function namesThing({ what }: ConfidenceRule, thing: ConfidentialThing): boolean {
  return what.includes(thing) || what.includes('everything')
}

/** A rule that names no reader keeps things between the two: it is about everyone else. */
function namesReader({ whom, other }: ConfidenceRule, { who, name }: Reader): boolean {
  if (whom.length === 0) return who === 'coordinator' || who === 'other'
  if (who !== 'other') return whom.some((named) => named === who)
  return whom.includes('other') && (folded(other) === '' || folded(other) === folded(name))
}

function goesFirst(a: ConfidenceRule, b: ConfidenceRule, thing: ConfidentialThing, ended: boolean): boolean {
  const order = (rule: ConfidenceRule) => [rule.what.includes(thing) ? 1 : 0, rule.whom.length > 0 ? 1 : 0, strictness[verdict(rule, ended)], rule.only.trim() === '' ? 0 : 1]
  const [left, right] = [order(a), order(b)]
  const at = left.findIndex((value, index) => value !== right[index])
  return at !== -1 && (left[at] ?? 0) > (right[at] ?? 0)
}

/** A rule for later gives way to one that holds now. */
const strictness = { later: 0, freely: 1, asked: 2, never: 3 } as const

function verdict({ may, whom, when }: ConfidenceRule, ended: boolean): keyof typeof strictness {
  if (may === 'never' || whom.length === 0) return 'never'
  return when === 'after-end' && !ended ? 'later' : may
}

const folded = (name: string) => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

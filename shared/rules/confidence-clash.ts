/**
 * Two rules of confidence that cannot both be kept (S2.14). Never a gate: the
 * two are told, and settle it. A rule about one thing beside one about
 * everything is no clash but an exception, and the nearer one decides.
 */
import type { ConfidenceReader, ConfidenceRule, ConfidentialThing } from '../agreement.ts'
import type { ItemId } from '../ids.ts'
import { thingsOf } from './confidence-text.ts'
import type { RuledClause } from './confidence.ts'

export type Clash = {
  /** The clause that says otherwise. */
  with: ItemId
  /** `never`: one lets it go, the other does not; `asked`: one wants it asked each time, the other does not. */
  about: 'never' | 'asked'
  things: ConfidentialThing[]
  /** Who, where it is someone else and either rule names them. */
  whom: Array<{ who: ConfidenceReader; name: string }>
}

/** Beside one clause stand no more than these: the rest show once they are settled. */
const mostBesideOne = 3

/** What clashes, for each clause that is part of it, in the order of the clauses. */
export function clashesAmong(clauses: readonly RuledClause[]): Map<ItemId, Clash[]> {
  const found = new Map<ItemId, Clash[]>()
  const all = clauses.map(sayingOf)
  for (const one of all) {
    const own: Clash[] = []
    for (const other of all) {
      if (own.length === mostBesideOne) break
      const clash = clashOf(one, other)
      if (clash !== null) own.push({ with: other.id, ...clash })
    }
    if (own.length > 0) found.set(one.id, own)
  }
  return found
}

type Saying = {
  id: ItemId
  may: ConfidenceRule['may']
  when: ConfidenceRule['when']
  only: string
  things: ConfidentialThing[]
  readers: Array<Clash['whom'][number] & { folded: string }>
}

/** A rule that names nobody keeps things between the two: it forbids them to everyone else. */
function sayingOf({ id, rule }: RuledClause): Saying {
  const { whom, when } = rule
  const named: readonly ConfidenceReader[] = whom.length === 0 ? ['coordinator', 'other'] : whom
  return {
    id, when, may: whom.length === 0 ? 'never' : rule.may, only: folded(rule.only), things: thingsOf(rule),
    readers: named.map((who) => {
      const name = who === 'other' && whom.length > 0 ? rule.other.trim() : ''
      return { who, name, folded: folded(name) }
    }),
  }
}

function clashOf(a: Saying, b: Saying): Omit<Clash, 'with'> | null {
  const about = differsIn(a, b)
  if (about === null) return null
  const things = a.things.filter((thing) => b.things.includes(thing))
  if (things.length === 0) return null
  const whom = a.readers.flatMap((reader) => bothMean(reader, b.readers))
  return whom.length === 0 ? null : { about, things, whom }
}

function differsIn(a: Saying, b: Saying): Clash['about'] | null {
  if (a.may === b.may) return null
  // A condition that only people can judge may be just what sets the two apart.
  if (a.may === 'never') return a.only === '' ? 'never' : null
  if (b.may === 'never') return b.only === '' ? 'never' : null
  return a.when === b.when && a.only === b.only ? 'asked' : null
}

/** Someone else without a name is anyone. */
function bothMean({ who, name, folded }: Saying['readers'][number], others: Saying['readers']): Clash['whom'] {
  const same = others.find((other) => other.who === who && (folded === '' || other.folded === '' || folded === other.folded))
  return same === undefined ? [] : [{ who, name: name === '' ? same.name : name }]
}

const folded = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

/**
 * What a summary may be about, laid out for the review: blocks by session and
 * day, in the document's language. It only proposes; `guard.ts` decides.
 */
import type { Day } from '../../shared/dates.ts'
import type { ExportBlock, ExportDraft, ExportScope } from '../../shared/exporting.ts'
import { dayOfMoment, formatDayRange, formatLongDay } from '../../shared/format-date.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { AnyItem, ItemOf } from '../../shared/item.ts'
import type { Language } from '../../shared/language.ts'
import { formatMessage } from '../../shared/messages.ts'
import type { Space } from '../../shared/space.ts'
import { texts } from '../../shared/texts/texts.ts'
import { gatherAgreement } from './gather-agreement.ts'
import { gatherLetter } from './gather-letter.ts'
import { gatherQuestions } from './gather-questions.ts'
import { blockOf, partyFacts } from './gather-blocks.ts'
import type { BlockContext } from './gather-blocks.ts'
import type { Fact, Gathered, GatheredBlock, GatheredSection, PartKind } from './model.ts'

export type GatherInput = {
  space: Space
  scope: ExportScope
  language: Language
  /** At least everything the scope touches; what lies outside is left out here. */
  items: readonly AnyItem[]
  /** The session an entry is about, by the entry's id. */
  about: ReadonlyMap<ItemId, ItemId>
  today: Day
}

const partOrder: readonly PartKind[] = ['facts', 'agenda', 'questions', 'notes', 'results', 'commitments', 'closing', 'entries', 'preparation', 'clauses']

export function gather(input: GatherInput): Gathered {
  const items = input.items.filter((item) => item.deletedAt === null && item.spaceId === input.space.id)
  if (input.scope.what === 'agreement') return gatherAgreement({ ...input, items }, input.scope)
  if (input.scope.what === 'letter') return gatherLetter({ ...input, items }, input.scope.letterId)
  if (input.scope.what === 'questions') return gatherQuestions({ ...input, items }, input.scope.agreementId, input.scope.who)
  return gatherSummary({ ...input, items }, input.scope)
}

/** The review's side of it: without what only the document needs. */
export function toDraft(gathered: Gathered): ExportDraft {
  return {
    title: gathered.title,
    subtitle: gathered.facts.map((fact) => `${fact.label}: ${fact.value}`).join(' · '),
    sections: gathered.sections.map((section) => ({
      id: section.id, heading: section.heading,
      blocks: section.blocks.map(({ id, kind, label, paragraphs, privacy, open, onDate }): ExportBlock =>
        ({ id, kind, label, paragraphs, privacy, open, onDate })),
    })),
    fileName: gathered.fileName,
  }
}

function gatherSummary(input: GatherInput, scope: Exclude<ExportScope, { what: 'agreement' | 'letter' | 'questions' }>): Gathered {
  const { space, language } = input
  const words = texts[language].document
  const within = (day: Day) => scope.what === 'period' && day >= scope.from && day <= scope.to

  const sessions = input.items.filter((item): item is ItemOf<'session'> => item.kind === 'session')
    .filter((item) => scope.what === 'session' ? item.id === scope.sessionId : within(dayOfMoment(item.body.startsAt)))
  const sessionIds = new Set<ItemId>(sessions.map((session) => session.id))
  const parents = new Map(input.items.map((item) => [item.id, item.parentId]))

  const sections = new Map<string, GatheredSection & { sortKey: string }>()
  const contexts = new Map<string, BlockContext>()
  for (const session of sessions) {
    const day = dayOfMoment(session.body.startsAt)
    const heading = formatMessage(language, words.sessionAt, { number: session.body.number, date: formatLongDay(language, day) })
    sections.set(session.id, { id: session.id, heading, blocks: [], sortKey: session.body.startsAt })
    contexts.set(session.id, { language, space, day, planned: session.body.status === 'planned' })
  }
  const sectionOfDay = (day: Day) => {
    const id = `day-${day}`
    let section = sections.get(id)
    if (section === undefined) {
      section = { id, heading: capital(formatLongDay(language, day)), blocks: [], sortKey: `${day}T99` }
      sections.set(id, section)
      contexts.set(id, { language, space, day, planned: false })
    }
    return section
  }
  const loose: GatheredSection & { sortKey: string } = { id: 'commitments', heading: words.commitments, blocks: [], sortKey: '~' }

  const add = (section: GatheredSection, item: AnyItem, context: BlockContext) => {
    const block = blockOf(item, context)
    if (block !== null) section.blocks.push(block)
  }

  for (const item of inOrder(input.items)) {
    const home = sessionAbove(item, parents, sessionIds) ?? (item.kind === 'entry' || item.kind === 'unreadable' ? input.about.get(item.id) : undefined)
    const section = home === undefined ? undefined : sections.get(home)
    const context = home === undefined ? undefined : contexts.get(home)
    const day = item.onDate ?? dayOfMoment(item.createdAt)
    if (section !== undefined && context !== undefined) {
      if (item.kind !== 'entry' || scope.what === 'session' || within(day)) add(section, item, context)
    } else if (item.parentId === null && (item.kind === 'entry' || item.kind === 'unreadable')) {
      if (within(day)) add(sectionOfDay(day), item, { language, space, day, planned: false })
    } else if (item.parentId === null && item.kind === 'commitment') {
      if (within(day) || within(dayOfMoment(item.createdAt))) add(loose, item, { language, space, day: scope.what === 'period' ? scope.to : day, planned: false })
    }
  }

  const period: Fact[] = scope.what === 'period' ? [{ label: words.period, value: formatDayRange(language, scope.from, scope.to) }] : []
  const fileDay = scope.what === 'period' ? scope.to : sessions[0] === undefined ? input.today : dayOfMoment(sessions[0].body.startsAt)
  return {
    kind: 'summary', language, title: words.summary,
    facts: [...partyFacts(space, language), ...period],
    sections: [...sections.values(), loose].filter((section) => section.blocks.length > 0)
      .sort((a, b) => a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0)
      .map(({ id, heading, blocks }) => ({ id, heading, blocks: byPart(blocks) })),
    fileName: `${words.summaryFile}-${fileDay}`,
  }
}

/** The session an item hangs under, however deep. */
function sessionAbove(item: AnyItem, parents: ReadonlyMap<ItemId, ItemId | null>, sessions: ReadonlySet<ItemId>): ItemId | undefined {
  const seen = new Set<ItemId>()
  let id: ItemId | null = item.id
  while (id !== null && !seen.has(id)) {
    if (sessions.has(id)) return id
    seen.add(id)
    id = parents.get(id) ?? null
  }
  return undefined
}

/** Dutch writes its days small, but not where a line begins. */
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** As the person ordered them; entries by the day and then the moment they were begun. */
function inOrder(items: readonly AnyItem[]): AnyItem[] {
  const key = (item: AnyItem) => item.kind === 'entry' ? `${item.onDate ?? ''} ${item.createdAt}` : ''
  return [...items].sort((a, b) => key(a).localeCompare(key(b)) || a.position - b.position || (a.createdAt < b.createdAt ? -1 : 1))
}

function byPart(blocks: GatheredBlock[]): GatheredBlock[] {
  return partOrder.flatMap((part) => blocks.filter((block) => block.part === part))
}

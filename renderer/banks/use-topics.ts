/** The topics of this space: those that are offered, in their order, then one's own. */
import type { ItemId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import { GivenTopic } from '../../shared/meeting.ts'
import type { Used } from '../../shared/meeting.ts'
import { partyNames } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import type { MeetingTexts } from '../../shared/texts/meeting.ts'
import { useCall } from '../frame/data.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage } from '../messages/messages.tsx'
import { useMeetingTexts } from '../sessions/meeting-texts.ts'

export type TopicItem = ItemOf<'topic'>

export type TopicOnScreen = {
  /** Stays the same when a given one becomes an item. */
  key: string
  given: GivenTopic | null
  /** Null for a given one that nothing was done with yet. */
  item: TopicItem | null
  /** As it is read: names filled in. */
  text: string
  used: readonly Used[]
}

export type Topics = {
  shown: TopicOnScreen[]
  /** Given ones that are not wanted. */
  away: TopicItem[]
  words: MeetingTexts
}

/** A given one reads in this language until it is changed; null for words of one's own. */
export function asGiven({ given, changed }: Pick<TopicItem['body'], 'given' | 'changed'>): GivenTopic | null {
  return changed === true ? null : given
}

/** Undefined before the first answer. */
export function useTopics(wanted = true): Topics | undefined {
  const language = useLanguage()
  const space = useSpace()
  const words = useMeetingTexts(wanted)
  const data = useCall('item.list', { spaceId: space.id, kinds: ['topic'], limit: 1000 }).data
  if (words === undefined || data === undefined) return undefined
  const items = data.filter((item) => item.kind === 'topic').toReversed()
  const read = (text: string) => fillNames(text, partyNames(space), language)
  const given = GivenTopic.options.map((name): TopicOnScreen => {
    const item = items.find(({ body }) => body.given === name) ?? null
    const text = item === null || asGiven(item.body) !== null ? read(words.topics[name]) : item.body.text
    return { key: name, given: name, item, text, used: item?.body.used ?? [] }
  })
  const own = items.filter(({ body }) => body.given === null)
    .map((item): TopicOnScreen => ({ key: item.id, given: null, item, text: item.body.text, used: item.body.used }))
  return {
    shown: [...given.filter(({ item }) => item?.body.away !== true), ...own],
    away: items.filter(({ body }) => body.away === true),
    words,
  }
}

export type StoryItem = ItemOf<'story'>

/** The mentor's stories, the first one written first; undefined before the first answer. */
export function useStories(): StoryItem[] | undefined {
  const { id: spaceId } = useSpace()
  return useCall('item.list', { spaceId, kinds: ['story'], limit: 1000 }).data?.filter((item) => item.kind === 'story').toReversed()
}

/** The items of either bank that this agenda has taken up. */
export function onAgenda(lines: ReadonlyArray<ItemOf<'agenda-item'>>): Set<ItemId> {
  return new Set(lines.flatMap(({ body: { reason } }) => (reason.rule === 'bank' ? [reason.from] : [])))
}

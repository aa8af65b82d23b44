/** What is done with topics and stories, each act with its way back. */
import { AppError } from '../../shared/errors.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import type { Used } from '../../shared/meeting.ts'
import type { MeetingTexts } from '../../shared/texts/meeting.ts'
import { call } from '../api.ts'
import { replaceDraft, saveNow } from '../editor/drafts.ts'
import { newItemId } from '../frame/use-autosave.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import type { SessionItem } from '../sessions/session-plan.ts'
import { useUndo } from '../ui/undo.tsx'
import type { StoryItem, TopicItem, TopicOnScreen } from './use-topics.ts'

type Where = { session: SessionItem }

/** In which sessions a topic came up or a story was told, changed as it then stands. */
async function changeUsed(id: ItemId, change: (used: Used[]) => Used[]): Promise<Used[]> {
  const now = await call('item.get', id)
  if (now.kind === 'topic') {
    replaceDraft(await call('item.save', { id, revision: now.revision, content: { kind: 'topic', body: { ...now.body, used: change(now.body.used) } } }))
    return now.body.used
  }
  if (now.kind !== 'story') throw new AppError('item.missing')
  replaceDraft(await call('item.save', { id, revision: now.revision, content: { kind: 'story', body: { ...now.body, told: change(now.body.told) } } }))
  return now.body.told
}

const without = (session: ItemId) => (used: Used[]) => used.filter((one) => one.session !== session)
const withSession = ({ id, body }: SessionItem) => (used: Used[]) => [...without(id)(used), { session: id, on: body.startsAt.slice(0, 10) }].slice(-1000)

export function useBankActs(words: MeetingTexts | undefined) {
  const t = useMessages()
  const space = useSpace()
  const { attempt, change, remove } = useItemActs()
  const { did } = useUndo()

  /** Something is done with it, so it becomes an item. */
  const ensure = async ({ item, given }: TopicOnScreen): Promise<TopicItem> => {
    if (item !== null) return item
    if (given === null || words === undefined) throw new AppError('item.missing')
    const made = await call('item.create', {
      id: newItemId(), spaceId: space.id, parentId: null, onDate: null, privacy: 'private',
      content: { kind: 'topic', body: { text: words.topics[given], given, used: [] } },
    })
    if (made.kind !== 'topic') throw new AppError('item.missing')
    return made
  }
  /** A line of its words on the agenda; it says in which session that was. */
  const putLine = async (text: string, find: () => Promise<ItemId>, { session }: Where) => {
    const line = newItemId()
    const done = await attempt(async () => {
      await saveNow()
      const from = await find()
      await call('item.create', {
        id: line, spaceId: space.id, parentId: session.id, onDate: null, privacy: 'private',
        content: { kind: 'agenda-item', body: { text, minutes: null, outcome: 'open', reason: { rule: 'bank', from } } },
      })
      return { from, before: await changeUsed(from, withSession(session)) }
    })
    if (done === null) return
    did(t('banks.said.put', { text }), () => attempt(async () => {
      await call('item.delete', line)
      await changeUsed(done.from, () => done.before)
      return true
    }))
  }
  return {
    putTopic: (topic: TopicOnScreen, where: Where) => putLine(topic.text, async () => (await ensure(topic)).id, where),
    putStory: (story: StoryItem, title: string, where: Where) => putLine(title, () => Promise.resolve(story.id), where),
    /** Off the agenda again: then it did not come up there. */
    async takeLine(line: ItemOf<'agenda-item'>, said: string) {
      const { reason } = line.body
      if (reason.rule !== 'bank' || line.parentId === null) return
      const session = line.parentId
      const before = await attempt(async () => {
        await saveNow()
        await call('item.delete', line.id)
        // What it came from may be gone since.
        return changeUsed(reason.from, without(session)).catch(() => [])
      })
      if (before === null) return
      did(said, () => attempt(async () => {
        await call('item.restore', line.id)
        if (before.length > 0) await changeUsed(reason.from, () => before)
        return true
      }))
    },
    async tell(story: StoryItem, title: string, told: boolean, { session }: Where) {
      const next = (told ? withSession(session) : without(session.id))(story.body.told)
      await change<'story'>(story, { told: next }, t(told ? 'banks.said.told' : 'banks.said.untold', { n: session.body.number, title }))
    },
    async unmark(item: TopicItem | StoryItem) {
      const before = await attempt(async () => { await saveNow(); return changeUsed(item.id, () => []) })
      if (before !== null) did(t('banks.said.unmarked'), () => attempt(() => changeUsed(item.id, () => before)))
    },
    /** A given one is only put out of sight: it could not be brought back otherwise. */
    async removeTopic(topic: TopicOnScreen) {
      const said = t('banks.topic.said.removed', { text: topic.text })
      if (topic.given === null) {
        if (topic.item !== null) await remove(topic.item.id, said)
        return
      }
      const item = await attempt(() => ensure(topic))
      if (item !== null) await change<'topic'>({ ...item, body: { ...item.body, away: false } }, { away: true }, said)
    },
    asGiven: (item: TopicItem) => change<'topic'>({ ...item, body: { ...item.body, changed: true } }, { changed: false }, t('banks.topic.said.as-given')),
    async bringBack(items: readonly TopicItem[]) {
      const set = (away: boolean) => attempt(async () => {
        for (const { id } of items) {
          const now = await call('item.get', id)
          if (now.kind === 'topic') await call('item.save', { id, revision: now.revision, content: { kind: 'topic', body: { ...now.body, away } } })
        }
        return true
      })
      if (await set(false) !== null) did(t('banks.topic.said.brought-back'), () => set(true))
    },
    /** Link a story to a topic it goes with, or take that link away. */
    async link(story: ItemId, topic: TopicOnScreen, linked: boolean) {
      const set = (to: boolean) => attempt(async () => {
        const { id } = await ensure(topic)
        const there = (await call('link.list', story)).find((one) => one.outgoing && one.other.id === id)
        if (to && there === undefined) await call('link.add', { from: story, to: id, type: 'about' })
        if (!to && there !== undefined) await call('link.remove', there.id)
        return id
      })
      const id = await set(linked)
      if (id === null) return
      did(t(linked ? 'banks.story.said.linked' : 'banks.story.said.unlinked', { topic: topic.text }), () => attempt(async () => {
        const there = (await call('link.list', story)).find((one) => one.outgoing && one.other.id === id)
        if (linked && there !== undefined) await call('link.remove', there.id)
        if (!linked && there === undefined) await call('link.add', { from: story, to: id, type: 'about' })
        return true
      }))
    },
  }
}

export type BankActs = ReturnType<typeof useBankActs>

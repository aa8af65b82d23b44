/** What the path keeps of this space, and the acts on it, each with its way back. */
import { AppError } from '../../shared/errors.ts'
import type { Item, ItemOf } from '../../shared/item.ts'
import { call } from '../api.ts'
import { useCall } from '../frame/data.ts'
import { useSpace } from '../frame/space.tsx'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useUndo } from '../ui/undo.tsx'

type PathBody = ItemOf<'path'>['body']
type Change = (body: PathBody) => PathBody

let last: Promise<unknown> = Promise.resolve()

/** One after the other: two quick ticks must not each write over what the other began from. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(work, work)
  last = next.catch(() => undefined)
  return next
}

export function usePath() {
  const { id: spaceId } = useSpace()
  const { attempt } = useItemActs()
  const { did } = useUndo()
  const { data } = useCall('item.list', { spaceId, kinds: ['path'], limit: 1 })
  const item = data?.find((found) => found.kind === 'path') ?? null
  const write = (make: Change): Promise<Item | null> => attempt(() => inTurn(async () => {
    const now = await call('path.begin', { spaceId })
    if (now.kind !== 'path') throw new AppError('item.missing')
    return call('item.save', { id: now.id, revision: now.revision, content: { kind: 'path', body: make(now.body) } })
  }))
  return {
    ready: data !== undefined,
    body: item?.body ?? null,
    async change(make: Change, said: string, back: Change): Promise<void> {
      if (await write(make) !== null) did(said, () => write(back))
    },
  }
}

export type PathOnScreen = ReturnType<typeof usePath>

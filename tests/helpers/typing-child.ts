/**
 * Someone who types without end, in a process of their own: started with the
 * vault's folder and passphrase, prints one line of JSON for the core's process
 * id and one for every save that was acknowledged. A hasty one takes words for
 * saved that are only in memory: the defect that the kill test must notice.
 */
import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { ItemId, SpaceId } from '../../shared/ids.ts'
import { ItemId as ItemIdSchema } from '../../shared/ids.ts'
import { richTextFromPlain } from '../../shared/rich-text.ts'
import { fakeHost } from './fake-host.ts'
import { startCore } from './real-core.ts'
import { typedText } from './typed-text.ts'
import type { Acknowledged } from './typed-text.ts'

type Order = { folder: string; passphrase: string; spaceId: SpaceId; hasty?: boolean }
// The test that started this wrote it.
const { folder, passphrase, spaceId, hasty = false } = JSON.parse(process.argv[2] ?? '') as Order

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)
const acknowledge = (id: ItemId, revision: number, draft: number) => {
  const hash = createHash('sha256').update(typedText(id, draft)).digest('hex')
  say({ id, revision, draft, hash } satisfies Acknowledged)
}
const content = (id: ItemId, draft: number) =>
  ({ kind: 'entry', body: { sort: 'reflection', prompt: null, text: richTextFromPlain(typedText(id, draft)), raise: false } }) as const

const core = await startCore(fakeHost(folder))
void core.ended.then(() => { process.exit(0) })
await core.call('vault.unlock', { passphrase })
core.onEvent((event) => {
  if (event.name === 'item.saved') acknowledge(event.data.id, event.data.revision, event.data.draft)
})
say({ core: core.pid })

/** Types into one entry; a pause now and then, so that both kinds of save happen. */
async function type(): Promise<never> {
  const id = ItemIdSchema.parse(randomUUID())
  let { revision } = await core.call('item.create', { id, spaceId, parentId: null, onDate: null, privacy: 'private', content: content(id, 0) })
  acknowledge(id, revision, 0)
  core.onEvent((event) => { if (event.name === 'item.saved' && event.data.id === id) revision = event.data.revision })
  for (let draft = 1; ; draft += 1) {
    void core.reply('item.draft', { id, revision, draft, content: content(id, draft) })
      .then(() => { if (hasty) acknowledge(id, revision, draft) })
    await wait(draft % 40 === 0 ? 700 : 25)
  }
}

await Promise.all([type(), type(), type(), type(), type(), type()])

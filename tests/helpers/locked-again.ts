/** An entry that is there before a lock, and looked for after it. */
import { plainText, richTextFromPlain } from '../../shared/rich-text.ts'
import { testPassphrase } from './test-backend.ts'
import type { TestBackend } from './test-backend.ts'
import { newItemId } from './test-database.ts'

export const unlock = { passphrase: testPassphrase }

/** Lock, and start the next core over the same shell. */
export function relock(test: TestBackend): TestBackend {
  test.backend.lock('asked')
  return test.restart({ openedBefore: true, lockedAt: new Date().toISOString() })
}

export async function addEntry(test: TestBackend, text: string) {
  const space = await test.call('space.create', { role: 'alone', me: '', other: '' })
  return test.call('item.create', {
    id: newItemId(), spaceId: space.id, parentId: null, onDate: null, privacy: 'private',
    content: { kind: 'entry', body: { sort: 'reflection', prompt: null, text: richTextFromPlain(text), raise: false } },
  })
}

export async function entryText(test: TestBackend, id: ReturnType<typeof newItemId>): Promise<string> {
  const item = await test.call('item.get', id)
  return item.kind === 'entry' ? plainText(item.body.text) : item.kind
}

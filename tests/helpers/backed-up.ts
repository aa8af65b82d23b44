/** A vault with backups, and what lies around it. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Backup } from '../../shared/backup.ts'
import { openTestBackend } from './test-backend.ts'
import type { TestBackend } from './test-backend.ts'
import { entryOf, newItemId } from './test-database.ts'

/** A folder on another drive than the temporary ones; on Linux there is one in memory. */
export const otherDrive = existsSync('/dev/shm') && statSync('/dev/shm').dev !== statSync(tmpdir()).dev ? '/dev/shm' : null
export const newPassphrase = 'a quite different row of words'

export async function opened(): Promise<TestBackend> {
  return (await openTestBackend()).test
}

export async function addText(test: TestBackend, text: string, spaceId?: string) {
  const space = spaceId ?? (await test.call('space.create', { role: 'alone', me: '', other: '' })).id
  return test.call('item.create', { id: newItemId(), spaceId: space, parentId: null, content: entryOf(text), onDate: null, privacy: 'private' })
}

export const one = ({ id, place }: Backup, passphrase: string | null = null) => ({ id, place, passphrase })
export const beside = (test: TestBackend) => join(dirname(test.folder), 'Journal backups')
/** What lies where vaults and backups lie, but for them: nothing may stay behind. */
export const leftovers = (test: TestBackend) => [...readdirSync(dirname(test.folder)), ...(existsSync(beside(test)) ? readdirSync(beside(test)) : [])]
  .filter((name) => !/^(Journal\.mjournal|Journal backups|Journal kept .*\.mjournal|.*\.mjbackup|Read a backup\.html)$/.test(name))

export async function texts(test: TestBackend): Promise<string[]> {
  const spaces = await test.call('space.list')
  const lists = await Promise.all(spaces.map(({ id }) => test.call('item.list', { spaceId: id, kinds: ['entry'], limit: 100 })))
  return lists.flat().map((item) => item.title).toSorted()
}

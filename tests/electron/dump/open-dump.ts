/** A copy of everything as other programs read it: the age library and a zip library, not our own readers. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Decrypter } from 'age-encryption'
import { strFromU8, unzipSync } from 'fflate'
import { tempFolder } from '../../helpers/temp-folder.ts'
import type { TestBackend } from '../../helpers/test-backend.ts'

export const dumpPassphrase = 'vijf andere woorden voor onderweg'

export async function openedDump(path: string, passphrase = dumpPassphrase): Promise<Record<string, string>> {
  const opener = new Decrypter()
  opener.addPassphrase(passphrase)
  const zip = unzipSync(await opener.decrypt(Uint8Array.from(readFileSync(path))))
  return Object.fromEntries(Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

/** What `journal.json` says, but for when it was made. */
export async function journalIn(path: string): Promise<unknown> {
  return without('made', JSON.parse((await openedDump(path))['journal.json'] ?? ''))
}

export function without(member: string, value: unknown): unknown {
  return Object.fromEntries(Object.entries(Object(value)).filter(([key]) => key !== member))
}

export async function saveDump(test: TestBackend): Promise<string> {
  const path = join(tempFolder(), 'everything.age')
  test.host.paths.push(path)
  await test.call('dump.save', { passphrase: dumpPassphrase, own: false, language: 'en' })
  return path
}

export async function putBack(test: TestBackend, path: string, passphrase = dumpPassphrase) {
  test.host.paths.push(path)
  await test.call('dump.choose')
  return test.call('dump.restore', { passphrase })
}

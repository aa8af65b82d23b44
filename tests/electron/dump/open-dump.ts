/** A copy of everything as other programs read it: the age library and a zip library, not our own readers. */
import { readFileSync } from 'node:fs'
import { Decrypter } from 'age-encryption'
import { strFromU8, unzipSync } from 'fflate'

export const dumpPassphrase = 'vijf andere woorden voor onderweg'

export async function openedDump(path: string, passphrase = dumpPassphrase): Promise<Record<string, string>> {
  const opener = new Decrypter()
  opener.addPassphrase(passphrase)
  const zip = unzipSync(await opener.decrypt(Uint8Array.from(readFileSync(path))))
  return Object.fromEntries(Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

/** What `journal.json` says, but for when it was made. */
export async function journalIn(path: string, passphrase = dumpPassphrase): Promise<unknown> {
  return without('made', JSON.parse((await openedDump(path, passphrase))['journal.json'] ?? ''))
}

export function without(member: string, value: unknown): unknown {
  return Object.fromEntries(Object.entries(Object(value)).filter(([key]) => key !== member))
}

import { readBackup } from './backup-file.ts'
import type { Book } from './book.ts'
import { isAge, readCopy } from './copy-file.ts'
import { readDatabase } from './database.ts'
import { readKeys, unwrapKey } from './keys.ts'
import { decryptPages } from './pages.ts'
import { breathe, stepper, Trouble } from './trouble.ts'

export type ChosenFile = { name: string; kind: 'backup' | 'copy'; file: File }

/** What kind of file it is, by its first bytes. @throws Trouble `foreign` */
export async function kindOf(file: File): Promise<ChosenFile> {
  const head = new Uint8Array(await file.slice(0, 64).arrayBuffer())
  if (isAge(head)) return { name: file.name, kind: 'copy', file }
  if (head[0] === 0x50 && head[1] === 0x4b) return { name: file.name, kind: 'backup', file }
  throw new Trouble('foreign')
}

/** Open it with what was typed. Everything stays in the memory of this page. @throws Trouble */
export async function openBook({ kind, file }: ChosenFile, typed: string, told: (share: number) => void): Promise<Book> {
  // The key takes a second, in which the page cannot draw: it says first that it is busy.
  await breathe()
  await breathe()
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (kind === 'copy') return readCopy(bytes, typed)
  const { keys, database } = readBackup(bytes)
  const key = await unwrapKey(readKeys(keys), typed)
  try {
    return await readDatabase(await decryptPages(database, key, stepper(told)))
  } finally {
    key.fill(0)
  }
}

/** A copy of everything: an age file under a passphrase, with a zip file in it, with `journal.json` in that. */
import { Decrypter } from 'age-encryption'
import { unzipSync } from 'fflate'
import { plainText } from '../../shared/rich-text.ts'
import type { RichText } from '../../shared/rich-text.ts'
import { inOrder } from './book.ts'
import type { Book, BookItem, BookSpace } from './book.ts'
import { breathe, Trouble } from './trouble.ts'

type Line = {
  id: string; space: string; parent: string | null; position: number; moment: number; kind: string; v: number; title: string
  body: unknown; words?: string; onDate: string | null; createdAt: string; deletedAt: string | null; hidden: boolean
}
type Journal = { format?: unknown; v?: unknown; made?: string; spaces: BookSpace[]; items: Line[] }

/** As `dumpVersion`, which would bring its whole file into this page. */
const newestForm = 2

export function isAge(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 22)) === 'age-encryption.org/v1\n'
}

/** @throws Trouble `wrong-passphrase-or-damaged`, `damaged`, `foreign`, `newer` */
export async function readCopy(bytes: Uint8Array, passphrase: string): Promise<Book> {
  const opener = new Decrypter()
  opener.addPassphrase(passphrase.normalize('NFC'))
  // The head opens by itself; a passphrase is wrong or a file damaged there, and what follows is only damaged.
  const fileKey = await opener.decryptHeader(bytes.subarray(0, 4096)).catch((error: unknown) => { throw new Trouble('wrong-passphrase-or-damaged', error) })
  await breathe()
  const reader = new Decrypter()
  reader.addIdentity({ unwrapFileKey: () => fileKey })
  const zip = await reader.decrypt(bytes).catch((error: unknown) => { throw new Trouble('damaged', error) })
  await breathe()
  return bookOf(parse(zip))
}

function parse(zip: Uint8Array): Journal {
  let journal: Journal
  try {
    const file = unzipSync(zip, { filter: ({ name }) => name === 'journal.json' })['journal.json']
    if (file === undefined) throw new Trouble('foreign')
    // What it is is asked next; what is missing then reads as nothing.
    journal = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file)) as Journal
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble('damaged', error)
  }
  if (journal.format !== 'mentoring-journal') throw new Trouble('foreign')
  if (typeof journal.v === 'number' && journal.v > newestForm) throw new Trouble('newer')
  return journal
}

function bookOf({ made, spaces, items }: Journal): Book {
  const bodies = new Map(items.map(({ id, body }) => [id, body]))
  return {
    from: 'copy', made: made ?? null, spaces,
    items: inOrder(items.map((line): BookItem => ({
      id: line.id, space: line.space, parent: line.parent, position: line.position, moment: line.moment, kind: line.kind, v: line.v,
      title: line.title, words: line.words ?? wordsIn(line.body), onDate: line.onDate, createdAt: line.createdAt,
      removed: line.deletedAt !== null || line.hidden,
    }))),
    body: (id) => {
      const body = bodies.get(id)
      return typeof body === 'string' ? body : JSON.stringify(body)
    },
  }
}

/** Every word in a body, for searching: whatever its form. */
function wordsIn(body: unknown): string {
  if (typeof body === 'string') return body
  if (typeof body !== 'object' || body === null) return ''
  return Object.entries(body).map(([key, value]) => {
    if (typeof value === 'string') return ['sort', 'status', 'outcome', 'who', 'mode', 'group', 'sample', 'language', 'question', 'startsAt', 'due'].includes(key) ? '' : value
    // A body's text is Lexical's tree.
    if (typeof value === 'object' && value !== null && 'root' in value) return plainText(value as RichText)
    return key === 'texts' || key === 'cancelled' ? wordsIn(value) : ''
  }).filter((words) => words !== '').join('\n')
}

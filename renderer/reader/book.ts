/** What was in the file, whichever kind of file it was. */
export type BookSpace = { id: string; role: string; me: string; other: string }

export type BookItem = {
  id: string
  space: string
  parent: string | null
  position: number
  /** Its place in time; larger is newer. */
  moment: number
  kind: string
  v: number
  title: string
  words: string
  onDate: string | null
  createdAt: string
  /** In the bin, by itself or with what it stands under. */
  removed: boolean
}

export type Book = {
  /** What kind of file it was read from, and what it says of its time; null where it says nothing that is proven. */
  from: 'backup' | 'copy'
  made: string | null
  spaces: BookSpace[]
  /** Newest first. */
  items: BookItem[]
  /** The body as text; read when an item is opened. */
  body(id: string): string
}

/** Newest first, and what stands under an item in its own order. */
export function inOrder(items: BookItem[]): BookItem[] {
  return items.sort((a, b) => b.moment - a.moment)
}

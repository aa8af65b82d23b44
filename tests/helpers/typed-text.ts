/** What {@link file://./typing-child.ts} had typed into an entry at its nth draft, and what it was told about it. */
export type Acknowledged = { id: string; revision: number; draft: number; hash: string }

export function typedText(id: string, draft: number): string {
  return `${draft} ${id} ${'woord voor woord '.repeat(1 + (draft % 60))}`.trimEnd()
}

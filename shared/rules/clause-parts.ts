/** What one clause cannot hold goes on in the next. */
export const clauseMaxCharacters = 20_000

/** Cut at the end of a sentence where there is one near, else between words, else anywhere but inside a character. */
export function clauseParts(text: string): string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > clauseMaxCharacters) {
    const head = rest.slice(0, clauseMaxCharacters)
    const sentence = /^[\s\S]*[.!?…](?=\s)/.exec(head)?.[0].length ?? 0
    const word = head.lastIndexOf(' ')
    const half = clauseMaxCharacters / 2
    const at = sentence > half ? sentence : word > half ? word : head.replace(/[\uD800-\uDBFF]$/, '').length
    parts.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trim()
  }
  return [...parts, rest]
}

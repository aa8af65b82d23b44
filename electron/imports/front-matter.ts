/**
 * The fields above a Markdown file, between two lines of dashes. Only the few
 * forms that note-taking apps write are understood: no references, no types.
 */
export type FrontMatter = { fields: ReadonlyMap<string, readonly string[]>; text: string }

const longest = 20_000

export function readFrontMatter(text: string): FrontMatter {
  const none: FrontMatter = { fields: new Map(), text }
  const opening = /^---[ \t]*\r?\n/.exec(text)
  if (opening === null) return none
  const head = text.slice(opening[0].length, opening[0].length + longest)
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(head)
  if (closing === null) return none
  const fields = fieldsOf(head.slice(0, closing.index))
  // A line of dashes above ordinary words is a rule, and the words are words.
  return fields === null ? none : { fields, text: text.slice(opening[0].length + closing.index + closing[0].length) }
}

function fieldsOf(head: string): Map<string, string[]> | null {
  const fields = new Map<string, string[]>()
  let last: string[] | null = null
  for (const line of head.split(/\r?\n/)) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const item = /^\s*-\s+(.*)$/.exec(line)
    const field = /^([A-Za-z][\w ?-]{0,60}):(?:\s+(.*))?$/.exec(line)
    if (field !== null) {
      last = valuesOf(field[2] ?? '')
      fields.set((field[1] ?? '').toLowerCase(), last)
    } else if (item !== null && last !== null) last.push(bare(item[1] ?? ''))
    else if (!/^\s/.test(line)) return null
  }
  return fields
}

function valuesOf(value: string): string[] {
  const text = value.trim()
  if (text === '' || text === '|' || text === '>') return []
  if (text.startsWith('[') && text.endsWith(']')) return text.slice(1, -1).split(',').map(bare).filter((part) => part !== '')
  return [bare(text)]
}

function bare(value: string): string {
  const text = value.trim()
  const quoted = /^(["'])(.*)\1$/.exec(text)
  return quoted === null ? text.replace(/\s+#.*$/, '') : (quoted[2] ?? '').replaceAll('\\"', '"').replaceAll("''", "'")
}

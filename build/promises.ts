/** What SECURITY.md promises, and the test that it names for each. */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from './processes.ts'

export type Promised = {
  /** The row's own id where a row of `tests/trust/` holds it, else the beginning of its words. */
  id: string
  promise: string
  how: string
  file: string
  /** The test's title, or the row's id. */
  title: string
  kind: 'row' | 'unit' | 'e2e'
}

export function readPromises(text: string = readFileSync(join(root, 'SECURITY.md'), 'utf8')): Promised[] {
  const section = text.split('\n## Promises\n')[1]?.split('\n## ')[0] ?? ''
  return section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| Promise |')).map((line) => {
    const [promise = '', how = '', held = ''] = line.replaceAll(/^\| | \|$/g, '').split(' | ')
    const [, file = '', title = ''] = /^`([^`]+)`: (.*)$/.exec(held.trim()) ?? []
    const kind = file.endsWith('.test.ts') || file.endsWith('.test.tsx') ? (file.startsWith('tests/e2e/') ? 'e2e' : 'unit') : 'row'
    return { id: kind === 'row' ? basename(file, '.ts') : slug(promise), promise, how, file, title, kind }
  })
}

/** A title as it stands in the file, with what `test.each` fills in left open. */
export function titlePattern(title: string): RegExp {
  return new RegExp(title.split(/%[sjd]|\$\w+/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('.*'))
}

function slug(promise: string): string {
  const words = promise.toLowerCase().replaceAll(/[^a-z0-9 ]/g, '').split(' ').filter(Boolean)
  return words.slice(0, 6).join('-')
}

/**
 * The page in few files: what the lock screen needs, the journal, and all other
 * places together. Each file travels through the shell by itself, and small ones
 * compress badly: one for each screen and each part weighed a tenth more.
 */
import { normalizePath } from 'vite'
import type { Plugin, Rolldown } from 'vite'

type Context = { getModuleInfo(id: string): { importedIds: readonly string[] } | null }

/** Texts of one language are not code: each in a file named after it, however it is asked for. */
const texts = /\/shared\/texts\/([\w-]+-(?:en|nl|id)|(?:en|nl|id))\.ts$/
const messages = /\/renderer\/messages\/(?:en|nl|id)(?:\/|\.ts$)/

/** What the lock screen stands on. Icons are small, and every screen has some. */
const baseLibraries = /\/node_modules\/(?:react|react-dom|scheduler|intl-messageformat|@formatjs|@noble|lucide-react)\//
/** Needed by the shell's own file dialog as well, and by no lock screen. */
const schemas = /\/node_modules\/zod\//
/** Days and numbers are picked on few screens, and weigh as much as all other fields. */
const dateLibraries = /\/node_modules\/(?:@internationalized\/(?:date|number)|react-(?:aria|stately)[^/]*\/.*\b(?:datepicker|calendar|spinbutton|numberfield|useDateFormatter|useNumberFormatter)\b|react-aria-components\/.*\b(?:DateField|Calendar|DatePicker|HiddenDateInput)\b)/

/** Our own modules that this one imports, and those that they import, without waiting. */
function importedBy(entry: string, context: Context): Set<string> {
  const found = new Set<string>()
  const open = [entry]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || id.includes('/node_modules/')) continue
    found.add(id)
    open.push(...context.getModuleInfo(id)?.importedIds ?? [])
  }
  return found
}

/** How the page is cut up. */
export function pageChunks(folder: string): Rolldown.CodeSplittingOptions {
  const root = normalizePath(folder)
  let sets: { lock: Set<string>; dialog: Set<string>; journal: Set<string> } | undefined
  const name = (id: string, context: Context): string | null => {
    const text = texts.exec(id)?.[1]
    if (text !== undefined) return text.length === 2 ? `documents-${text}` : text
    if (messages.test(id)) return null
    if (id.includes('/node_modules/')) {
      if (baseLibraries.test(id)) return 'base'
      if (schemas.test(id)) return 'schemas'
      return dateLibraries.test(id) ? 'places' : 'journal'
    }
    sets ??= {
      lock: importedBy(`${root}main.tsx`, context),
      dialog: importedBy(`${root}dialog/main.tsx`, context),
      journal: importedBy(`${root}frame/OpenVault.tsx`, context),
    }
    // Each entry begins in its own file.
    if (id === `${root}main.tsx` || id.endsWith('.html')) return null
    if (id.startsWith('\0')) return id.includes('preload-helper') ? 'base' : null
    if (sets.lock.has(id)) return 'base'
    if (sets.dialog.has(id)) return null
    return sets.journal.has(id) ? 'journal' : 'places'
  }
  return { includeDependenciesRecursively: false, groups: [{ debugName: 'parts', name }] }
}

/** What each of our files may wait for; a library in the wrong one would draw all of it in. */
const order = ['base', 'schemas', 'journal', 'places']

export const pageInOrder: Plugin = {
  name: 'page-in-order',
  generateBundle(_options, bundle) {
    const rank = (name: string) => order.findIndex((part) => name.startsWith(`assets/${part}-`))
    for (const file of Object.values(bundle)) {
      const wrong = file.type === 'chunk' && rank(file.fileName) >= 0 ? file.imports.find((other) => rank(other) > rank(file.fileName)) : undefined
      if (wrong !== undefined) this.error(`${file.fileName} would wait for ${wrong}`)
    }
  },
}

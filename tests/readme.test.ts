/** What README and SECURITY say about the tree, the libraries and the tests is true. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readPromises } from '../build/promises.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const readme = read('README.md')
const security = read('SECURITY.md')

/** The cells of each row of the tables between this heading and the next of its rank. */
function rows(text: string, heading: string): string[][] {
  const rank = heading.split(' ')[0] ?? ''
  const [, rest = ''] = text.split(`\n${heading}\n`)
  const [section = ''] = rest.split(new RegExp(`^${rank} `, 'm'))
  return section.split('\n').filter((line) => line.startsWith('|')).map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| ?| ?\|$/g, '').trim()))
    .filter(([first = '']) => first.includes('`'))
}

const named = (cell: string | undefined) => [...(cell ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')

/** Folders with something in them, as deep as the map goes. */
function folders(path: string, depth: number): string[] {
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !['node_modules', 'dist', 'test-results'].includes(entry.name))
    .flatMap((entry) => {
      const inner = `${path}${entry.name}/`
      if (readdirSync(join(root, inner)).length === 0) return []
      const deeper = depth > 1 || inner === 'electron/host/' ? folders(inner, depth - 1) : []
      return [inner, ...deeper]
    })
}

test('the map of the folders is the tree', () => {
  const map = rows(readme, '## The folders').flatMap(([path]) => named(path))

  expect(map.filter((path) => path.endsWith('/')).sort()).toEqual(folders('', 2).sort())
})

test('nothing else lies at the top', () => {
  const files = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map(({ name }) => name)

  expect(files.filter((name) => !name.endsWith('.log')).sort()).toEqual(['README.md', 'SECURITY.md', 'package-lock.json', 'package.json', 'tsconfig.json'])
})

const Package = z.object({
  dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()), scripts: z.record(z.string(), z.string()),
})
const { dependencies, devDependencies, scripts } = Package.parse(JSON.parse(read('package.json')))

test.each([['### In the app', dependencies], ['### To build and test it', devDependencies]])('%s: every library is listed, with its licence and a reason, and none that is not used', (heading, used) => {
  const table = rows(readme, heading)

  expect(table.flatMap(([names]) => named(names)).sort()).toEqual(Object.keys(used).sort())
  for (const [names, licence, why = ''] of table) {
    for (const name of named(names)) {
      expect(z.object({ license: z.string() }).parse(JSON.parse(read(`node_modules/${name}/package.json`))).license, name).toBe(licence)
    }
    expect(why.length, names).toBeGreaterThan(10)
  }
})

test('versions are exact', () => {
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) expect(version, name).toMatch(/^[0-9]+\.[0-9]+\.[0-9]+$/)
})

test('every command is listed, and every command listed is there', () => {
  const told = rows(readme, '## Start').flatMap(([command]) => named(command)).map((command) => command.replace(/^npm (run )?/, ''))

  expect(told.sort()).toEqual(Object.keys(scripts).sort())
})

const promises = readPromises()

test('every promise names a test that is there', () => {
  expect(promises.length).toBeGreaterThan(10)
  for (const { promise, how, file, title } of promises) {
    expect(existsSync(join(root, file)), `${promise} ${file}`).toBe(true)
    expect(read(file).replaceAll("\\'", "'"), `${promise} ${title}`).toContain(title)
    expect(how.length, promise).toBeGreaterThan(10)
  }
})

test('no promise is made twice', () => {
  expect(promises.map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at)).toEqual([])
})

const attacks = readdirSync(join(root, 'tests/trust')).filter((name) => name.endsWith('.ts') && /^export const row\b/m.test(read(`tests/trust/${name}`)))

test.each(attacks)('%s is run, and its promise is made word for word', (name) => {
  const runners = readdirSync(join(root, 'tests/trust')).filter((other) => other.endsWith('.test.ts')).map((other) => read(`tests/trust/${other}`))
  const made = promises.find(({ file }) => file === `tests/trust/${name}`)

  expect(runners.filter((text) => text.includes(`'./${name}'`)).length).toBe(1)
  expect(made?.title).toBe(name.replace('.ts', ''))
  expect(read(`tests/trust/${name}`)).toContain(`'${made?.promise.replaceAll("'", "\\'")}'`)
})

test('files that are spoken of are there', () => {
  for (const text of [readme, security]) {
    const paths = named(text).filter((name) => /^(shared|electron|renderer|build|tests)\/[\w./-]+\.\w+$/.test(name))
    for (const path of paths) expect(existsSync(join(root, path)), path).toBe(true)
  }
})

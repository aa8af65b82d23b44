/** Both gates bite: a wrong import direction is refused by the linter, a wrong environment by the compiler. */
import { ESLint } from 'eslint'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const eslint = new ESLint({ cwd: root, overrideConfigFile: join(root, 'build/eslint.config.js') })

/** What the linter says of this text, as if it stood in that file. */
async function lint(file: string, code: string): Promise<Array<{ rule: string | null; message: string }>> {
  const [result] = await eslint.lintText(code, { filePath: join(root, file) })
  if (result === undefined) throw new Error(`${file} is not linted`)
  return result.messages.map(({ ruleId, message }) => ({ rule: ruleId, message }))
}

const plant = (from: string) => `import { planted } from '${from}'\nexport const used = planted\n`

describe('import direction', () => {
  const refused: ReadonlyArray<readonly [file: string, from: string, because: RegExp]> = [
    ['shared/planted.ts', '../electron/vault/slots.ts', /may not import electron\//],
    ['shared/planted.ts', '../renderer/api.ts', /may not import renderer\//],
    ['shared/planted.ts', 'node:fs', /No Node here/],
    ['shared/planted.ts', 'fs', /Only these packages belong here/],
    ['shared/planted.ts', 'react', /Only these packages belong here/],
    ['shared/planted.ts', 'electron', /Only electron\/host\/electron/],
    ['renderer/planted.tsx', '../electron/database/open.ts', /may not import electron\//],
    ['renderer/journal/planted.tsx', '../../electron/api/dispatch.ts', /may not import electron\//],
    ['renderer/planted.tsx', 'node:fs', /No Node here/],
    ['renderer/planted.tsx', 'fs', /Only these packages belong here/],
    ['renderer/planted.tsx', 'electron', /Only electron\/host\/electron/],
    ['renderer/planted.tsx', 'better-sqlite3-multiple-ciphers', /Only these packages belong here/],
    ['electron/database/planted.ts', '../host/host.ts', /may not import host\//],
    ['electron/database/planted.ts', '../api/backend.ts', /may not import api\//],
    ['electron/database/planted.ts', '../vault/vault.ts', /may not import vault\//],
    ['electron/database/planted.ts', '../exports/model.ts', /may not import exports\//],
    ['electron/database/planted.ts', '../../renderer/api.ts', /may not import renderer\//],
    ['electron/database/planted.ts', 'docx', /Only these packages belong here/],
    ['electron/vault/planted.ts', '../host/supervisor.ts', /may not import host\//],
    ['electron/vault/planted.ts', '../api/backend.ts', /may not import api\//],
    ['electron/vault/planted.ts', '../exports/model.ts', /may not import exports\//],
    ['electron/exports/planted.ts', '../host/host.ts', /may not import host\//],
    ['electron/exports/planted.ts', '../vault/vault.ts', /may not import vault\//],
    ['electron/exports/planted.ts', 'better-sqlite3-multiple-ciphers', /Only these packages belong here/],
    ['electron/imports/planted.ts', '../database/imports.ts', /may not import database\//],
    ['electron/imports/planted.ts', '../vault/vault.ts', /may not import vault\//],
    ['electron/imports/planted.ts', '../host/host.ts', /may not import host\//],
    ['electron/imports/planted.ts', 'fflate', /Only these packages belong here/],
    ['electron/database/planted.ts', '../imports/plan.ts', /may not import imports\//],
    ['electron/dump/planted.ts', '../api/backend.ts', /may not import api\//],
    ['electron/dump/planted.ts', 'docx', /Only these packages belong here/],
    ['renderer/reader/planted.tsx', '../ui/Button.tsx', /The reader stands alone/],
    ['renderer/reader/planted.tsx', '../../electron/vault/slots.ts', /may not import electron\//],
    ['electron/api/planted.ts', 'playwright-core', /Only electron\/host\/chromium/],
    ['electron/api/planted.ts', 'electron', /Only electron\/host\/electron/],
    ['electron/api/planted.ts', '../host/electron/main.ts', /Of the shells only the port/],
    ['electron/api/planted.ts', '../host/supervisor.ts', /Of the shells only the port/],
    ['electron/api/planted.ts', '../../renderer/api.ts', /may not import renderer\//],
    ['electron/planted.ts', './host/chromium/shell.ts', /Of the shells only the port/],
    ['electron/planted.ts', 'electron', /Only electron\/host\/electron/],
    ['electron/host/planted.ts', './electron/window.ts', /may not import electron\//],
    ['electron/host/planted.ts', './chromium/shell.ts', /may not import chromium\//],
    ['electron/host/planted.ts', 'playwright-core', /Only electron\/host\/chromium/],
    ['electron/host/electron/planted.ts', '../chromium/shell.ts', /may not import chromium\//],
    ['electron/host/electron/planted.ts', 'playwright-core', /Only electron\/host\/chromium/],
    ['electron/host/chromium/planted.ts', '../electron/window.ts', /may not import electron\//],
    ['electron/host/chromium/planted.ts', 'electron', /Only electron\/host\/electron/],
    ['electron/host/chromium/planted.ts', '../../../renderer/api.ts', /may not import renderer\//],
    ['electron/api/planted.ts', '../../tests/helpers/temp-folder.ts', /may not import tests\//],
    ['renderer/planted.tsx', '../build/flags.ts', /may not import build\//],
  ]

  test.each(refused)('%s may not import %s', async (file, from, because) => {
    const messages = await lint(file, plant(from))

    expect(messages).toContainEqual({ rule: 'no-restricted-imports', message: expect.stringMatching(because) })
    expect(new Set(messages.map(({ rule }) => rule))).toEqual(new Set(['no-restricted-imports']))
  })

  test.each([
    ['shared/planted.ts', 'zod'],
    ['shared/planted.ts', './dates.ts'],
    ['renderer/planted.tsx', '../shared/contract.ts'],
    ['renderer/planted.tsx', 'react-aria-components'],
    ['renderer/planted.tsx', '@lexical/react/LexicalComposerContext'],
    ['electron/database/planted.ts', '../../shared/item.ts'],
    ['electron/database/planted.ts', 'better-sqlite3-multiple-ciphers'],
    ['electron/database/planted.ts', 'node:crypto'],
    ['electron/vault/planted.ts', '../database/open.ts'],
    ['electron/dump/planted.ts', '../exports/markdown.ts'],
    ['renderer/reader/planted.tsx', '../../shared/rich-text.ts'],
    ['renderer/reader/planted.tsx', 'sql.js'],
    ['electron/exports/planted.ts', 'docx'],
    ['electron/imports/planted.ts', '../../shared/importing.ts'],
    ['electron/imports/planted.ts', 'node:zlib'],
    ['electron/api/planted.ts', '../imports/import-thread.ts'],
    ['electron/api/planted.ts', '../host/host.ts'],
    ['electron/api/planted.ts', '../vault/vault.ts'],
    ['electron/planted.ts', './api/dispatch.ts'],
    ['electron/host/planted.ts', '../core-messages.ts'],
    ['electron/host/electron/planted.ts', 'electron'],
    ['electron/host/electron/planted.ts', '../supervisor.ts'],
    ['electron/host/chromium/planted.ts', 'playwright-core'],
    ['electron/host/chromium/planted.ts', '../../core-messages.ts'],
  ])('%s may import %s', async (file, from) => {
    expect(await lint(file, plant(from))).toEqual([])
  })

  test.each([
    ['renderer/planted.tsx', "export const late = import('../electron/database/open.ts')"],
    ['renderer/planted.tsx', "export type Late = typeof import('electron')"],
    ['shared/planted.ts', "export const late = import('node:fs')"],
    ['electron/api/planted.ts', "export const late = import('playwright-core')"],
    ['electron/database/planted.ts', "export const late = import('../api/backend.ts')"],
    ['electron/api/planted.ts', "export const late = require('electron')"],
  ])('in %s this is no way around: %s', async (file, code) => {
    const messages = await lint(file, `${code}\n`)

    expect(messages.map(({ rule }) => rule)).toEqual(['no-restricted-syntax'])
  })

  test('a page may load its own parts and the vault its own libraries when they are needed', async () => {
    expect(await lint('renderer/planted.tsx', "export const late = import('./journal/Journal.tsx')\n")).toEqual([])
    expect(await lint('electron/vault/planted.ts', "export const late = import('hash-wasm')\n")).toEqual([])
  })
})

describe('house rules', () => {
  test.each([
    ['no-restricted-syntax', 'renderer/planted.tsx', 'export default 1\n'],
    ['no-restricted-syntax', 'renderer/planted.tsx', 'export const Raw = () => <p dangerouslySetInnerHTML={{ __html: "x" }} />\n'],
    ['@typescript-eslint/no-explicit-any', 'shared/planted.ts', 'export const loose = (value: any) => value\n'],
    ['@typescript-eslint/no-non-null-assertion', 'electron/planted.ts', 'export const sure = (value: string | null) => value!\n'],
    ['@typescript-eslint/ban-ts-comment', 'electron/planted.ts', '// @ts-ignore\nexport const one = 1\n'],
  ])('%s bites in %s', async (rule, file, code) => {
    expect((await lint(file, code)).map((message) => message.rule)).toEqual([rule])
  })
})

/** A folder's own compiler settings, as `npm run typecheck` uses them. */
function settings(folder: string): ts.ParsedCommandLine {
  const config = join(root, folder, 'tsconfig.json')
  const { config: raw, error } = ts.readConfigFile(config, (path) => ts.sys.readFile(path))
  if (error !== undefined) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'))
  return ts.parseJsonConfigFileContent(raw, ts.sys, join(root, folder), {}, config)
}

/** The types of the language and of Node are read once for all. */
const parsed = new Map<string, ts.SourceFile>()

/** What the compiler says of this text, as if it stood in that file. */
function compile(folder: string, name: string, code: string): Array<{ code: number; message: string }> {
  const { options } = settings(folder)
  const file = join(root, folder, name)
  const host = ts.createCompilerHost(options)
  const [exists, read, parse] = [host.fileExists.bind(host), host.readFile.bind(host), host.getSourceFile.bind(host)]
  host.fileExists = (path) => path === file || exists(path)
  host.readFile = (path) => (path === file ? code : read(path))
  host.getSourceFile = (path, ...options) => {
    const found = path === file ? undefined : parsed.get(path) ?? parse(path, ...options)
    if (found !== undefined) parsed.set(path, found)
    return found ?? parse(path, ...options)
  }
  const program = ts.createProgram([file], options, host)
  const source = program.getSourceFile(file)
  if (source === undefined) throw new Error(`${file} is not compiled`)
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    .map(({ code: number, messageText }) => ({ code: number, message: ts.flattenDiagnosticMessageText(messageText, '\n') }))
}

describe('environment', () => {
  /** "Cannot find name", with and without advice. */
  const unknownName = [2304, 2580, 2584, 2591]

  test.each([
    ['shared', 'document'], ['shared', 'window'], ['shared', 'process'], ['shared', 'Buffer'], ['shared', 'setTimeout'],
    ['renderer', 'process'], ['renderer', 'Buffer'], ['renderer', '__dirname'],
    ['electron', 'document'], ['electron', 'window'], ['electron', 'alert'],
  ])('%s/ does not know %s', (folder, name) => {
    const found = compile(folder, 'planted.ts', `export const planted = ${name}\n`)

    expect(found).toHaveLength(1)
    expect(unknownName).toContain(found[0]?.code)
    expect(found[0]?.message).toContain(`'${name}'`)
  })

  test('renderer/ and shared/ cannot reach a module of Node', () => {
    for (const folder of ['renderer', 'shared']) {
      expect(compile(folder, 'planted.ts', "import { readFileSync } from 'node:fs'\nexport const planted = readFileSync\n"))
        .toEqual([expect.objectContaining({ message: expect.stringContaining("'node:fs'") })])
    }
  })

  test.each([
    ['shared', 'export const planted: Map<string, Date> = new Map()\n'],
    ['renderer', 'export const planted = document.title\n'],
    ['electron', 'export const planted = process.platform\n'],
  ])('%s/ knows what is its own', (folder, code) => {
    expect(compile(folder, 'planted.ts', code)).toEqual([])
  })

  test.each([
    ['shared', 'export const planted: string = [""][0]\n', 2322],
    ['electron', 'export enum Planted { One }\n', 1294],
    ['renderer', 'const planted: { one?: string } = { one: undefined }\nexport { planted }\n', 2375],
  ])('%s/ is as strict as the root', (folder, code, expected) => {
    expect(compile(folder, 'planted.ts', code).map((found) => found.code)).toEqual([expected])
  })

  test.each([
    ['.', 'build/test.ts'], ['shared', 'shared/contract.ts'], ['electron', 'electron/api/dispatch.ts'], ['renderer', 'renderer/api.ts'], ['tests', 'tests/gates.test.ts'],
  ])('the settings of %s really cover %s, and the linter too', async (folder, file) => {
    expect(existsSync(join(root, file))).toBe(true)
    expect(settings(folder).fileNames).toContain(join(root, file))
    expect(await eslint.isPathIgnored(join(root, file))).toBe(false)
  })
})

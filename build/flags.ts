/** Reading a command's flags: an unknown one is refused with exit 2. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ParseArgsConfig } from 'node:util'

type Options = NonNullable<ParseArgsConfig['options']>
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O; strict: true; allowPositionals: true }>>

/** What is said to a person, and how the command ends for it. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly exitCode: 1 | 2 | 3
  constructor(exitCode: 1 | 2 | 3, message: string) {
    super(message)
    this.exitCode = exitCode
  }
}

export function readFlags<O extends Options>(options: O, positionals = 0): Values<O> {
  try {
    const parsed = parseArgs({ options, strict: true, allowPositionals: true })
    if (parsed.positionals.length > positionals) throw new TypeError(`Unexpected argument '${parsed.positionals[positionals]}'`)
    return parsed
  } catch (error) {
    throw new CommandError(2, error instanceof Error ? error.message : 'wrong arguments')
  }
}

/** A path as the person meant it: from the folder npm was called in. */
export function callerPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path)
}

/** The folder of `--out`: made if absent, refused when there is something in it. */
export function outFolder(path: string, force: boolean): string {
  const folder = callerPath(path)
  if (existsSync(folder) && readdirSync(folder).length > 0 && !force) {
    throw new CommandError(2, `${folder} is not empty; add --force to write into it`)
  }
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Run a command's body: its failures become a sentence on stderr and the exit code. */
export async function command(body: () => Promise<number> | number): Promise<void> {
  try {
    process.exitCode = await body()
  } catch (error) {
    const known = error instanceof CommandError
    process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack ?? error.message : String(error)}\n`)
    process.exitCode = known ? error.exitCode : 1
  }
}

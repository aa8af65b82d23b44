/**
 * Homes in which a journal was begun, each made once in a run, by the five
 * leaves as a person sees them, and copied for each journey that needs one.
 */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, rmdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { defaultVaultFolder } from '../../electron/host/folders.ts'
import { changePreferences, preferenceFile } from '../../electron/host/preference-schema.ts'

const place = 'MJ_TEST_HOMES'

/** Before all journeys, in the runner's own process, which takes a default export alone; the answer clears up after them. */
function makePlace(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'mj-homes-'))
  process.env[place] = folder
  return () => { rmSync(folder, { recursive: true, force: true }) }
}
export { makePlace as default }

/** Fill `home` with a copy of what `begin` makes in an empty folder; `what` tells all that makes a difference to it. */
export async function copyBegun(what: object, home: string, begin: (home: string) => Promise<void>): Promise<void> {
  const folder = process.env[place]
  if (folder === undefined) throw new Error(`${place} is not set`)
  const begun = join(folder, createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 16))
  while (!existsSync(begun)) await makeOrWait(begun, begin)
  cpSync(begun, home, { recursive: true })
  const path = join(home, `${preferenceFile.name}.${preferenceFile.extension}`)
  const moved = changePreferences(JSON.parse(readFileSync(path, 'utf8')), { vaultFolder: defaultVaultFolder(home) })
  writeFileSync(path, JSON.stringify(moved))
}

/** Workers share these homes: one of them makes it. */
async function makeOrWait(begun: string, begin: (home: string) => Promise<void>): Promise<void> {
  const making = `${begun}.making`
  try {
    mkdirSync(making)
  } catch {
    await wait(100)
    return
  }
  try {
    await begin(join(making, 'home'))
    renameSync(join(making, 'home'), begun)
    rmdirSync(making)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    throw error
  }
}

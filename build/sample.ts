/** `npm run sample`: a real vault with as many items as asked for, the same for the same seed. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { calibrate } from '../electron/vault/calibrate.ts'
import { createVault } from '../electron/vault/vault.ts'
import { Language } from '../shared/language.ts'
import { callerPath, command, CommandError, outFolder, readFlags } from './flags.ts'
import { chanceFrom, fillWithSample } from './sample-items.ts'

const progressEveryMs = 2000

await command(async () => {
  const { values } = readFlags({
    out: { type: 'string' }, items: { type: 'string' }, lang: { type: 'string', default: 'en' },
    seed: { type: 'string', default: '1' }, force: { type: 'boolean', default: false },
  })
  if (values.out === undefined) throw new CommandError(2, 'Say where to write: --out DIR')
  const items = wholeNumber(values.items, '--items', 1)
  const seed = wholeNumber(values.seed, '--seed', 0)
  const language = Language.safeParse(values.lang)
  if (!language.success) throw new CommandError(2, '--lang is en, nl or id')
  const passphrase = process.env['MJ_PASSPHRASE'] ?? ''
  if (passphrase === '') throw new CommandError(2, 'Put the passphrase for the vault into the environment variable MJ_PASSPHRASE')

  const folder = join(outFolder(values.out, values.force), 'Sample.mjournal')
  // Only what this command makes is written over, and only when told so.
  if (values.force && existsSync(folder)) rmSync(folder, { recursive: true })
  const { opened } = await createVault(folder, passphrase, await calibrate(), new Date())
  try {
    let shown = Date.now()
    fillWithSample(opened.db, items, language.data, chanceFrom(seed), (done) => {
      if (done < items && Date.now() - shown < progressEveryMs) return
      shown = Date.now()
      process.stderr.write(`${done} of ${items} items\n`)
    })
  } finally {
    opened.db.close()
  }
  process.stdout.write(`${callerPath(folder)}\n`)
  return 0
})

function wholeNumber(text: string | undefined, flag: string, least: number): number {
  const value = Number(text)
  if (text === undefined || !/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
    throw new CommandError(2, `${flag} needs a whole number from ${least}`)
  }
  return value
}

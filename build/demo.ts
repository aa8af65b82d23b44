/** `npm run demo -- --out DIR [--lang en|nl|id]`: the main job, played in the real window. */
import { join } from 'node:path'
import { buildPage } from './bundle.ts'
import { command, CommandError, outFolder, readFlags } from './flags.ts'
import { root, run, say } from './processes.ts'
import { browser, ensurePrograms, virtualScreen } from './programs.ts'
import { withVirtualScreen } from './screen.ts'

await command(async () => {
  const { values } = readFlags({ out: { type: 'string' }, lang: { type: 'string' }, force: { type: 'boolean' } })
  const { lang = 'en' } = values
  if (values.out === undefined) throw new CommandError(2, 'Say where the results go: npm run demo -- --out DIR')
  if (!['en', 'nl', 'id'].includes(lang)) throw new CommandError(2, '--lang is en, nl or id')
  const out = outFolder(values.out, values.force === true)
  await ensurePrograms([browser, virtualScreen])
  await buildPage()
  say('Playing the main job off-screen…')
  return withVirtualScreen(async (env) => {
    const { code } = await run(process.execPath, [join(root, 'tests/e2e/demo/main.ts'), '--out', out, '--dist', `${join(root, 'dist/renderer')}/`, '--lang', lang], { env, stdio: ['ignore', 2, 2] })
    if (code === 0) process.stdout.write(`${join(out, 'demo.json')}\n`)
    return code === 0 ? 0 : 1
  })
})

/** `npm run typecheck`: the root, and each folder in its own environment. */
import { command, readFlags } from './flags.ts'
import { checkTypes } from './checks.ts'

await command(async () => {
  readFlags({})
  return (await checkTypes()).every((check) => check.passed) ? 0 : 1
})

/** `npm run lint`: who may import whom, and the few rules the compiler cannot give. */
import { command, readFlags } from './flags.ts'
import { checkLint } from './checks.ts'

await command(async () => {
  readFlags({})
  return (await checkLint()).every((check) => check.passed) ? 0 : 1
})

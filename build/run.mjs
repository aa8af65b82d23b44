import { boot } from './boot.mjs'

const names = ['sample', 'vault', 'bench', 'trust', 'lint', 'typecheck']
const name = process.argv[2]
if (names.includes(name)) await boot(name, 1)
else {
  process.stderr.write(`Known: ${names.join(', ')}\n`)
  process.exitCode = 2
}

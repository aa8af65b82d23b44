import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { Language } from '../../../shared/language.ts'
import { playDemo } from './play.ts'

const { values } = parseArgs({ options: { out: { type: 'string' }, dist: { type: 'string' }, lang: { type: 'string' }, wait: { type: 'boolean' } } })
if (values.out === undefined || values.dist === undefined) throw new Error('--out and --dist are needed')
await playDemo({
  out: values.out, dist: values.dist, language: Language.parse(values.lang), say: (line) => process.stderr.write(`  ${line}\n`),
  // For whoever wants to look at what it leaves while the vault is open: it goes on after a line.
  whileOpen: async () => {
    if (values.wait !== true) return
    process.stdout.write('open\n')
    await once(process.stdin, 'data')
    process.stdin.destroy()
  },
})

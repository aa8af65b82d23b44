import { parseArgs } from 'node:util'
import { Language } from '../../../shared/language.ts'
import { playDemo } from './play.ts'

const { values } = parseArgs({ options: { out: { type: 'string' }, dist: { type: 'string' }, lang: { type: 'string' } } })
if (values.out === undefined || values.dist === undefined) throw new Error('--out and --dist are needed')
await playDemo({ out: values.out, dist: values.dist, language: Language.parse(values.lang), say: (line) => process.stderr.write(`  ${line}\n`) })

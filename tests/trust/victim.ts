/** Does one job in a process of its own: the job's name and its folder are the arguments. */
import { writevSync } from 'node:fs'
import type { Job } from './jobs/job.ts'

const [name = '', folder = ''] = process.argv.slice(2)
// Each file beside `job.ts` holds one.
const { job } = await import(`./jobs/${name}.ts`) as { job: Job }

// Two parts, so that it goes out by another system call than what is written to files.
await job.work(folder, (line) => { writevSync(1, [Buffer.from(JSON.stringify(line)), Buffer.from('\n')]) })

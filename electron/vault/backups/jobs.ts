/** What takes long, as plain jobs: run in a thread beside the vault, or on the spot where nobody waits. */
import { fstatSync, rmSync } from 'node:fs'
import { AppError } from '../../../shared/errors.ts'
import { lookIntoCopy } from '../../database/copy.ts'
import type { CopyContent } from '../../database/copy.ts'
import { copyStretch, makeDurable, withFile } from './pieces.ts'
import type { Step } from './pieces.ts'
import { extractDatabase } from './read.ts'
import { verifyBackup } from './verify.ts'
import { writeBackup } from './write.ts'
import type { BackupSource } from './write.ts'

type Jobs = {
  write: { input: BackupSource & { path: string }; output: { bytes: number } }
  verify: { input: { path: string; dataKey: Uint8Array; scratch: string }; output: CopyContent }
  look: { input: { path: string; dataKey: Uint8Array }; output: CopyContent }
  extract: { input: { path: string; to: string }; output: undefined }
  carry: { input: { from: string | number; to: string }; output: { bytes: number; crc: number } }
}
export type JobName = keyof Jobs
export type JobInput<N extends JobName> = Jobs[N]['input']
export type JobOutput<N extends JobName> = Jobs[N]['output']

const jobs: { [N in JobName]: (input: Jobs[N]['input'], step: Step) => Jobs[N]['output'] } = {
  write: ({ path, ...source }, step) => writeBackup(source, path, step),
  verify: ({ path, dataKey, scratch }, step) => verifyBackup(path, dataKey, scratch, step),
  look: ({ path, dataKey }) => lookIntoCopy(path, dataKey),
  extract: ({ path, to }, step) => { extractDatabase(path, to, { durable: true, step }); return undefined },
  carry: ({ from, to }, step) => carryFile(from, to, step),
}

export function runJob<N extends JobName>(name: N, input: JobInput<N>, step: Step): JobOutput<N> {
  return jobs[name](input, step)
}

/**
 * Copy a file, durable, and read it back: a stick that lies is found out now.
 *
 * @param from a path, or a descriptor that stays open
 * @throws AppError `backup.failed` when the copy reads differently
 */
export function carryFile(from: string | number, to: string, step: Step): { bytes: number; crc: number } {
  if (typeof from === 'string') return withFile(from, 'r', (file) => carryFile(file, to, step))
  const length = fstatSync(from).size
  try {
    const crc = withFile(to, 'wx', (copy) => {
      const written = copyStretch({ file: from, at: 0, length }, { file: copy, at: 0 }, step)
      makeDurable(copy)
      return written
    })
    const found = withFile(to, 'r', (file) => copyStretch({ file, at: 0, length }, null, () => { step(length, length) }))
    if (found !== crc) throw new AppError('backup.failed')
    return { bytes: length, crc }
  } catch (error) {
    rmSync(to, { force: true })
    throw error
  }
}

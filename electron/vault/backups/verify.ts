import { rmSync } from 'node:fs'
import { AppError } from '../../../shared/errors.ts'
import { lookIntoCopy } from '../../database/copy.ts'
import type { CopyContent } from '../../database/copy.ts'
import { extractDatabase, readBackup } from './read.ts'
import { noStep } from './pieces.ts'
import type { Step } from './pieces.ts'

/**
 * Prove that a backup can be put back: read its keys, take its database out, as a restore
 * would, open it with the key, read every page, and count what is in it.
 *
 * @param scratch a path that is free; what is written there is encrypted, and gone afterwards
 * @throws AppError `backup.damaged`, `vault.newer`
 */
export function verifyBackup(path: string, dataKey: Uint8Array, scratch: string, step: Step = noStep): CopyContent {
  try {
    readBackup(path)
    // Half of the way is taking it out, the other half is reading it.
    extractDatabase(path, scratch, { durable: false, step: (done, of) => { step(done, of * 2) } })
    return lookIntoCopy(scratch, dataKey)
  } catch (error) {
    if (error instanceof AppError && error.code === 'vault.damaged-no-backup') throw new AppError('backup.damaged', { cause: error })
    throw error
  } finally {
    for (const leftover of [scratch, `${scratch}-journal`]) rmSync(leftover, { force: true })
  }
}

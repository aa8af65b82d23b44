/** As `keys`, with a defect: the key files are written over where they are, one emptied before the other is whole. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { keyFileNames } from '../../../electron/vault/key-file.ts'
import type { Job } from './job.ts'
import { changeMany, job as keys } from './keys.ts'

export const job: Job = {
  ...keys,
  work: (folder, say) => changeMany(folder, say, writeInPlace),
}

export function writeInPlace(vaultFolder: string): void {
  const bytes = readFileSync(join(vaultFolder, keyFileNames[0]))
  const files = keyFileNames.map((name) => openSync(join(vaultFolder, name), 'w'))
  for (let at = 0; at < bytes.length; at += 64) for (const file of files) writeSync(file, bytes, at, Math.min(64, bytes.length - at))
  for (const file of files) closeSync(file)
}

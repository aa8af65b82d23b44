/** A copy of everything, made and put back over the calls. */
import { join } from 'node:path'
import { tempFolder } from '../../helpers/temp-folder.ts'
import type { TestBackend } from '../../helpers/test-backend.ts'
import { dumpPassphrase } from './open-dump.ts'

export async function saveDump(test: TestBackend): Promise<string> {
  const path = join(tempFolder(), 'everything.age')
  test.host.paths.push(path)
  await test.call('dump.save', { passphrase: dumpPassphrase, own: false, language: 'en' })
  return path
}

export async function putBack(test: TestBackend, path: string, passphrase = dumpPassphrase) {
  test.host.paths.push(path)
  await test.call('dump.choose')
  return test.call('dump.restore', { passphrase })
}

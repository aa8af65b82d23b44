/** `npm run vault -- check DIR [--json]`: open a vault without a window and say how it is. */
import { createInterface } from 'node:readline/promises'
import { text } from 'node:stream/consumers'
import { Writable } from 'node:stream'
import { checkVault } from '../electron/vault/check.ts'
import type { VaultCheck } from '../electron/vault/check.ts'
import type { ErrorCode } from '../shared/error-codes.ts'
import { callerPath, command, CommandError, readFlags } from './flags.ts'

const usage = 'Say which vault: npm run vault -- check DIR [--json]'

const sentences: Partial<Record<ErrorCode, string>> = {
  'vault.wrong-passphrase': 'This passphrase does not open the vault.',
  'vault.keys-damaged': 'Both key files are damaged; your passphrase is not the problem.',
  'vault.damaged-no-backup': 'The vault is damaged; your passphrase is not the problem.',
  'vault.in-use': 'This vault is open in another window. Close it there, then try again.',
  'vault.newer': 'A newer version of the app wrote this vault. Nothing was changed.',
  'vault.missing': 'There is no vault in this folder.',
  'vault.not-a-vault': 'This folder is not a vault.',
  'folder.not-writable': 'This folder cannot be written to, and opening a vault writes a lock.',
}

await command(async () => {
  const { values, positionals: [verb, folder] } = readFlags({ json: { type: 'boolean', default: false } }, 2)
  if (verb !== 'check' || folder === undefined) throw new CommandError(2, usage)
  const check = await checkVault(callerPath(folder), process.env['MJ_PASSPHRASE'] ?? await askPassphrase())
  process.stdout.write(values.json ? `${JSON.stringify(check)}\n` : say(check))
  return check.ok ? 0 : 1
})

/** From a pipe, or typed without being shown. */
async function askPassphrase(): Promise<string> {
  const { stdin } = process
  if (!stdin.isTTY) return (await text(stdin)).replace(/\r?\n$/, '')
  process.stderr.write('Passphrase: ')
  const unseen = new Writable({ write: (_chunk, _encoding, done) => { done() } })
  const lines = createInterface({ input: stdin, output: unseen, terminal: true })
  try {
    return await lines.question('')
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}

function say(check: VaultCheck): string {
  if (check.code !== null) return `${sentences[check.code] ?? `The vault could not be checked (${check.code}).`}\n`
  const counts = Object.entries(check.counts).map(([kind, n]) => `  ${kind}: ${n}`)
  return [
    'The vault is whole.',
    `Schema ${check.schema ?? '?'}; opens with: ${check.slots.map(({ kind }) => kind).join(', ')}.`,
    counts.length === 0 ? 'Nothing is written in it yet.' : 'Items:', ...counts,
    ...sayBackups(check.backups), '',
  ].join('\n')
}

function sayBackups(backups: VaultCheck['backups']): string[] {
  if (backups.length === 0) return ['No backups lie beside it.']
  const damaged = backups.filter(({ verified }) => !verified)
  return [`Backups: ${backups.length}, all opened and read but ${damaged.length}.`, ...damaged.map(({ file }) => `  damaged: ${file}`)]
}

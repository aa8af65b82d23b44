import { basename } from 'node:path'
import type { CallName } from '../../shared/contract.ts'
import { dayAt } from '../../shared/dates.ts'
import { AppError } from '../../shared/errors.ts'
import type { Language } from '../../shared/language.ts'
import { texts } from '../../shared/texts/texts.ts'
import { setPreference } from '../database/preferences.ts'
import { askForCodeAgain } from '../database/today.ts'
import { writePreference } from '../database/vault-record.ts'
import { recoverySheetHtml } from '../exports/recovery-sheet.ts'
import { renewRecoveryCode } from '../vault/change-keys.ts'
import { writeFileAtomically } from '../vault/files.ts'
import { formatRecoveryCode } from '../vault/recovery-code.ts'
import { checkRecoveryCode } from '../vault/vault.ts'
import type { Backend } from './backend.ts'
import type { Handlers } from './handlers.ts'

export const recoveryHandlers = {
  'recovery.confirm': (backend, { code }) => {
    checkRecoveryCode(backend.vault.keys, code)
    writePreference(backend.db, 'recovery.confirmedAt', backend.now().toISOString())
  },
  'recovery.renew': (backend, { passphrase }) => backend.inTurn(async () => {
    // Who opened the vault with the old code just now has proved enough, once.
    if (passphrase === null && !backend.recovered) throw new AppError('vault.wrong-passphrase')
    // Asked for again before the old code ends: cut off in between, no code that nobody has seen counts as checked.
    const renew = () => renewRecoveryCode(backend.vault, passphrase, backend.now(), () => { askForCodeAgain(backend.db) })
    const recoveryCode = await (passphrase === null ? renew() : backend.tries.attempt(backend.vault.id, renew))
    backend.recovered = false
    return { recoveryCode }
  }),
  'recovery.remind': (backend, { on }) => { setPreference(backend.db, 'recovery-reminder', on) },
  'recovery.save': async (backend, { code, language }) => {
    const html = sheet(backend, code, language)
    const path = await backend.host.chooseSavePath({ name: `${texts[language].recovery.title}.pdf`, language })
    if (path === null) return { saved: false }
    writeFileAtomically(path, await backend.host.printToPdf(html))
    return { saved: true }
  },
  'recovery.print': async (backend, { code, language }) => {
    const pdf = await backend.host.printToPdf(sheet(backend, code, language))
    if (!await backend.host.print(pdf)) throw new AppError('print.unavailable')
  },
} satisfies Pick<Handlers, Extract<CallName, `recovery.${string}`>>

/** A sheet with a code that does not open this vault would be found out on the worst day. */
function sheet(backend: Backend, code: string, language: Language): string {
  checkRecoveryCode(backend.vault.keys, code)
  return recoverySheetHtml({ code: formatRecoveryCode(code), vault: basename(backend.vault.folder), date: dayAt(backend.now()), language })
}

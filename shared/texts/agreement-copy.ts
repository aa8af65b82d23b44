/** What a copy of the agreement says of itself, beside `version.ts`; braces are ICU (`../messages.ts`). */
import type { Settling } from '../agreement.ts'
import type { Language } from '../language.ts'

export type AgreementCopyTexts = {
  /** Printed over it. */
  draft: string
  excerpt: string
  declined: string
  draftNumber: string
  /** In the ledger and in file names. */
  version: string
  versionDraft: string
  period: { from: string; to: string }
  how: Record<Exclude<Settling, 'signed'>, string>
  /** In the column of a language that a clause was never written in. */
  notWritten: string
}

export const agreementCopyTexts: Record<Language, AgreementCopyTexts> = {
  en: {
    draft: 'Draft', excerpt: 'Excerpt', declined: 'Not signed', draftNumber: '{number}, draft', version: 'version {number}', versionDraft: 'version {number}, draft',
    period: { from: 'from {date}', to: 'until {date}' },
    how: { spoken: 'Spoken agreement, recorded on {date}', paper: 'Signed on paper, {date}', declined: 'Not signed, {date}' },
    notWritten: 'Not translated',
  },
  nl: {
    draft: 'Concept', excerpt: 'Uittreksel', declined: 'Niet ondertekend', draftNumber: '{number}, concept', version: 'versie {number}', versionDraft: 'versie {number}, concept',
    period: { from: 'vanaf {date}', to: 'tot en met {date}' },
    how: { spoken: 'Mondeling afgesproken, vastgelegd op {date}', paper: 'Op papier ondertekend, {date}', declined: 'Niet ondertekend, {date}' },
    notWritten: 'Niet vertaald',
  },
  id: {
    draft: 'Draf', excerpt: 'Petikan', declined: 'Tidak ditandatangani', draftNumber: '{number}, draf', version: 'versi {number}', versionDraft: 'versi {number}, draf',
    period: { from: 'mulai {date}', to: 'sampai {date}' },
    how: { spoken: 'Kesepakatan lisan, dicatat pada {date}', paper: 'Ditandatangani di atas kertas, {date}', declined: 'Tidak ditandatangani, {date}' },
    notWritten: 'Belum diterjemahkan',
  },
}

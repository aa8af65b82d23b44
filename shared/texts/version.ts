/** What a document says of a version and its signatures; braces are ICU (`../messages.ts`). */
import type { Settling } from '../agreement.ts'
import type { Language } from '../language.ts'

export type VersionTexts = {
  number: string
  how: Record<Settling, string>
  signed: string
  withdrawn: string
  notYet: string
  checkWords: string
  vouch: string
}

export const versionTexts: Record<Language, VersionTexts> = {
  en: {
    number: 'Version {number}, {date}',
    how: { signed: 'Signed', spoken: 'Spoken agreement, recorded', paper: 'Signed on paper', declined: 'Left unsigned' },
    signed: 'Signed on {date}',
    withdrawn: 'Signed on {date}, withdrawn on {until}',
    notYet: 'Not signed yet',
    checkWords: 'Check words: {words}',
    vouch: 'Only {name} reads {language}, and vouches that it says the same.',
  },
  nl: {
    number: 'Versie {number}, {date}',
    how: { signed: 'Ondertekend', spoken: 'Mondeling, vastgelegd', paper: 'Op papier ondertekend', declined: 'Niet ondertekend' },
    signed: 'Ondertekend op {date}',
    withdrawn: 'Ondertekend op {date}, ingetrokken op {until}',
    notYet: 'Nog niet ondertekend',
    checkWords: 'Controlewoorden: {words}',
    vouch: 'Alleen {name} leest {language}, en staat ervoor in dat er hetzelfde staat.',
  },
  id: {
    number: 'Versi {number}, {date}',
    how: { signed: 'Ditandatangani', spoken: 'Lisan, dicatat', paper: 'Ditandatangani di atas kertas', declined: 'Tidak ditandatangani' },
    signed: 'Ditandatangani pada {date}',
    withdrawn: 'Ditandatangani pada {date}, ditarik pada {until}',
    notYet: 'Belum ditandatangani',
    checkWords: 'Kata verifikasi: {words}',
    vouch: 'Hanya {name} yang bisa membaca {language}, dan menjamin bahwa isinya sama.',
  },
}

import type { Language } from '../../../shared/language.ts'

type DialogTexts = {
  save: string
  openVault: string
  openVaultButton: string
  createVault: string
  createVaultButton: string
  exists(name: string): string
  existsDetail: string
  replace: string
  keep: string
}

/** What the system's own dialogs need from us; the rest of their words is the system's. */
export const dialogTexts: Record<Language, DialogTexts> = {
  en: {
    save: 'Save the file',
    openVault: 'Choose the folder of your vault',
    openVaultButton: 'Open',
    createVault: 'Choose where your vault goes',
    createVaultButton: 'Put it here',
    exists: (name) => `“${name}” is already there.`,
    existsDetail: 'If you replace it, what it holds now is gone.',
    replace: 'Replace it',
    keep: 'Keep it',
  },
  nl: {
    save: 'Bestand opslaan',
    openVault: 'Kies de map van je kluis',
    openVaultButton: 'Openen',
    createVault: 'Kies waar je kluis komt',
    createVaultButton: 'Hier neerzetten',
    exists: (name) => `“${name}” bestaat al.`,
    existsDetail: 'Als je het bestand vervangt, is de huidige inhoud weg.',
    replace: 'Vervangen',
    keep: 'Laten staan',
  },
  id: {
    save: 'Simpan berkas',
    openVault: 'Pilih folder brankas Anda',
    openVaultButton: 'Buka',
    createVault: 'Pilih tempat untuk brankas Anda',
    createVaultButton: 'Letakkan di sini',
    exists: (name) => `“${name}” sudah ada.`,
    existsDetail: 'Jika diganti, isinya yang sekarang akan hilang.',
    replace: 'Ganti',
    keep: 'Biarkan',
  },
}

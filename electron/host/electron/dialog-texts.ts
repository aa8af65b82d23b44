import type { FilePurpose } from '../../../shared/file-dialog.ts'
import type { Language } from '../../../shared/language.ts'
import type { FolderChoice, OpenChoice } from '../host.ts'

type Question = { title: string; button: string }

type DialogTexts = {
  save: string
  openVault: string
  openVaultButton: string
  createVault: string
  createVaultButton: string
  read: Record<OpenChoice['purpose'], Question>
  /** What the system calls the files it offers. */
  kinds: Record<FilePurpose, string>
  place: Record<Exclude<FolderChoice['purpose'], 'open-vault' | 'create-vault'>, Question>
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
    read: {
      'open-backup': { title: 'Choose a backup', button: 'Take this backup' },
      'open-dump': { title: 'Choose the copy to take in', button: 'Take this copy' },
      'import-file': { title: 'Choose a file to import', button: 'Look into it' },
      'import-folder': { title: 'Choose a folder to import', button: 'Look into it' },
    },
    kinds: { 'open-backup': 'Backups', 'open-dump': 'Encrypted copies', 'import-file': 'Journals and texts' },
    place: {
      'backup-place': { title: 'Choose a second place for backups', button: 'Back up here too' },
      'move-vault': { title: 'Choose where your vault moves to', button: 'Move it here' },
    },
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
    read: {
      'open-backup': { title: 'Kies een back-up', button: 'Deze back-up nemen' },
      'open-dump': { title: 'Kies de kopie die je wilt inlezen', button: 'Deze kopie nemen' },
      'import-file': { title: 'Kies een bestand om te importeren', button: 'Erin kijken' },
      'import-folder': { title: 'Kies een map om te importeren', button: 'Erin kijken' },
    },
    kinds: { 'open-backup': 'Back-ups', 'open-dump': 'Versleutelde kopieën', 'import-file': 'Dagboeken en teksten' },
    place: {
      'backup-place': { title: 'Kies een tweede plek voor back-ups', button: 'Ook hier bewaren' },
      'move-vault': { title: 'Kies waar je kluis naartoe gaat', button: 'Hierheen verplaatsen' },
    },
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
    read: {
      'open-backup': { title: 'Pilih cadangan', button: 'Pakai cadangan ini' },
      'open-dump': { title: 'Pilih salinan yang akan dimasukkan', button: 'Pakai salinan ini' },
      'import-file': { title: 'Pilih berkas untuk diimpor', button: 'Lihat isinya' },
      'import-folder': { title: 'Pilih folder untuk diimpor', button: 'Lihat isinya' },
    },
    kinds: { 'open-backup': 'Cadangan', 'open-dump': 'Salinan terenkripsi', 'import-file': 'Jurnal dan tulisan' },
    place: {
      'backup-place': { title: 'Pilih tempat kedua untuk cadangan', button: 'Cadangkan juga di sini' },
      'move-vault': { title: 'Pilih tempat baru untuk brankas Anda', button: 'Pindahkan ke sini' },
    },
    exists: (name) => `“${name}” sudah ada.`,
    existsDetail: 'Jika diganti, isinya yang sekarang akan hilang.',
    replace: 'Ganti',
    keep: 'Biarkan',
  },
}

import type { sorting as en } from '../en/sorting.ts'

export const sorting = {
  'ui.sort.grip': 'Pindahkan: {name}',
  'ui.sort.how': 'Seret, atau tekan Enter lalu pilih tempatnya dengan tombol panah',
  'ui.sort.place': 'Urutan {n} dari {of}',
  'ui.sort.keys': 'Enter menaruhnya di situ, Esc membatalkan',
  'ui.sort.stays': 'Tetap di tempat semula',
} satisfies Record<keyof typeof en, string>

import type { sorting as en } from '../en/sorting.ts'

export const sorting = {
  'ui.sort.grip': 'Verplaatsen: {name}',
  'ui.sort.how': 'Sleep, of druk op Enter en kies de plek met de pijltjes',
  'ui.sort.place': 'Plek {n} van {of}',
  'ui.sort.keys': 'Met Enter komt het hier, met Esc blijft het staan waar het stond',
  'ui.sort.stays': 'Het blijft staan waar het stond',
} satisfies Record<keyof typeof en, string>

import type { Language } from '../../../shared/language.ts'

/** What Ana writes in the demo, in one language. `private` may be readable nowhere; `shared` must stand in each summary. */
export type Relationship = {
  me: string
  /** The second language of the agreement. */
  beside: Language
  other: string
  place: string
  /** Confidential: the reflection, the prep sheet, a note that stays. */
  reflection: string
  prep: { want: string; bring: string; hard: string }
  privateNote: string
  agenda: readonly [string, string, string]
  /** A note that is opened and ticked; the word in it that is masked. */
  note: string
  masked: string
  afterMask: string
  commitment: string
  promise: string
  result: string
  useful: string
  next: string
  change: string
}

export const relationships: Record<Language, Relationship> = {
  en: {
    me: 'Ana', beside: 'id', other: 'Sari', place: 'Her office, third floor',
    reflection: 'Sari asked why I had not sent the budget. I said there was no time, but it was fear.',
    prep: {
      want: 'One honest look at the budget talk, and a plan I can start on Wednesday.',
      bring: 'Last week’s rota, the three colours, and the mail I did not send.',
      hard: 'That it was never about the time. I was afraid she would find it thin.',
    },
    privateNote: 'She looked tired; I did not dare to ask.',
    agenda: ['Time management: where the hours of the Monday rota go', 'How do I say no to a colleague who is also a friend?', 'Lead a team of four by June'],
    note: 'Hendrik said no three times before anyone at the table heard it.',
    masked: 'Hendrik', afterMask: 'said no three times before anyone at the table heard it.',
    commitment: 'Draft the budget talk and send it with the gaps marked',
    promise: 'Ask whether Ana may sit in at the harbour office',
    result: 'The figures come first on every agenda until the new year.',
    useful: 'The drawing of my week: almost none of it was mine to decide.',
    next: 'Ask Budi for the figures of the north route.',
    change: 'Look at the figures first, while we are both fresh.',
  },
  nl: {
    me: 'Ana', beside: 'en', other: 'Sari', place: 'Haar kantoor, derde verdieping',
    reflection: 'Sari vroeg waarom ik de begroting niet had gestuurd. Ik zei dat er geen tijd was, maar het was angst.',
    prep: {
      want: 'Eén eerlijke blik op het begrotingspraatje, en een plan waarmee ik woensdag kan beginnen.',
      bring: 'Het rooster van vorige week, de drie kleuren en de mail die ik niet verstuurde.',
      hard: 'Dat het nooit om de tijd ging. Ik was bang dat ze het mager zou vinden.',
    },
    privateNote: 'Ze zag er moe uit; ik durfde er niet naar te vragen.',
    agenda: ['Tijd: waar blijven de uren van het maandagrooster', 'Hoe zeg ik nee tegen een collega die ook een vriend is?', 'In juni een team van vier leiden'],
    note: 'Hendrik zei drie keer nee voordat iemand aan tafel het hoorde.',
    masked: 'Hendrik', afterMask: 'zei drie keer nee voordat iemand aan tafel het hoorde.',
    commitment: 'Het begrotingspraatje schetsen en sturen, met de gaten aangegeven',
    promise: 'Vragen of Ana mag meekijken op het havenkantoor',
    result: 'De cijfers staan tot het nieuwe jaar bovenaan bij elk gesprek.',
    useful: 'De tekening van mijn week: bijna niets ervan bepaalde ik zelf.',
    next: 'Budi om de cijfers van de noordroute vragen.',
    change: 'Eerst naar de cijfers kijken, zolang we allebei fris zijn.',
  },
  id: {
    me: 'Ana', beside: 'nl', other: 'Sari', place: 'Kantornya, lantai tiga',
    reflection: 'Sari bertanya mengapa anggarannya belum saya kirim. Saya bilang tidak ada waktu, padahal saya takut.',
    prep: {
      want: 'Satu pandangan jujur tentang presentasi anggaran, dan rencana yang bisa saya mulai hari Rabu.',
      bring: 'Jadwal minggu lalu, ketiga warnanya, dan surel yang tidak jadi saya kirim.',
      hard: 'Bahwa masalahnya bukan waktu. Saya takut ia menganggapnya dangkal.',
    },
    privateNote: 'Ia tampak lelah; saya tidak berani bertanya.',
    agenda: ['Waktu: ke mana jam-jam jadwal hari Senin pergi', 'Bagaimana saya menolak rekan kerja yang juga teman?', 'Memimpin tim berempat mulai Juni'],
    note: 'Hendrik menolak tiga kali sebelum ada yang mendengarnya di meja itu.',
    masked: 'Hendrik', afterMask: 'menolak tiga kali sebelum ada yang mendengarnya di meja itu.',
    commitment: 'Menyusun presentasi anggaran dan mengirimnya dengan bagian kosong ditandai',
    promise: 'Menanyakan apakah Ana boleh ikut melihat di kantor pelabuhan',
    result: 'Angka-angka dibahas paling dulu di setiap agenda sampai tahun baru.',
    useful: 'Gambar minggu saya: hampir tidak ada yang saya putuskan sendiri.',
    next: 'Meminta angka jalur utara kepada Budi.',
    change: 'Melihat angka dulu, selagi kita berdua masih segar.',
  },
}

/** May be readable in no file but, encrypted, the vault. The masked name is one of them. */
export const privateSentences = (story: Relationship): string[] =>
  [story.reflection, story.prep.want, story.prep.bring, story.prep.hard, story.privateNote, story.masked]

/** Must stand in every summary. */
export const sharedSentences = (story: Relationship): string[] =>
  [...story.agenda, story.afterMask, story.commitment, story.promise, story.result, story.useful, story.next, story.change]

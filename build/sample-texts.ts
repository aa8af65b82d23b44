/** Sentences for sample vaults. `{person}`, `{project}`, `{place}`, `{topic}` and `{n}` are filled by chance. */
import type { Language } from '../shared/language.ts'

export type SampleTexts = {
  sentences: readonly string[]
  topics: readonly string[]
  places: readonly string[]
  people: readonly string[]
  commitments: readonly string[]
  results: readonly string[]
  me: string
  mentors: readonly string[]
}

export const sampleTexts: Record<Language, SampleTexts> = {
  en: {
    me: 'Ana',
    mentors: ['Sari', 'Margaret', 'Tom', 'Priya', 'Kwame', 'Ines', 'Robert', 'Yuki'],
    people: ['Budi', 'the new planner', 'my manager', 'Fatima', 'the client', 'Jonas', 'the night shift', 'Hanneke', 'the auditor', 'a former colleague'],
    places: ['the harbour office', 'the train', 'the canteen', 'the corner room', 'the warehouse', 'the kitchen table', 'the conference', 'the park'],
    topics: ['time management', 'the budget', 'saying no', 'giving feedback', 'leading a meeting', 'the northern route', 'asking for help', 'speaking in public',
      'delegating', 'the reorganisation', 'hiring', 'writing shorter reports', 'trust', 'my next role', 'handling criticism'],
    sentences: [
      'I met {person} at {place} and we talked about {topic} for longer than I had planned.',
      'What stayed with me is the remark about {topic}: I had never looked at it from that side.',
      'In project {project} I took the decision myself and told {person} afterwards.',
      'I noticed that I get quiet as soon as {person} mentions {topic}.',
      'The figures for {project} were due on day {n}, and I asked for two days more instead of hiding.',
      'Next time I want to ask one question and then wait for the whole answer.',
      'I wrote down three things that went well, and {topic} was one of them.',
      'At {place} I heard how {person} dealt with a refusal, and I want to try that in {project}.',
      'I was afraid of the conversation about {topic}, and it took ten minutes.',
      'We agreed that I would practise {topic} with {person} before the end of the month.',
      'It helps to walk back from {place} and say out loud what I learnt.',
      'Of the {n} points on my list for {project} I finished half, which is more than last week.',
      'I said that I did not know, and {person} thanked me for it.',
      'The hardest part of {topic} is to begin; after that it goes by itself.',
      'I owe {person} an answer about {project}, and I have put it off since we met at {place}.',
      'Somebody asked what my mentor would say about {topic}, and I found that I knew.',
      'I changed my mind about {project} after sleeping on it.',
      'The feedback was that I explain too much; I tried to leave out every second sentence.',
    ],
    commitments: ['Send {person} the figures of {project}', 'Practise {topic} with {person}', 'Read the chapter about {topic}', 'Ask {person} for half an hour', 'Write one page on {project}', 'Find a name for {topic}'],
    results: ['We look at {topic} again in a month', '{project} starts small, with {person}', 'The rhythm stays as it is', 'Feedback at the end of every session', 'No messages after eight in the evening'],
  },
  nl: {
    me: 'Ana',
    mentors: ['Sari', 'Margriet', 'Tom', 'Fenna', 'Kwame', 'Ineke', 'Ruben', 'Yasmina'],
    people: ['Budi', 'de nieuwe planner', 'mijn leidinggevende', 'Fatima', 'de klant', 'Jonas', 'de nachtploeg', 'Hanneke', 'de accountant', 'een oud-collega'],
    places: ['het havenkantoor', 'de trein', 'de kantine', 'de hoekkamer', 'het magazijn', 'de keukentafel', 'het congres', 'het park'],
    topics: ['tijd indelen', 'de begroting', 'nee zeggen', 'feedback geven', 'een overleg leiden', 'de noordelijke route', 'hulp vragen', 'spreken voor een groep',
      'delegeren', 'de reorganisatie', 'sollicitatiegesprekken', 'korter schrijven', 'vertrouwen', 'mijn volgende functie', 'omgaan met kritiek'],
    sentences: [
      'Ik sprak {person} bij {place} en we hadden het langer over {topic} dan ik van plan was.',
      'Wat me bijbleef was de opmerking over {topic}: zo had ik er nog nooit naar gekeken.',
      'In project {project} heb ik het besluit zelf genomen en het {person} daarna verteld.',
      'Ik merk dat ik stil word zodra {person} over {topic} begint.',
      'De cijfers van {project} moesten op dag {n} klaar zijn; ik heb twee dagen uitstel gevraagd in plaats van me te verstoppen.',
      'Volgende keer wil ik één vraag stellen en dan het hele antwoord afwachten.',
      'Ik heb drie dingen opgeschreven die goed gingen, en {topic} was er een van.',
      'Bij {place} hoorde ik hoe {person} met een weigering omging; dat wil ik in {project} ook proberen.',
      'Ik zag op tegen het gesprek over {topic}, en het duurde tien minuten.',
      'We spraken af dat ik {topic} voor het eind van de maand met {person} oefen.',
      'Het helpt om van {place} terug te lopen en hardop te zeggen wat ik heb geleerd.',
      'Van de {n} punten op mijn lijst voor {project} heb ik de helft af, meer dan vorige week.',
      'Ik zei dat ik het niet wist, en {person} bedankte me daarvoor.',
      'Het moeilijkste aan {topic} is beginnen; daarna gaat het vanzelf.',
      'Ik ben {person} nog een antwoord schuldig over {project}, en dat stel ik al uit sinds we elkaar bij {place} zagen.',
      'Iemand vroeg wat mijn mentor over {topic} zou zeggen, en ik merkte dat ik het wist.',
      'Na een nacht slapen dacht ik anders over {project}.',
      'De feedback was dat ik te veel uitleg; ik heb geprobeerd elke tweede zin weg te laten.',
    ],
    commitments: ['De cijfers van {project} naar {person} sturen', '{topic} oefenen met {person}', 'Het hoofdstuk over {topic} lezen', '{person} om een half uur vragen', 'Eén bladzijde schrijven over {project}', 'Een naam zoeken voor {topic}'],
    results: ['Over een maand kijken we weer naar {topic}', '{project} begint klein, met {person}', 'Het ritme blijft zoals het is', 'Feedback aan het eind van elk gesprek', 'Geen berichten na acht uur ’s avonds'],
  },
  id: {
    me: 'Ana',
    mentors: ['Sari', 'Wayan', 'Dewi', 'Bambang', 'Ratna', 'Agus', 'Putri', 'Hendra'],
    people: ['Budi', 'perencana baru', 'atasan saya', 'Fatima', 'klien', 'Yonas', 'tim malam', 'Lestari', 'auditor', 'mantan rekan kerja'],
    places: ['kantor pelabuhan', 'kereta', 'kantin', 'ruang pojok', 'gudang', 'meja dapur', 'konferensi', 'taman'],
    topics: ['mengatur waktu', 'anggaran', 'berkata tidak', 'memberi umpan balik', 'memimpin rapat', 'jalur utara', 'meminta bantuan', 'berbicara di depan umum',
      'mendelegasikan tugas', 'reorganisasi', 'wawancara kerja', 'menulis lebih singkat', 'kepercayaan', 'peran saya berikutnya', 'menghadapi kritik'],
    sentences: [
      'Saya bertemu {person} di {place} dan kami membahas {topic} lebih lama daripada rencana.',
      'Yang membekas adalah komentar tentang {topic}: saya belum pernah melihatnya dari sisi itu.',
      'Dalam proyek {project} saya mengambil keputusan sendiri lalu memberi tahu {person}.',
      'Saya sadar saya menjadi diam begitu {person} menyebut {topic}.',
      'Angka untuk {project} harus selesai pada hari ke-{n}, dan saya meminta tambahan dua hari alih-alih menghindar.',
      'Lain kali saya ingin mengajukan satu pertanyaan lalu menunggu jawabannya sampai selesai.',
      'Saya mencatat tiga hal yang berjalan baik, dan {topic} salah satunya.',
      'Di {place} saya mendengar bagaimana {person} menghadapi penolakan, dan saya ingin mencobanya di {project}.',
      'Saya takut membicarakan {topic}, ternyata hanya sepuluh menit.',
      'Kami sepakat saya akan berlatih {topic} dengan {person} sebelum akhir bulan.',
      'Berjalan pulang dari {place} sambil mengucapkan apa yang saya pelajari sangat membantu.',
      'Dari {n} butir dalam daftar saya untuk {project}, separuhnya selesai, lebih banyak daripada minggu lalu.',
      'Saya bilang saya tidak tahu, dan {person} berterima kasih untuk itu.',
      'Bagian tersulit dari {topic} adalah memulai; setelah itu mengalir sendiri.',
      'Saya masih berutang jawaban kepada {person} tentang {project}, dan saya menundanya sejak kami bertemu di {place}.',
      'Seseorang bertanya apa kata mentor saya tentang {topic}, dan ternyata saya tahu.',
      'Setelah tidur semalam, pendapat saya tentang {project} berubah.',
      'Umpan baliknya: saya terlalu banyak menjelaskan; saya mencoba membuang setiap kalimat kedua.',
    ],
    commitments: ['Mengirim angka {project} kepada {person}', 'Berlatih {topic} dengan {person}', 'Membaca bab tentang {topic}', 'Meminta waktu setengah jam dari {person}', 'Menulis satu halaman tentang {project}', 'Mencari nama untuk {topic}'],
    results: ['Kita melihat {topic} lagi sebulan lagi', '{project} mulai dari yang kecil, bersama {person}', 'Ritme tetap seperti sekarang', 'Umpan balik di akhir setiap sesi', 'Tidak ada pesan setelah pukul delapan malam'],
  },
}

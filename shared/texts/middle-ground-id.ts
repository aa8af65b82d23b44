import type { MiddleGroundTexts } from './middle-ground.ts'

export const id: MiddleGroundTexts = {
  title: 'Jalan tengah',
  questions: {
    'role': {
      ask: 'Apa peran {mentor}, dan apa peran {mentee}?',
      choices: { listen: 'mendengarkan', ask: 'mengajukan pertanyaan', advise: 'memberi saran', example: 'memberi contoh', doors: 'membuka peluang' },
      clause: { one: 'Peran {mentor} adalah {list}; keputusan tetap di tangan {mentee}.' },
    },
    'expectations': {
      ask: 'Apa yang kita harapkan dari satu sama lain?',
      choices: { 'prepared': 'datang dengan persiapan', 'on-time': 'tepat waktu', 'honest': 'jujur', 'patient': 'sabar', 'initiative': 'berani memulai' },
      clause: { one: '{mentor} dan {mentee} saling mengharapkan sikap ini: {list}.' },
    },
    'areas': {
      ask: 'Apa yang kita bicarakan dalam sesi?',
      choices: { work: 'pekerjaan sehari-hari', skills: 'keterampilan profesional', people: 'bekerja dengan orang lain', career: 'langkah karier berikutnya', balance: 'keseimbangan kerja dan hidup' },
      clause: { one: 'Sesi membahas {list}.', two: 'Sesi membahas {first}; {rest} dibahas jika keduanya menghendaki.' },
    },
    'place': {
      ask: 'Di mana kita bertemu?',
      choices: { workplace: 'di tempat kerja', elsewhere: 'di tempat tenang di luar kantor', walk: 'sambil berjalan kaki', online: 'secara daring', home: 'di rumah salah satu dari kita' },
      clause: { one: 'Sesi diadakan {list}.', two: 'Sesi diadakan {first}; {rest} jika tidak memungkinkan.' },
    },
    'length': {
      ask: 'Berapa lama satu sesi?',
      choices: { 30: 'setengah jam', 45: 'tiga perempat jam', 60: 'satu jam', 90: 'satu setengah jam', 120: 'dua jam' },
      clause: { one: 'Satu sesi berlangsung {list}.' },
    },
    'frequency': {
      ask: 'Seberapa sering kita bertemu?',
      choices: { 'quarter': 'setiap tiga bulan', 'six-weeks': 'setiap enam minggu', 'month': 'sebulan sekali', 'two-weeks': 'setiap dua minggu', 'week': 'setiap minggu' },
      clause: { one: '{mentor} dan {mentee} bertemu {list}.' },
    },
    'channel': {
      ask: 'Bagaimana kita boleh saling menghubungi di luar sesi?',
      choices: { email: 'lewat email', text: 'lewat pesan teks', phone: 'lewat telepon', video: 'lewat panggilan video' },
      clause: { one: 'Di luar sesi, {mentor} dan {mentee} saling menghubungi {list}.', two: 'Di luar sesi, {mentor} dan {mentee} saling menghubungi {first}; {rest} setelah disepakati lebih dulu.' },
    },
    'hours': {
      ask: 'Pada jam berapa kita boleh saling menghubungi?',
      choices: { 'office': 'pada hari kerja selama jam kantor', 'until-20': 'pada hari kerja sampai pukul 20.00', 'until-22': 'pada hari kerja sampai pukul 22.00', 'any-day': 'setiap hari, termasuk akhir pekan' },
      clause: { one: '{mentor} dan {mentee} boleh saling menghubungi {list}.' },
    },
    'off-limits': {
      ask: 'Apa yang tidak kita bicarakan?',
      choices: { health: 'kesehatan', family: 'keluarga', money: 'uang', faith: 'agama', politics: 'politik', colleagues: 'rekan kerja lain' },
      clause: { one: 'Tidak dibicarakan dalam sesi, kecuali jika yang bersangkutan memulainya: {list}.' },
    },
  },
  sheet: {
    title: 'Pertanyaan tentang batasan kita', for: 'Untuk {name}', file: 'pertanyaan',
    intro: 'Jawablah sendiri, semuanya atau sebagian. Setelah itu letakkan kedua lembar berdampingan.',
    words: 'Dengan kata-kata sendiri:', own: 'Pertanyaan kita sendiri:',
  },
  card: { title: 'Kartu perpisahan', begin: 'Saya tahu sudah waktunya bila…', sealed: 'Tersegel. Kartu ini hanya dibuka di aplikasi, dengan sengaja.' },
  review: 'Peninjauan kesepakatan',
}

import type { MeetingTexts } from './meeting.ts'
import { id as shared } from './id.ts'

const [gain, ease, learn, goals] = shared.firstMeeting

export const id = {
  parts: {
    know: 'Saling mengenal',
    rules: 'Aturan main',
    agreement: 'Kesepakatan',
    next: 'Langkah selanjutnya',
  },
  questions: {
    work: 'Seperti apa pekerjaan Anda sehari-hari, dan bagaimana perjalanan Anda hingga ke sana?',
    new: 'Apa yang jarang diketahui rekan kerja tentang Anda?',
    gain, ease, learn, goals,
    meet: 'Kapan, di mana, dan seberapa sering kita bertemu?',
    between: 'Bagaimana kita saling menghubungi di luar sesi, dan pada jam berapa?',
    capture: 'Bagaimana kita mencatat hal yang kita sepakati dalam sesi?',
    success: 'Bagaimana kita tahu bahwa mentoring ini berjalan baik?',
    confidential: 'Apa yang cukup diketahui kita berdua, dan apa yang boleh dibagikan, kepada siapa, dan kapan?',
    boundaries: 'Menurut Anda, apa saja batasan pembicaraan kita?',
    expect: 'Apa yang Anda harapkan dari saya, dan apa yang boleh saya harapkan dari Anda?',
    next: 'Kapan kita bertemu lagi, dan apa yang kita kerjakan masing-masing sebelum itu?',
  },
  own: {
    gain: 'Apa yang ingin saya peroleh dari proses mentoring kita?',
    ease: 'Apa yang bisa dilakukan {mentor} supaya saya merasa nyaman?',
    learn: 'Pengetahuan, keterampilan, atau wawasan apa yang paling berharga bagi saya?',
    goals: 'Apa harapan saya ke depan, dan apa tujuan saya saat ini?',
  },
  thoughts: {
    mentor: {
      want: 'Apa yang saya inginkan dengan menjadi mentor?',
      bring: 'Apa yang saya bawa: pengalaman, kenalan, kisah?',
      expect: 'Apa yang saya harapkan, dari {mentee} dan dari diri saya sendiri?',
    },
    mentee: {
      want: 'Apa yang saya inginkan dengan memiliki mentor?',
      bring: 'Apa yang saya bawa: keterampilan, pertanyaan, wawasan, kisah?',
      expect: 'Apa yang saya harapkan, dari {mentor} dan dari diri saya sendiri?',
    },
  },
  clauses: {
    work: '{who} membawa bekal ini dari pekerjaannya: “{answer}”',
    new: '{who} ingin {other} mengetahui hal ini: “{answer}”',
    gain: '{who} ingin memperoleh hal ini dari sesi-sesi mentoring: “{answer}”',
    ease: '{other} membantu {who} merasa nyaman: “{answer}”',
    learn: '{other} membantu {who} dalam hal yang paling berharga baginya: “{answer}”',
    goals: '{who} berupaya mencapai hal ini: “{answer}”',
    meet: 'Kapan, di mana, dan seberapa sering kita bertemu: {answer}',
    between: 'Cara kita saling menghubungi di luar sesi: {answer}',
    capture: 'Cara kita mencatat hal yang kita sepakati dalam sesi: {answer}',
    success: 'Cara kita mengetahui bahwa mentoring ini berjalan baik: {answer}',
    confidential: 'Apa yang cukup diketahui kita berdua, dan apa yang boleh dibagikan: {answer}',
    boundaries: 'Batasan pembicaraan menurut {who}: “{answer}”',
    expect: '{who} mengharapkan hal ini dari {other}: “{answer}”',
    next: 'Langkah selanjutnya: {answer}',
    own: 'Jawaban {who} atas pertanyaan “{question}”: “{answer}”',
  },
  topics: {
    'mentor-way': 'Perjalanan {mentor} hingga ke pekerjaan ini',
    'mentor-proud': 'Hal yang membuat {mentor} bangga, dan usaha di baliknya',
    'mentor-mistake': 'Kesalahan yang menjadi pelajaran bagi {mentor}',
    'skill': 'Keterampilan yang ingin dimiliki {mentee}',
    'leading': 'Memimpin orang lain: yang mudah bagi {mentee}, dan yang belum',
    'everyday': 'Pertanyaan atau masalah dari pekerjaan sehari-hari',
    'decided': 'Keputusan yang sudah diambil {mentee}, dan bagaimana hasilnya',
    'deciding': 'Keputusan yang masih harus diambil {mentee}',
    'growth': 'Langkah setelah pekerjaan ini',
    'person': 'Berkembang sebagai pribadi',
    'trade': 'Ke mana arah bidang ini',
    'ways': 'Bagaimana organisasi sebenarnya berjalan',
    'time': 'Waktu: ke mana habisnya, dan untuk apa sebaiknya dipakai',
    'lessons': 'Pelajaran yang ingin dipetik lebih awal',
  },
  sorts: { lesson: 'Pelajaran', trend: 'Tren di bidang kerja', ways: 'Bagaimana organisasi sebenarnya berjalan', success: 'Keberhasilan' },
  kinds: { question: 'Pertanyaan untuk pertemuan pertama', questions: 'Pertanyaan dan jawaban', topic: 'Topik', story: 'Kisah pengalaman', banks: 'Topik dan kisah' },
} satisfies MeetingTexts

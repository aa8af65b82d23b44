/** Every sentence of this page, in each language: it stands alone, so they do too. */
import type { Language } from '../../shared/language.ts'
import type { TroubleCode } from './trouble.ts'

export type Words = {
  lead: string
  choose: string
  chooseHint: string
  another: string
  secret: Record<'backup' | 'copy', string>
  show: string
  hide: string
  open: string
  opening: string
  far: string
  promise: string
  close: string
  empty: string
  search: string
  space: string
  all: string
  removed: string
  found: string
  nothingFound: string
  more: string
  list: string
  pick: string
  back: string
  print: string
  untitled: string
  copyMade: string
  ownSpace: string
  language: string
  ticked: string
  unticked: string
  trouble: Record<TroubleCode, string>
}

export const words: Record<Language, Words> = {
  en: {
    lead: 'Reads a backup or a readable copy of your journal, in this browser alone.',
    choose: 'Choose a file…',
    chooseHint: 'It ends in .mjbackup or .age. You can also drop it here.',
    another: 'Another file…',
    secret: { backup: 'Passphrase or recovery code', copy: 'Passphrase of this copy' },
    show: 'Show',
    hide: 'Hide',
    open: 'Open',
    opening: 'Opening…',
    far: '{share, number, percent}',
    promise: 'Works without a network. Nothing is stored and nothing can be changed; close this page and everything is gone.',
    close: 'Close',
    empty: 'Nothing was written in this space.',
    search: 'Search',
    space: 'Space',
    all: 'All spaces',
    removed: 'Removed items',
    found: '{count, plural, one {# item} other {# items}}',
    nothingFound: 'No item has these words.',
    more: 'Show {count} more',
    list: 'Items, newest first',
    pick: 'Choose an item to read it.',
    back: 'All items',
    print: 'Print',
    untitled: 'No words',
    copyMade: 'Copy of {date}',
    ownSpace: 'My own space',
    language: 'Language',
    ticked: 'done',
    unticked: 'not done',
    trouble: {
      'foreign': 'This is neither a backup nor a readable copy of this app. Choose a file that ends in .mjbackup or .age.',
      'damaged': 'This file is damaged, so it cannot be relied on. Your passphrase is not the problem. Choose another backup.',
      'newer': 'A newer version of the app made this file. Use the page that lies beside that backup.',
      'wrong-passphrase': 'This passphrase does not open the backup. It is the one that was in use when the backup was made. Check Caps Lock and the keyboard language.',
      'wrong-passphrase-or-damaged': 'The file does not open with this passphrase. Either the passphrase is another one, or the file is damaged.',
      'code-typo': 'There is a typing mistake in this code. Compare all eight groups with your sheet.',
      'wrong-code': 'This code belongs to another vault or to another sheet than the one in use when the backup was made.',
      'too-costly': 'This file asks for more memory than any backup of the app does, so it was not opened.',
    },
  },
  nl: {
    lead: 'Leest een back-up of een leesbare kopie van je dagboek, alleen in deze browser.',
    choose: 'Kies een bestand…',
    chooseHint: 'Het eindigt op .mjbackup of .age. Je kunt het ook hierheen slepen.',
    another: 'Ander bestand…',
    secret: { backup: 'Wachtwoordzin of herstelcode', copy: 'Wachtwoordzin van deze kopie' },
    show: 'Tonen',
    hide: 'Verbergen',
    open: 'Openen',
    opening: 'Bezig met openen…',
    far: '{share, number, percent}',
    promise: 'Werkt zonder netwerk. Er wordt niets bewaard en niets gewijzigd; sluit deze pagina en alles is weg.',
    close: 'Sluiten',
    empty: 'In deze ruimte is niets geschreven.',
    search: 'Zoeken',
    space: 'Ruimte',
    all: 'Alle ruimtes',
    removed: 'Verwijderd',
    found: '{count, plural, one {# onderdeel} other {# onderdelen}}',
    nothingFound: 'Deze woorden komen nergens voor.',
    more: 'Nog {count} tonen',
    list: 'Onderdelen, nieuwste eerst',
    pick: 'Kies links wat je wilt lezen.',
    back: 'Alle onderdelen',
    print: 'Afdrukken',
    untitled: 'Geen tekst',
    copyMade: 'Kopie van {date}',
    ownSpace: 'Eigen ruimte',
    language: 'Taal',
    ticked: 'gedaan',
    unticked: 'niet gedaan',
    trouble: {
      'foreign': 'Dit is geen back-up en geen leesbare kopie uit deze app. Kies een bestand dat op .mjbackup of .age eindigt.',
      'damaged': 'Dit bestand is beschadigd; je kunt er niet op vertrouwen. Aan je wachtwoordzin ligt het niet. Kies een andere back-up.',
      'newer': 'Dit bestand is gemaakt met een nieuwere versie van de app. Gebruik de pagina die naast die back-up ligt.',
      'wrong-passphrase': 'Met deze wachtwoordzin gaat de back-up niet open. Je hebt de zin nodig die gold toen de back-up werd gemaakt. Kijk of Caps Lock uitstaat en of de toetsenbordtaal klopt.',
      'wrong-passphrase-or-damaged': 'Met deze wachtwoordzin gaat het bestand niet open. De wachtwoordzin is een andere, of het bestand is beschadigd.',
      'code-typo': 'Er zit een tikfout in deze code. Vergelijk alle acht groepen met je herstelblad.',
      'wrong-code': 'Deze code hoort bij een andere kluis, of bij een ander herstelblad dan dat van toen de back-up werd gemaakt.',
      'too-costly': 'Dit bestand vraagt meer geheugen dan een back-up van de app ooit nodig heeft en is niet geopend.',
    },
  },
  id: {
    lead: 'Membaca cadangan atau salinan siap baca jurnal Anda, hanya di peramban ini.',
    choose: 'Pilih berkas…',
    chooseHint: 'Namanya berakhiran .mjbackup atau .age. Anda juga bisa menyeretnya ke sini.',
    another: 'Berkas lain…',
    secret: { backup: 'Frasa sandi atau kode pemulihan', copy: 'Frasa sandi salinan ini' },
    show: 'Tampilkan',
    hide: 'Sembunyikan',
    open: 'Buka',
    opening: 'Sedang membuka…',
    far: '{share, number, percent}',
    promise: 'Berfungsi tanpa jaringan. Tidak ada yang disimpan atau diubah; tutup halaman ini dan semuanya hilang.',
    close: 'Tutup',
    empty: 'Belum ada tulisan di ruang ini.',
    search: 'Cari',
    space: 'Ruang',
    all: 'Semua ruang',
    removed: 'Item terhapus',
    found: '{count, plural, other {# item}}',
    nothingFound: 'Tidak ada item yang memuat kata ini.',
    more: 'Tampilkan {count} lagi',
    list: 'Item, yang terbaru di atas',
    pick: 'Pilih item untuk membacanya.',
    back: 'Semua item',
    print: 'Cetak',
    untitled: 'Tanpa teks',
    copyMade: 'Salinan {date}',
    ownSpace: 'Ruang sendiri',
    language: 'Bahasa',
    ticked: 'selesai',
    unticked: 'belum selesai',
    trouble: {
      'foreign': 'Ini bukan cadangan dan bukan salinan siap baca dari aplikasi ini. Pilih berkas yang berakhiran .mjbackup atau .age.',
      'damaged': 'Berkas ini rusak, jadi isinya tidak bisa diandalkan. Bukan frasa sandi Anda yang salah. Pilih cadangan lain.',
      'newer': 'Berkas ini dibuat dengan versi aplikasi yang lebih baru. Gunakan halaman yang ada di samping cadangan itu.',
      'wrong-passphrase': 'Cadangan tidak terbuka dengan frasa sandi ini. Yang dipakai adalah frasa sandi saat cadangan dibuat. Periksa Caps Lock dan bahasa keyboard.',
      'wrong-passphrase-or-damaged': 'Berkas tidak terbuka dengan frasa sandi ini. Mungkin frasa sandinya berbeda, atau berkasnya rusak.',
      'code-typo': 'Ada salah ketik pada kode ini. Cocokkan kedelapan blok dengan lembar pemulihan.',
      'wrong-code': 'Kode ini untuk brankas lain, atau untuk lembar pemulihan yang lain dari saat cadangan dibuat.',
      'too-costly': 'Berkas ini meminta memori lebih dari yang pernah dibutuhkan cadangan aplikasi, jadi tidak dibuka.',
    },
  },
}

/** What lies beside the files of a copy of everything. */
export const dumpReadme = `Mentoring Journal: semuanya, dalam satu arsip
Dibuat pada {made}. {items}

Anda membaca ini karena arsipnya sudah dibuka. Tadinya ini satu berkas
berakhiran .age, dienkripsi dengan frasa sandi yang Anda pilih saat membuatnya.
Isinya sekarang bisa dibaca siapa saja: simpan di tempat yang hanya bisa Anda
jangkau, dan hapus bila sudah tidak diperlukan.


Cara membuka berkas seperti itu lagi, tanpa aplikasi kami
---------------------------------------------------------

1. Dapatkan program gratis "age" (https://age-encryption.org), versi 1.0 atau
   lebih baru, atau "rage", yang membaca format yang sama.
2. Di terminal:

       age --decrypt --output journal.zip BERKAS.age

   Program itu meminta frasa sandi.
3. Buka journal.zip dengan program apa pun yang membaca berkas zip:

       unzip journal.zip

Halaman "Read a backup.html", yang ada di samping cadangan aplikasi, juga
membuka berkas ini: di peramban mana pun, tanpa jaringan.


Isinya
------

Satu folder untuk setiap ruang, berisi berkas Markdown: teks biasa dengan
beberapa tanda, yang bisa dibuka editor apa pun. Nama berkas jurnal dan sesi
diawali tanggalnya. Satu sesi ada dalam satu berkas, lengkap dengan agenda,
catatan, hasil, komitmen, dan persiapannya. "Terhapus" berisi item yang sudah
Anda hapus.

journal.json memuat semuanya sekali lagi, untuk program: objek JSON dengan
anggota berikut, satu catatan per baris, dalam UTF-8.

  format, v     "mentoring-journal", 1: bentuk yang dijelaskan di sini
  schema, made  skema basis data asalnya; kapan dibuat
  spaces        id, role (peran saya: mentor, mentee, looking, alone), me,
                other, terms (tentang hubungan mentoringnya), createdAt
  preferences   name, value: nama saya
  items         id, space, parent, position (urutan di bawah induk yang sama),
                moment (letak dalam waktu: hari sejak 1970-01-01, dikali 4096,
                ditambah nomor urut), kind, v (bentuk body), title, body,
                privacy, onDate, createdAt, updatedAt, revision, deletedAt
                (terhapus sejak itu), hidden (terhapus bersama induknya);
                words bila aplikasi sendiri tidak bisa membaca body
  revisions     item, revision, at, v, body: versi sebelumnya
  links         id, from, to, type, createdAt
  exports       apa yang dibagikan, kapan, dan untuk siapa; items adalah id-nya

Teks dengan judul dan daftar disimpan sebagai JSON milik Lexical: pohon simpul
dengan "type", "children", dan "text"; pada "format", bit 1 berarti tebal dan
bit 2 berarti miring.


Brankasnya sendiri
------------------

Brankas aplikasi adalah sebuah folder. journal.db adalah basis data SQLite yang
dienkripsi dalam format SQLCipher 4 dengan pengaturan bawaan (halaman 4096 byte,
AES-256-CBC, HMAC-SHA-512) dan kunci mentah 32 byte. SQLCipher 4 membukanya:

    PRAGMA key = "x'64 digit heksadesimal'";

DB Browser for SQLite dengan SQLCipher juga bisa (pilih "Raw key", "SQLCipher 4
defaults"), begitu pula SQLite3 Multiple Ciphers (cipher = 'sqlcipher',
legacy = 4).

Kuncinya ada di keys.json, dibungkus sekali untuk setiap cara membuka brankas:
XChaCha20-Poly1305 dengan "nonce" 24 byte; "box" memuat 32 byte kunci dan tag;
data tambahannya adalah daftar JSON
[v, vault, id, kind, kdf, m, t, p, salt, nonce, made], dengan null bila
anggotanya tidak ada. Kunci pembungkusnya

  passphrase    Argon2id (versi 0x13) dari frasa sandi dalam Unicode NFC dan
                UTF-8, dengan "salt", m KiB, t putaran, p jalur, 32 byte
  recovery      HKDF-SHA-256 dari 28 karakter pertama kode pemulihan (huruf
                besar, tanpa tanda hubung), dengan "salt", info
                "mj-recovery-v1" diikuti id brankas, 32 byte

salt, nonce, dan box ditulis dalam base64. Sebuah cadangan (.mjbackup) adalah
berkas zip berisi journal.db, keys.json, dan backup.json; kunci dan basis
datanya seperti di atas.
`

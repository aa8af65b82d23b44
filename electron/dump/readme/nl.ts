/** What lies beside the files of a copy of everything. */
export const dumpReadme = `Mentoring Journal: alles, in één archief
Gemaakt op {made}. {items}

Je leest dit omdat het archief is geopend. Het was één bestand dat op .age
eindigt, versleuteld met de wachtwoordzin die je bij het maken koos. Wat er nu
staat, kan iedereen lezen: zet het op een plek waar alleen jij bij kunt en
verwijder het als je het niet meer nodig hebt.


Zo open je zo'n bestand weer, zonder onze app
---------------------------------------------

1. Haal het gratis programma "age" (https://age-encryption.org), versie 1.0 of
   nieuwer, of "rage", dat hetzelfde formaat leest.
2. In een terminal:

       age --decrypt --output journal.zip BESTAND.age

   Het programma vraagt om de wachtwoordzin.
3. Pak journal.zip uit met een programma dat zipbestanden opent:

       unzip journal.zip

Ook de pagina "Read a backup.html", die naast de back-ups van de app ligt,
opent het bestand: in elke browser, zonder netwerk.


Wat erin zit
------------

Een map voor elke ruimte, met Markdown-bestanden: gewone tekst met een paar
tekens voor opmaak, die elke editor opent. Stukken uit het dagboek en
gesprekken hebben hun dag in de naam. Een gesprek staat in één bestand, met
gesprekspunten, aantekeningen, resultaten, toezeggingen en voorbereiding. In
"Verwijderd" staat wat in de prullenbak lag.

journal.json bevat alles nog eens, voor programma's: een JSON-object met deze
onderdelen, één gegeven per regel, in UTF-8.

  format, v     "mentoring-journal", 1: de vorm die hier beschreven staat
  schema, made  het databaseschema waaruit gelezen is; wanneer
  spaces        id, role (de mijne: mentor, mentee, looking, alone), me, other,
                terms (over de mentorrelatie zelf), createdAt
  preferences   name, value: mijn naam
  items         id, space, parent, position (volgorde onder dezelfde ouder),
                moment (plaats in de tijd: dagen sinds 1970-01-01, maal 4096,
                plus een volgnummer), kind, v (vorm van de body), title, body,
                privacy, onDate, createdAt, updatedAt, revision, deletedAt
                (sindsdien verwijderd), hidden (ging mee met zijn ouder);
                words waar de app zelf de body niet kon lezen
  revisions     item, revision, at, v, body: eerdere versies
  links         id, from, to, type, createdAt
  exports       wat je hebt gedeeld, wanneer en met wie; items zijn hun id's

Tekst met koppen en lijsten staat erin als JSON van Lexical: een boom van
knopen met "type", "children" en "text"; van "format" betekent bit 1 vet en
bit 2 cursief.


De kluis zelf
-------------

De kluis van de app is een map. journal.db is een SQLite-database, versleuteld
in het formaat van SQLCipher 4 met de standaardinstellingen (pagina's van 4096
bytes, AES-256-CBC, HMAC-SHA-512) en een ruwe sleutel van 32 bytes. SQLCipher 4
opent hem:

    PRAGMA key = "x'64 hexadecimale cijfers'";

Dat doen ook DB Browser for SQLite met SQLCipher (kies "Raw key", "SQLCipher 4
defaults") en SQLite3 Multiple Ciphers (cipher = 'sqlcipher', legacy = 4).

De sleutel ligt in keys.json, één keer ingepakt voor elke manier om de kluis te
openen: XChaCha20-Poly1305 met de "nonce" van 24 bytes; "box" bevat de 32 bytes
van de sleutel en de tag; meegetekend is de JSON-lijst
[v, vault, id, kind, kdf, m, t, p, salt, nonce, made], met null waar een
onderdeel ontbreekt. De sleutel eromheen is

  passphrase    Argon2id (versie 0x13) van de wachtwoordzin in Unicode NFC en
                UTF-8, met "salt", m KiB, t rondes, p banen, 32 bytes
  recovery      HKDF-SHA-256 van de eerste 28 tekens van de herstelcode
                (hoofdletters, zonder streepjes), met "salt", info
                "mj-recovery-v1" gevolgd door het id van de kluis, 32 bytes

salt, nonce en box staan er in base64. Een back-up (.mjbackup) is een zipbestand
met journal.db, keys.json en backup.json; sleutel en database als hierboven.
`

/** What lies beside the files of a copy of everything. */
export const dumpReadme = `Mentoring Journal: everything, in one archive
Made on {made}. {items}

You are reading this because the archive was opened. It was one file that ends
in .age, encrypted with the passphrase you chose when it was made. What lies
here now is readable by anybody: put it where only you can reach it, and remove
it when you no longer need it.


How to open such a file again, without our app
----------------------------------------------

1. Get the free program "age" (https://age-encryption.org), version 1.0 or
   newer, or "rage", which reads the same format.
2. In a terminal:

       age --decrypt --output journal.zip FILE.age

   It asks for the passphrase.
3. Unpack journal.zip with any program that opens zip files:

       unzip journal.zip

The page "Read a backup.html", which lies beside the app's backups, opens the
file as well: in any browser, without a network.


What lies in it
---------------

One folder for each space, with Markdown files: plain text with a few marks,
which any editor opens. Journal entries and sessions bear their day in their
names. A session stands in one file with its agenda, notes, results,
commitments and preparation. "Removed" holds what was in the bin.

journal.json holds everything once more, for programs: a JSON object with these
members, one record per line, in UTF-8.

  format, v     "mentoring-journal", 1: the form described here
  schema, made  the database schema it was read from; when
  spaces        id, role (mine: mentor, mentee, looking, alone), me, other,
                terms (about the relationship as such), createdAt
  preferences   name, value: my name
  items         id, space, parent, position (order among siblings), moment
                (place in time: days since 1970-01-01, times 4096, plus a
                serial), kind, v (form of the body), title, body, privacy,
                onDate, createdAt, updatedAt, revision, deletedAt (in the bin
                since then), hidden (went there with its parent); words where
                the app itself could not read the body
  revisions     item, revision, at, v, body: earlier states
  links         id, from, to, type, createdAt
  exports       what was handed over, when and for whom; items are their ids

Text with headings and lists is kept as Lexical's JSON: a tree of nodes with
"type", "children" and "text"; the bits of "format" are 1 bold and 2 italic.


The vault itself
----------------

The app's own vault is a folder. journal.db is an SQLite database encrypted
in the format of SQLCipher 4 with its default settings (4096-byte pages,
AES-256-CBC, HMAC-SHA-512) and a raw key of 32 bytes. SQLCipher 4 opens it:

    PRAGMA key = "x'64 hex digits'";

So do DB Browser for SQLite with SQLCipher (choose "Raw key", "SQLCipher 4
defaults") and SQLite3 Multiple Ciphers (cipher = 'sqlcipher', legacy = 4).

The key lies in keys.json, wrapped once for each way to open the vault:
XChaCha20-Poly1305 with the 24-byte "nonce", "box" holding the key's 32 bytes
and the tag, and as additional data the JSON list
[v, vault, id, kind, kdf, m, t, p, salt, nonce, made], null where a member is
absent. The wrapping key is

  passphrase    Argon2id (version 0x13) of the passphrase in Unicode NFC and
                UTF-8, with "salt", m KiB, t passes, p lanes, 32 bytes
  recovery      HKDF-SHA-256 of the code's first 28 characters (capitals, no
                hyphens), with "salt", info "mj-recovery-v1" followed by the
                vault's id, 32 bytes

salt, nonce and box are written in base64. A backup (.mjbackup) is a zip file
of journal.db, keys.json and backup.json, the key and the database as above.
`

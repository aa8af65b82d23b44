import type { Migration } from './migrate.ts'

/**
 * Imports that can be taken out again, and a mark per unlock: a vault whose marks
 * lack the last one this computer made was written on another one meanwhile.
 */
export const trust: Migration = {
  version: 2,
  up(db) {
    db.exec(schema)
  },
}

const schema = `
CREATE TABLE unlock_mark (
  generation INTEGER PRIMARY KEY,
  mark TEXT NOT NULL
) STRICT;

CREATE TABLE import_record (
  id TEXT PRIMARY KEY,
  space_id TEXT NOT NULL REFERENCES space (id),
  at TEXT NOT NULL,
  format TEXT NOT NULL,
  item_count INTEGER NOT NULL
) STRICT;
CREATE INDEX import_record_at ON import_record (at);

-- The fingerprint is of the source entry, so that a second import knows it again.
CREATE TABLE import_item (
  import_id TEXT NOT NULL REFERENCES import_record (id) ON DELETE CASCADE,
  item_id TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  PRIMARY KEY (import_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_item_fingerprint ON import_item (fingerprint);
`

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

-- state: adding (nothing of it may show), showing, there, hiding, out. What a kill cuts off
-- is settled at the next opening: adding is undone, showing and hiding are finished.
CREATE TABLE import_record (
  id TEXT PRIMARY KEY,
  space_id TEXT NOT NULL REFERENCES space (id),
  at TEXT NOT NULL,
  format TEXT NOT NULL,
  item_count INTEGER NOT NULL,
  state TEXT NOT NULL,
  out_at TEXT
) STRICT;
CREATE INDEX import_record_at ON import_record (at);

-- By these a second import knows an entry again: the id its app gave it, or its day and words.
CREATE TABLE import_item (
  import_id TEXT NOT NULL REFERENCES import_record (id) ON DELETE CASCADE,
  item_id TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  source TEXT,
  PRIMARY KEY (import_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_item_fingerprint ON import_item (fingerprint);
CREATE INDEX import_item_source ON import_item (source) WHERE source IS NOT NULL;
CREATE INDEX import_item_item ON import_item (item_id);
`

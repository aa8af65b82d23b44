import type { Migration } from './migrate.ts'

/**
 * The spine and what hangs on it.
 *
 * `moment` is the row's key and its place in time (day * 4096 + a serial within
 * the day), so that both lists and full-text search run newest first along the
 * key instead of sorting. `hidden` marks what went into the bin with its parent.
 */
export const first: Migration = {
  version: 1,
  up(db, now) {
    db.exec(schema)
    db.prepare('INSERT INTO vault (one, generation, created_at, saved_at) VALUES (1, 0, ?, NULL)').run(now.toISOString())
  },
}

// A body that is not JSON must be readable as text later, so no expression may fail on it.
const field = (path: string) => `json_extract(body, '${path}')`
const generated = (expression: string) => `TEXT GENERATED ALWAYS AS (CASE WHEN json_valid(body) THEN ${expression} END) VIRTUAL`
const visible = 'deleted_at IS NULL AND hidden = 0'

const schema = `
CREATE TABLE vault (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  generation INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  saved_at TEXT
) STRICT;

CREATE TABLE preference (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE space (
  id TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  me TEXT NOT NULL,
  other TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE item (
  moment INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  space_id TEXT NOT NULL REFERENCES space (id),
  parent_id TEXT REFERENCES item (id) ON DELETE CASCADE,
  position REAL NOT NULL,
  kind TEXT NOT NULL,
  body_version INTEGER NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  words TEXT NOT NULL,
  privacy TEXT NOT NULL,
  on_date TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  revision INTEGER NOT NULL,
  deleted_at TEXT,
  hidden INTEGER NOT NULL DEFAULT 0,
  sort ${generated(`CASE kind WHEN 'entry' THEN ${field('$.sort')} END`)},
  status ${generated(`coalesce(${field('$.status')}, ${field('$.outcome')}, CASE WHEN ${field('$.raise')} = 1 THEN 'raise' END)`)},
  source ${generated(field('$.reason.from'))}
) STRICT;

CREATE INDEX item_newest ON item (space_id, kind) WHERE ${visible};
CREATE INDEX item_sort ON item (space_id, sort) WHERE ${visible} AND sort IS NOT NULL;
CREATE INDEX item_status ON item (space_id, kind, status) WHERE ${visible} AND status IS NOT NULL;
CREATE INDEX item_source ON item (source) WHERE source IS NOT NULL;
CREATE INDEX item_child ON item (parent_id, position) WHERE parent_id IS NOT NULL;
CREATE INDEX item_bin ON item (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE revision (
  item_id TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  at TEXT NOT NULL,
  body_version INTEGER NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (item_id, revision)
) STRICT;
CREATE INDEX revision_at ON revision (at);

CREATE TABLE link (
  id TEXT PRIMARY KEY,
  from_id TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  to_id TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  type TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (from_id, to_id, type)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_to ON link (to_id);

CREATE TABLE export_record (
  id TEXT PRIMARY KEY,
  space_id TEXT NOT NULL REFERENCES space (id),
  at TEXT NOT NULL,
  audience TEXT NOT NULL,
  audience_name TEXT NOT NULL,
  format TEXT NOT NULL,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  item_count INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX export_record_space ON export_record (space_id, at);

-- An item that was purged keeps its row here: that it went out stays true.
CREATE TABLE export_item (
  export_id TEXT NOT NULL REFERENCES export_record (id),
  item_id TEXT NOT NULL,
  PRIMARY KEY (item_id, export_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX export_item_export ON export_item (export_id);

CREATE VIRTUAL TABLE item_fts USING fts5 (
  words, content = 'item', content_rowid = 'moment',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
-- Without this, deleted words stay readable in the index's segments.
INSERT INTO item_fts (item_fts, rank) VALUES ('secure-delete', 1);

-- Rows whose words the index does not hold yet, with those it holds instead (see word-index.ts).
-- The first note stays: later changes do not alter what the index holds.
CREATE TABLE unindexed (
  moment INTEGER PRIMARY KEY,
  words TEXT
) STRICT;

CREATE TRIGGER item_words_insert AFTER INSERT ON item WHEN new.deleted_at IS NULL AND new.hidden = 0
BEGIN
  INSERT OR IGNORE INTO unindexed (moment, words) VALUES (new.moment, NULL);
END;

CREATE TRIGGER item_words_update AFTER UPDATE OF moment, words, deleted_at, hidden ON item
WHEN old.moment IS NOT new.moment OR old.words IS NOT new.words
  OR (old.deleted_at IS NULL AND old.hidden = 0) IS NOT (new.deleted_at IS NULL AND new.hidden = 0)
BEGIN
  INSERT OR IGNORE INTO unindexed (moment, words)
    VALUES (old.moment, CASE WHEN old.deleted_at IS NULL AND old.hidden = 0 THEN old.words END);
  INSERT OR IGNORE INTO unindexed (moment, words) VALUES (new.moment, NULL);
END;

CREATE TRIGGER item_words_delete AFTER DELETE ON item
BEGIN
  INSERT OR IGNORE INTO unindexed (moment, words)
    VALUES (old.moment, CASE WHEN old.deleted_at IS NULL AND old.hidden = 0 THEN old.words END);
END;
`

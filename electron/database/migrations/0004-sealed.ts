import type { Migration } from './migrate.ts'

/** The words of a sealed card, apart from its item, so that no list, search, history or export can come upon them. */
export const sealed: Migration = {
  version: 4,
  up(db) {
    db.exec(`CREATE TABLE sealed (
      item_id TEXT PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
      text TEXT NOT NULL
    ) STRICT, WITHOUT ROWID`)
  },
}

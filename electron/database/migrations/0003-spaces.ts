import type { Migration } from './migrate.ts'

/** What is agreed about a relationship as such: one JSON, checked by `SpaceTerms` on every write and read. */
export const spaces: Migration = {
  version: 3,
  up(db) {
    db.exec(`ALTER TABLE space ADD COLUMN terms TEXT NOT NULL DEFAULT '{}'`)
  },
}

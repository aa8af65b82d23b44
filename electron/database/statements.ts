import type Database from 'better-sqlite3-multiple-ciphers'
import type { Db } from './open.ts'
import { forgetSittings } from './sittings.ts'

const caches = new WeakMap<Db, Map<string, Database.Statement>>()

/**
 * Prepare once per connection. Statements that are dropped are freed late, about
 * 3 KB each, so `sql` must come from a closed set: never put a value into it.
 */
export function statement<Row>(db: Db, sql: string): Database.Statement<unknown[], Row> {
  let cache = caches.get(db)
  if (cache === undefined) {
    cache = new Map()
    caches.set(db, cache)
  }
  let found = cache.get(sql)
  if (found === undefined) {
    found = db.prepare(sql)
    cache.set(sql, found)
  }
  // The row's shape is what the columns of `sql` make it; SQLite cannot say it to the compiler.
  return found as Database.Statement<unknown[], Row>
}

/** Run `work` as one transaction, all or nothing; inside another one it joins that. */
export function transaction<T>(db: Db, work: () => T): T {
  try {
    return db.transaction(work).immediate()
  } catch (error) {
    // What was rolled back may have begun a sitting: better one version too many than one missing.
    forgetSittings(db)
    throw error
  }
}

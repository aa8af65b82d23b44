/** A decrypted database, read with SQLite in the page's memory. */
import initSqlJs from 'sql.js'
import type { Database, ParamsObject } from 'sql.js'
import wasm from 'sql.js/dist/sql-wasm-browser.wasm?url'
import { inOrder } from './book.ts'
import type { Book, BookItem, BookSpace } from './book.ts'
import { base64 } from './keys.ts'
import { breathe, Trouble } from './trouble.ts'

/** The schema this reader knows; newer ones keep the same tables, or another reader lies beside them. */
const knownTables = ['space', 'item']

/** @throws Trouble `damaged`, `newer` */
export async function readDatabase(bytes: Uint8Array): Promise<Book> {
  const sql = await initSqlJs({ wasmBinary: base64(wasm.slice(wasm.indexOf(',') + 1)).buffer })
  await breathe()
  let db: Database
  try {
    db = new sql.Database(bytes)
    const tables = rows(db, `SELECT name FROM sqlite_schema WHERE type = 'table'`).map((row) => String(row['name']))
    if (!knownTables.every((table) => tables.includes(table))) throw new Trouble('newer')
    const spaces = rows(db, 'SELECT id, role, me, other FROM space ORDER BY created_at, id').map(spaceOf)
    // Hidden at the top is an import that was taken out again.
    const items = rows(db, `SELECT id, space_id, parent_id, position, moment, kind, body_version, title, words, on_date, created_at,
      deleted_at IS NOT NULL OR hidden = 1 AS removed FROM item WHERE NOT (hidden = 1 AND parent_id IS NULL AND deleted_at IS NULL)`).map(itemOf)
    const body = db.prepare('SELECT body FROM item WHERE id = ?')
    return {
      from: 'backup', made: null, spaces, items: inOrder(items),
      body: (id) => {
        body.bind([id])
        const found = body.step() ? String(body.get()[0]) : ''
        body.reset()
        return found
      },
    }
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble('damaged', error)
  }
}

function rows(db: Database, sql: string): ParamsObject[] {
  const statement = db.prepare(sql)
  const found: ParamsObject[] = []
  while (statement.step()) found.push(statement.getAsObject())
  statement.free()
  return found
}

const text = (value: unknown) => typeof value === 'string' ? value : ''
const orNull = (value: unknown) => typeof value === 'string' ? value : null

function spaceOf(row: ParamsObject): BookSpace {
  return { id: text(row['id']), role: text(row['role']), me: text(row['me']), other: text(row['other']) }
}

function itemOf(row: ParamsObject): BookItem {
  return {
    id: text(row['id']), space: text(row['space_id']), parent: orNull(row['parent_id']), position: Number(row['position']), moment: Number(row['moment']),
    kind: text(row['kind']), v: Number(row['body_version']), title: text(row['title']), words: text(row['words']),
    onDate: orNull(row['on_date']), createdAt: text(row['created_at']), removed: row['removed'] === 1,
  }
}

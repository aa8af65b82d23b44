/** The package ships no declarations its exports would let through; its calls are better-sqlite3's. */
declare module 'better-sqlite3-multiple-ciphers' {
  import Database = require('better-sqlite3')
  export = Database
}

/**
 * What the handlers work with: the open vault, if there is one, the shell, and
 * the clock. The one class, because it is the one thing that holds state.
 */
import { AppError } from '../../shared/errors.ts'
import type { AppEvent, LockReason } from '../../shared/events.ts'
import { defaultStoredPreferences } from '../../shared/preference.ts'
import type { Language } from '../../shared/language.ts'
import type { CoreOptions } from '../core-messages.ts'
import type { Parsed } from '../../shared/contract.ts'
import { ItemId } from '../../shared/ids.ts'
import { contentChanges } from '../database/counters.ts'
import { keepDrafts } from '../database/drafts.ts'
import type { Drafts } from '../database/drafts.ts'
import { createItem, findRow, saveItem } from '../database/items.ts'
import type { Db } from '../database/open.ts'
import { tidyDatabase } from '../database/tidy.ts'
import type { Host } from '../host/host.ts'
import { keyForWords, openWords, sealWords } from '../vault/kept-words.ts'
import type { CountedUnlock } from '../database/vault-record.ts'
import { sourceOf } from '../vault/backups/source.ts'
import { releaseDatabase } from '../vault/take.ts'
import { closeVault } from '../vault/vault.ts'
import type { OpenVault } from '../vault/vault.ts'
import { keepTries } from './tries.ts'
import type { Tries } from './tries.ts'
import { beginKeeping, endKeeping, newKeeping } from './auto-backup.ts'
import type { Keeping } from './auto-backup.ts'

export type BackendPorts = {
  host: Host
  options: CoreOptions
  send(event: AppEvent): void
  /** The vault is closed and the key is gone: end this process. */
  end(why: LockReason): void
}

export class Backend {
  readonly host: Host
  readonly options: CoreOptions
  readonly tries: Tries
  /** On a steady clock. */
  lastCallAt = performance.now()
  /** The recovery code opened this vault, and no new one was made since: it may be made without the passphrase. */
  recovered = false
  /** This unlock, not yet remembered: the vault was written elsewhere, and nobody chose it yet. */
  unaccepted: CountedUnlock | null = null
  /** Chosen for a new vault that is not made yet. */
  newFolder: string | null = null
  #ports: BackendPorts
  #vault: OpenVault | null = null
  #drafts: Drafts | null = null
  #ended = false
  #turn: Promise<unknown> = Promise.resolve()
  #wordsKey: Uint8Array | null = null
  /** Could not be made yet: the page tries again, and a lock keeps them. */
  readonly unmade = new Map<ItemId, Parsed<'item.create'>>()
  /** Long works under way, by name. */
  readonly works = new Map<string, AbortController>()
  /** Keys agreed with pages, by channel. */
  readonly channels = new Map<string, Uint8Array>()
  /** The backups that this run makes by itself. */
  readonly keeping: Keeping = newKeeping()
  /** Done once the vault is closed, in its folder: nothing holds it then. */
  afterClosing: (() => void) | null = null
  /** Sealed at the lock: what could not be written. */
  kept: Uint8Array | null = null

  constructor(ports: BackendPorts) {
    this.#ports = ports
    this.host = ports.host
    this.options = ports.options
    this.tries = keepTries({
      getPreferences: () => this.host.getPreferences(), setPreferences: (change) => this.host.setPreferences(change), now: () => this.now(),
    })
  }

  now(): Date {
    return this.options.now === null ? new Date() : new Date(this.options.now)
  }

  emit(event: AppEvent): void {
    this.#ports.send(event)
  }

  get isOpen(): boolean {
    return this.#vault !== null
  }

  /** @throws AppError `vault.locked` */
  requireOpen(): void {
    if (this.#vault === null) throw new AppError('vault.locked')
  }

  get vault(): OpenVault {
    if (this.#vault === null) throw new AppError('vault.locked')
    return this.#vault
  }

  get db(): Db {
    return this.vault.db
  }

  get drafts(): Drafts {
    if (this.#drafts === null) throw new AppError('vault.locked')
    return this.#drafts
  }

  /**
   * From now on calls are answered from this vault. A lock that came while its
   * key was being derived wins.
   *
   * @throws AppError `vault.locked`
   */
  attach(vault: OpenVault): void {
    if (this.#ended) {
      closeVault(vault)
      throw new AppError('vault.locked')
    }
    try {
      tidyDatabase(vault.db, this.now())
    } catch (error) {
      closeVault(vault)
      throw error
    }
    this.#vault = vault
    this.#drafts = keepDrafts(vault.db, (event) => { this.emit(event) }, () => this.now())
    this.#wordsKey = keyForWords(vault.db)
    beginKeeping(this)
  }

  /**
   * Let go of the vault's file and take up what `reopen` opened instead, in one
   * step between two calls. What was typed goes along.
   *
   * @param reopen never leaves without an open vault; is told the stamp of what it was when it was closed
   */
  exchange(reopen: (stamp: string) => OpenVault): void {
    const { vault, drafts } = this
    drafts.flush()
    const left = drafts.stop()
    const { changes, serial } = this.keeping
    const behind = contentChanges(vault.db) - changes
    const stamp = sourceOf(vault).stamp()
    releaseDatabase(vault)
    this.#vault = reopen(stamp)
    this.#drafts = keepDrafts(this.#vault.db, (event) => { this.emit(event) }, () => this.now())
    for (const draft of left) this.#drafts.put(draft)
    // The new connection counts from its own beginning.
    Object.assign(this.keeping, { changes: contentChanges(this.#vault.db) - behind, serial })
  }

  /** Write what the core before could not; what still cannot be written goes on waiting. */
  takeBack(sealed: Uint8Array): void {
    const words = this.#wordsKey === null || this.#drafts === null ? null : openWords(this.#wordsKey, sealed)
    if (words === null) return
    for (const item of words.unmade) {
      try {
        this.#makeAsTyped(item)
      } catch {
        // Under another id, or the page could make its own in this one's place.
        const id = ItemId.parse(crypto.randomUUID())
        this.unmade.set(id, { ...item, id })
      }
    }
    // The fresh page counts its own drafts from one.
    for (const draft of words.drafts) this.drafts.put({ ...draft, revision: this.#ownRevision(draft), draft: 0 })
  }

  /** A disk that failed at the end of a commit may have it all the same: what was written before that lock was this run's own. */
  #ownRevision({ id, revision }: Parsed<'item.draft'>): number {
    const row = findRow(this.db, id)
    const { lockedAt } = this.options
    return row !== undefined && lockedAt !== null && row.updated_at <= lockedAt ? row.revision : revision
  }

  /** A try that was called failed may have made it all the same, with the words of that time. */
  #makeAsTyped(item: Parsed<'item.create'>): void {
    const { id, revision } = createItem(this.db, item, this.now())
    saveItem(this.db, { id, revision, content: item.content }, this.now())
  }

  #makeUnmade(): void {
    for (const item of this.unmade.values()) {
      try {
        this.#makeAsTyped(item)
        this.unmade.delete(item.id)
      } catch {
        // It goes on waiting.
      }
    }
  }

  /** Run what opens, makes or chooses a vault one at a time, in order of arrival. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work)
    this.#turn = result.catch(() => undefined)
    return result
  }

  /** Write what was typed, close the vault, and end the process. Safe to call twice. */
  lock(why: LockReason): void {
    if (this.#ended) return
    this.#ended = true
    for (const work of this.works.values()) work.abort()
    try {
      if (this.#close(why)) this.emit({ name: 'vault.locked', data: { why } })
    } finally {
      // Whatever went wrong above: a lock ends the process.
      this.#ports.end(why)
    }
  }

  /** The screen's language, for the shell's own windows. */
  async language(): Promise<Language> {
    return (await this.host.getPreferences()).language ?? defaultStoredPreferences.language ?? 'en'
  }

  #close(why: LockReason): boolean {
    const [vault, drafts, key] = [this.#vault, this.#drafts, this.#wordsKey]
    if (this.unmade.size > 0) this.#makeUnmade()
    this.#vault = null
    this.#drafts = null
    if (vault === null || drafts === null) return false
    try {
      drafts.flush()
      const left = { drafts: drafts.stop(), unmade: [...this.unmade.values()] }
      if (key !== null && left.drafts.length + left.unmade.length > 0) this.kept = sealWords(key, left)
    } finally {
      key?.fill(0)
      // What a restore is about to put away has its own place.
      endKeeping(this.keeping, vault, this.afterClosing === null && this.unaccepted === null ? why : 'fault', this.now())
      closeVault(vault)
      this.afterClosing?.()
    }
    return true
  }
}

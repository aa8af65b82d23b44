/**
 * What the handlers work with: the open vault, if there is one, the shell, and
 * the clock. The one class, because it is the one thing that holds state.
 */
import { AppError } from '../../shared/errors.ts'
import type { AppEvent, LockReason } from '../../shared/events.ts'
import { defaultStoredPreferences } from '../../shared/preference.ts'
import type { Language } from '../../shared/language.ts'
import type { CoreOptions } from '../core-messages.ts'
import { keepDrafts } from '../database/drafts.ts'
import type { Drafts } from '../database/drafts.ts'
import type { Db } from '../database/open.ts'
import { tidyDatabase } from '../database/tidy.ts'
import type { Host } from '../host/host.ts'
import type { OpenVault } from '../vault/vault.ts'

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
  /** Chosen for a new vault that is not made yet. */
  newFolder: string | null = null
  #ports: BackendPorts
  #vault: OpenVault | null = null
  #drafts: Drafts | null = null
  #ended = false
  #turn: Promise<unknown> = Promise.resolve()

  constructor(ports: BackendPorts) {
    this.#ports = ports
    this.host = ports.host
    this.options = ports.options
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
      vault.db.close()
      throw new AppError('vault.locked')
    }
    try {
      tidyDatabase(vault.db, this.now())
    } catch (error) {
      vault.db.close()
      throw error
    }
    this.#vault = vault
    this.#drafts = keepDrafts(vault.db, (event) => { this.emit(event) }, () => this.now())
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
    if (this.#close()) this.emit({ name: 'vault.locked', data: { why } })
    this.#ports.end(why)
  }

  /** The screen's language, for the shell's own windows. */
  async language(): Promise<Language> {
    return (await this.host.getPreferences()).language ?? defaultStoredPreferences.language ?? 'en'
  }

  #close(): boolean {
    const [vault, drafts] = [this.#vault, this.#drafts]
    this.#vault = null
    this.#drafts = null
    if (vault === null || drafts === null) return false
    try {
      drafts.flush()
      drafts.stop()
    } finally {
      vault.db.close()
    }
    return true
  }
}

import type { Bridge } from '../../shared/bridge.ts'
import type { AppEvent } from '../../shared/events.ts'

declare global {
  interface Window {
    bridge: Bridge
    /** In the pages of `tests/fixtures/shell-page`. */
    events: AppEvent[]
    tryEverything(away: string): Promise<string[]>
    wayNames: string[]
    sameDocument?: boolean
    secret?: string
  }
}

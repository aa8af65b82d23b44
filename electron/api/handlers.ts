import type { CallName, Output, Parsed } from '../../shared/contract.ts'
import type { Backend } from './backend.ts'
import { agreementHandlers } from './agreements.ts'
import { backupHandlers } from './backups.ts'
import { binHandlers } from './bin.ts'
import { boundaryHandlers } from './boundaries.ts'
import { cardHandlers } from './cards.ts'
import { channelHandlers } from './channels.ts'
import { dumpHandlers } from './dumps.ts'
import { exportHandlers } from './exports.ts'
import { historyHandlers } from './history.ts'
import { importHandlers } from './imports.ts'
import { itemHandlers } from './items.ts'
import { linkHandlers } from './links.ts'
import { meetingHandlers } from './meetings.ts'
import { passphraseHandlers } from './passphrases.ts'
import { pathHandlers } from './paths.ts'
import { placeHandlers } from './places.ts'
import { preferenceHandlers } from './preferences.ts'
import { recoveryHandlers } from './recovery.ts'
import { reviewHandlers } from './reviews.ts'
import { searchHandlers } from './search.ts'
import { sessionHandlers } from './sessions.ts'
import { slotHandlers } from './slots.ts'
import { spaceHandlers } from './spaces.ts'
import { todayHandlers } from './today.ts'
import { vaultHandlers } from './vaults.ts'
import { versionHandlers } from './versions.ts'
import { workHandlers } from './work.ts'

/** A mapped type, so that a call without a handler does not compile. */
export type Handlers = {
  [N in CallName]: (backend: Backend, input: Parsed<N>) => Output<N> | Promise<Output<N>>
}

export const handlers: Handlers = {
  ...vaultHandlers,
  ...passphraseHandlers,
  ...preferenceHandlers,
  ...recoveryHandlers,
  ...slotHandlers,
  ...backupHandlers,
  ...dumpHandlers,
  ...workHandlers,
  ...channelHandlers,
  ...placeHandlers,
  ...reviewHandlers,
  ...spaceHandlers,
  ...todayHandlers,
  ...itemHandlers,
  ...binHandlers,
  ...historyHandlers,
  ...linkHandlers,
  ...sessionHandlers,
  ...meetingHandlers,
  ...agreementHandlers,
  ...versionHandlers,
  ...boundaryHandlers,
  ...cardHandlers,
  ...pathHandlers,
  ...searchHandlers,
  ...importHandlers,
  ...exportHandlers,
}

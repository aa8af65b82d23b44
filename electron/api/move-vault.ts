import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { changesSinceOpened } from '../database/counters.ts'
import { readerName } from '../dump/reader-file.ts'
import { sourceOf } from '../vault/backups/source.ts'
import { inThread } from '../vault/backups/thread.ts'
import { copyForMove, finishMove, leaveOldPlace, planMove, undoMove } from '../vault/move.ts'
import type { Move, MoveCopy } from '../vault/move.ts'
import { takeDatabase } from '../vault/take.ts'
import { vaultBytes } from '../vault/vault.ts'
import type { OpenVault } from '../vault/vault.ts'
import type { Backend } from './backend.ts'
import { displayPath } from './display-path.ts'
import { runWork } from './work.ts'
import type { Work } from './work.ts'

const quietMs = 200
const longestWaitMs = 5_000

/**
 * Let the person choose a folder, and move the open vault and its backups there;
 * writing goes on meanwhile. Null when cancelled in the shell's window.
 */
export async function moveVault(backend: Backend): Promise<{ folder: string } | null> {
  const from = backend.vault.folder
  const into = await backend.host.chooseFolder({ purpose: 'move-vault', start: dirname(from), language: await backend.language() })
  if (into === null) return null
  const move = planMove(backend.vault.folder, into)
  if (move === null) return { folder: displayPath(from) }
  await runWork(backend, 'move', (work) => carryOut(backend, move, work))
  return { folder: displayPath(move.to) }
}

async function carryOut(backend: Backend, move: Move, { signal, progress }: Work): Promise<void> {
  await backend.keeping.last
  const copy = await inThread(signal, (run) => copyForMove(move, sourceOf(backend.vault), vaultBytes(move.from), run, progress))
  await untilQuiet(backend)
  signal.throwIfAborted()
  // Written first: cut off anywhere from here on, the vault is found in the one place or the other.
  await backend.host.setPreferences({ vaultFolder: move.to, movedFrom: move.from })
  try {
    backend.requireOpen()
    exchange(backend, move, copy)
  } catch (error) {
    await backend.host.setPreferences({ vaultFolder: move.from, movedFrom: null })
    // It opened in neither place, a drive may be gone: the next unlock says what is the matter.
    if (backend.isOpen && !backend.db.open) backend.lock('fault')
    throw error
  }
  await backend.host.setPreferences({ movedFrom: null })
  leaveOldPlace(move, [readerName])
}

/** @throws whatever kept the vault from its new place; it is open in the old one then */
function exchange(backend: Backend, move: Move, copy: MoveCopy): void {
  let failure: unknown = null
  const { vault } = backend
  const source = sourceOf(vault)
  backend.exchange((stamp) => {
    try {
      finishMove(move, source, copy, stamp)
      return reopened(vault, move.to)
    } catch (error) {
      failure = error
      undoMove(move)
      return reopened(vault, move.from)
    }
  })
  if (failure !== null) throw failure
}

function reopened(vault: OpenVault, folder: string): OpenVault {
  const { db, reader } = takeDatabase(folder, vault.keys, vault.dataKey)
  return { ...vault, folder, db, reader }
}

/** Until nobody has typed for a moment: what a page sends next is based on the last answer, which has arrived by then. */
async function untilQuiet(backend: Backend): Promise<void> {
  for (let waited = 0; waited < longestWaitMs; waited += quietMs) {
    const before = changesSinceOpened(backend.db)
    backend.drafts.flush()
    await wait(quietMs)
    if (changesSinceOpened(backend.db) === before) return
  }
}

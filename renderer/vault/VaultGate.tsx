import { useState } from 'react'
import type { Backup } from '../../shared/backup.ts'
import { AppError } from '../../shared/errors.ts'
import type { UnlockNotice, VaultStatus } from '../../shared/vault.ts'
import { call } from '../api.ts'
import type { OpenFromBackup } from '../backups/OpenFromBackup.tsx'
import type { CannotGetIn } from './CannotGetIn.tsx'
import { FirstStart } from './FirstStart.tsx'
import { Unlock } from './Unlock.tsx'

/** What the unlock had to say. */
export type Opened = { notices: UnlockNotice[] }

type Leaf = 'first-start' | 'unlock' | { WithCode: typeof CannotGetIn }
type Screen = Leaf | { Leaves: typeof OpenFromBackup; first: Backup | null; from: Leaf }

/** Everything a person can meet while the vault is locked. */
export function VaultGate({ status: given, onOpened }: { status: VaultStatus; onOpened: (opened: Opened) => void }) {
  const [status, setStatus] = useState(given)
  const [screen, setScreen] = useState<Screen>(given.state === 'absent' ? 'first-start' : 'unlock')
  /** Straight in with the passphrase that was just typed; where it is another one by now, the unlock screen asks. */
  const openRestored = async (passphrase: string) => {
    setStatus(await call('vault.status'))
    try {
      onOpened({ notices: (await call('vault.unlock', { passphrase })).notices })
    } catch (error) {
      if (error instanceof AppError && error.code === 'vault.wrong-passphrase') setScreen('unlock')
      else throw error
    }
  }
  if (typeof screen === 'object' && 'Leaves' in screen) return <screen.Leaves status={status} first={screen.first} onOpen={openRestored} onBack={() => setScreen(screen.from)} />
  /** What few people ever need is fetched when they do. */
  const openFromBackup = async (backup: Backup | null) => {
    const { OpenFromBackup: Leaves } = await import('../backups/OpenFromBackup.tsx')
    setScreen({ Leaves, first: backup, from: screen })
  }
  const openWithCode = async () => {
    const { CannotGetIn: WithCode } = await import('./CannotGetIn.tsx')
    setScreen({ WithCode })
  }
  if (typeof screen === 'object') return <screen.WithCode onOpened={onOpened} onBack={() => setScreen('unlock')} onBackup={() => void openFromBackup(null)} />
  switch (screen) {
    case 'first-start': return (
      <FirstStart status={status} onStatus={setStatus} onOpened={onOpened} onHave={() => setScreen('unlock')} onBackup={(backup) => void openFromBackup(backup)} />
    )
    case 'unlock': return (
      <Unlock
        status={status} onStatus={setStatus} onOpened={onOpened} onCannot={() => void openWithCode()} onNew={() => setScreen('first-start')}
        onBackup={() => void openFromBackup(null)}
      />
    )
  }
}

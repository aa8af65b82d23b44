import { useState } from 'react'
import type { Backup } from '../../shared/backup.ts'
import { AppError } from '../../shared/errors.ts'
import type { UnlockNotice, VaultStatus } from '../../shared/vault.ts'
import { call } from '../api.ts'
import { OpenFromBackup } from '../backups/OpenFromBackup.tsx'
import { CannotGetIn } from './CannotGetIn.tsx'
import { FirstStart } from './FirstStart.tsx'
import { Unlock } from './Unlock.tsx'

/** What the unlock had to say. */
export type Opened = { notices: UnlockNotice[] }

type Screen = 'first-start' | 'unlock' | 'cannot' | { backups: Backup | null; from: 'first-start' | 'unlock' | 'cannot' }

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
  if (typeof screen === 'object') return <OpenFromBackup first={screen.backups} onOpen={openRestored} onBack={() => setScreen(screen.from)} />
  const openFromBackup = (backup: Backup | null = null) => setScreen({ backups: backup, from: screen })
  switch (screen) {
    case 'first-start': return (
      <FirstStart status={status} onStatus={setStatus} onOpened={onOpened} onHave={() => setScreen('unlock')} onBackup={openFromBackup} />
    )
    case 'unlock': return (
      <Unlock
        status={status} onStatus={setStatus} onOpened={onOpened} onCannot={() => setScreen('cannot')} onNew={() => setScreen('first-start')}
        onBackup={() => openFromBackup()}
      />
    )
    case 'cannot': return <CannotGetIn onOpened={onOpened} onBack={() => setScreen('unlock')} onBackup={() => openFromBackup()} />
  }
}

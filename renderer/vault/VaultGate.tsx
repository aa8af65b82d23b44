import { useState } from 'react'
import type { UnlockNotice, VaultStatus } from '../../shared/vault.ts'
import { CannotGetIn } from './CannotGetIn.tsx'
import { FirstStart } from './FirstStart.tsx'
import { Unlock } from './Unlock.tsx'

/** What the unlock had to say. */
export type Opened = { notices: UnlockNotice[] }

/** Everything a person can meet while the vault is locked. */
export function VaultGate({ status: given, onOpened }: { status: VaultStatus; onOpened: (opened: Opened) => void }) {
  const [status, setStatus] = useState(given)
  const [screen, setScreen] = useState<'first-start' | 'unlock' | 'cannot'>(given.state === 'absent' ? 'first-start' : 'unlock')
  switch (screen) {
    case 'first-start': return <FirstStart status={status} onStatus={setStatus} onOpened={onOpened} onHave={() => setScreen('unlock')} />
    case 'unlock': return (
      <Unlock status={status} onStatus={setStatus} onOpened={onOpened} onCannot={() => setScreen('cannot')} onNew={() => setScreen('first-start')} />
    )
    case 'cannot': return <CannotGetIn onOpened={onOpened} onBack={() => setScreen('unlock')} />
  }
}

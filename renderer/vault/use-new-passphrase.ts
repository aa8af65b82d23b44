import { useState } from 'react'
import { isWeak } from './NewPassphrase.tsx'
import type { NewPassphraseState } from './NewPassphrase.tsx'

/**
 * Choosing a passphrase up to the act it is for: `act` says its own failures.
 *
 * @param ready whether the form's other fields are filled in
 */
export function useNewPassphrase(act: (passphrase: string) => Promise<void>, ready = true) {
  const [chosen, setChosen] = useState<NewPassphraseState>({ passphrase: '', problem: null })
  const [tried, setTried] = useState(false)
  const [weak, setWeak] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const choose = async (anyway: boolean) => {
    setTried(true)
    if (busy || !ready || chosen.problem !== null) return
    setBusy(true)
    try {
      // Asked anew: the meter may not have heard of the last letter yet.
      if (!anyway && await isWeak(chosen.passphrase)) setWeak(chosen.passphrase)
      else await act(chosen.passphrase)
    } finally {
      setBusy(false)
    }
  }
  return {
    tried, busy, choose,
    /** Weak words were refused once: a second, deliberate click takes them. */
    mayInsist: weak === chosen.passphrase && chosen.problem === null && !busy,
    fields: { onChange: setChosen, showProblem: tried },
  }
}

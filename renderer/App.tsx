import { useEffect, useState } from 'react'
import type { ComponentType } from 'react'
import type { Language } from '../shared/language.ts'
import type { Preferences } from '../shared/preference.ts'
import type { VaultStatus } from '../shared/vault.ts'
import { loadMessages, MessagesProvider } from './messages/messages.tsx'
import type { MessageTable } from './messages/messages.tsx'
import { PreferencesProvider, screenLanguage, usePreferences } from './preferences.tsx'
import type { OtherCopy } from './vault/OtherCopy.tsx'
import { VaultGate } from './vault/VaultGate.tsx'
import type { Opened } from './vault/VaultGate.tsx'

type Journal = ComponentType<{ status: VaultStatus; notices: Opened['notices']; first?: string }>

/**
 * The journal's code is not needed to paint the lock screen; it comes while the
 * passphrase is typed. Not by `lazy`: once its fallback was shown, React waits
 * 300 ms before it shows anything else.
 */
const loadJournal = async (): Promise<Journal> => (await import('./frame/OpenVault.tsx')).OpenVault

type Props = { preferences: Preferences; status: VaultStatus; language: Language; table: MessageTable }

/** Locked or open: which of the two is on the screen. A lock replaces the whole page, so there is no way back but a new one. */
export function App({ preferences, status, language, table }: Props) {
  return (
    <PreferencesProvider initial={preferences}>
      <Words initial={{ language, table }}>
        <Door status={status} />
      </Words>
    </PreferencesProvider>
  )
}

function Words({ initial, children }: { initial: { language: Language; table: MessageTable }; children: React.ReactNode }) {
  const [words, setWords] = useState(initial)
  const { preferences } = usePreferences()
  const language = screenLanguage(preferences)
  useEffect(() => {
    let current = true
    if (language !== words.language) void loadMessages(language).then((table) => { if (current) setWords({ language, table }) })
    return () => { current = false }
  }, [language, words.language])
  return <MessagesProvider language={words.language} table={words.table}>{children}</MessagesProvider>
}

function Door({ status }: { status: VaultStatus }) {
  const [opened, setOpened] = useState<Opened | null>(status.state === 'open' ? { notices: [] } : null)
  const [Journal, setJournal] = useState<Journal | null>(null)
  const [first, setFirst] = useState<'as ever' | 'backups' | null>(null)
  const [Choice, setChoice] = useState<typeof OtherCopy | null>(null)
  const isOpen = opened !== null
  const otherCopy = opened?.notices.includes('other-copy') === true && first === null
  useEffect(() => {
    const load = () => void loadJournal().then((loaded) => setJournal(() => loaded))
    if (isOpen) return load()
    // After the lock screen is painted.
    const idle = requestIdleCallback(load, { timeout: 1_000 })
    return () => cancelIdleCallback(idle)
  }, [isOpen])
  useEffect(() => {
    if (otherCopy) void import('./vault/OtherCopy.tsx').then(({ OtherCopy: loaded }) => setChoice(() => loaded))
  }, [otherCopy])
  if (opened === null) return <VaultGate status={status} onOpened={setOpened} />
  if (otherCopy) return Choice === null ? null : <Choice onGoOn={setFirst} />
  return Journal === null ? null : <Journal status={status} notices={opened.notices} {...(first === 'backups' && { first: '/settings/restore' })} />
}

import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { OneParty } from '../../shared/agreement.ts'
import { dayAt } from '../../shared/dates.ts'
import { formatDay } from '../../shared/format-date.ts'
import { useAct } from '../frame/data.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { NameTurn } from './NameTurn.tsx'
import { SignDialog } from './SignDialog.tsx'
import type { VersionItem } from './use-versions.ts'
import { WhatIsSigned } from './WhatIsSigned.tsx'
import { useWho } from './who.ts'

/** One of the two signs what was settled before, or signs again. */
export function SignLater({ version, party, onBack }: { version: VersionItem; party: OneParty; onBack: { label: string; go: () => void } }) {
  const t = useMessages()
  const language = useLanguage()
  const navigate = useNavigate()
  const act = useAct()
  const { id, body } = version
  const who = useWho(body.parties)
  const [typed, setTyped] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [on] = useState(() => dayAt(new Date()))
  const sign = async (name: string) => {
    setBusy(true)
    const done = await act('version.sign', { id, who: party, name, on })
    setBusy(false)
    setTyped(null)
    if (done !== null) await navigate({ to: '/agreement/sign', search: { done: id }, replace: true })
  }
  const label = { number: body.number }
  return (
    <>
      <NameTurn name={who[party]} number={body.number} back={onBack} go={{ label: t('sign.act.open.signed', label), act: setTyped }}>
        <WhatIsSigned line={t('sign.count.settled', { count: body.clauses.length, date: formatDay(language, body.on) })} version={body} language={body.language} beside={body.beside} />
      </NameTurn>
      {typed !== null && (
        <SignDialog
          title={t('sign.act.signed', label)} act={t('sign.act.signed', label)} busy={busy} onClose={() => setTyped(null)} onAct={() => { if (!busy) void sign(typed) }}
          lines={[t('sign.dialog.one', { ...label, name: typed, date: formatDay(language, on) }), t('sign.dialog.fixed.later')]}
        />
      )}
    </>
  )
}

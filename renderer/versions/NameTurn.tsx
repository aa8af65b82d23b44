import { useState } from 'react'
import type { ReactNode, Ref } from 'react'
import { Screen } from '../frame/Screen.tsx'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { SheetFoot, SheetHead } from '../ui/Sheet.tsx'
import css from './Versions.module.css'

export type QuietAct = { label: string; act: (typed: string) => void; needsName?: boolean }

/** One of the two alone with the page: their own name, and nothing that somebody else typed. */
export function NameTurn({ name, number, back, go, others = [], children }: {
  name: string
  number: number
  back: { label: string; go: () => void }
  /** The main act, with what was typed. */
  go: { label: string; act: (typed: string) => void }
  others?: readonly QuietAct[]
  /** What they sign, folded away. */
  children: ReactNode
}) {
  const t = useMessages()
  const [typed, setTyped] = useState('')
  const [missing, setMissing] = useState(false)
  const [field, setField] = useState<HTMLInputElement | null>(null)
  const withName = (act: (typed: string) => void) => {
    if (typed.trim() !== '') return act(typed.trim())
    setMissing(true)
    field?.focus()
  }
  const ref: Ref<HTMLInputElement> = setField
  return (
    <Screen
      wide
      foot={(
        <SheetFoot end={<Button look="primary" onClick={() => withName(go.act)}>{go.label}</Button>}>
          {others.map(({ label, act, needsName = false }) => <Button key={label} pull="start" onClick={() => (needsName ? withName(act) : act(typed.trim()))}>{label}</Button>)}
        </SheetFoot>
      )}
    >
      <SheetHead title={t('sign.turn.title', { name, number })} back={back} keepFocus />
      <form className={css.turn} onSubmit={(event) => { event.preventDefault(); withName(go.act) }}>
        <p>{t('sign.turn.about')}</p>
        <TextField
          ref={ref} label={t('sign.turn.name', { name })} look="written" dir="auto" autoFocus value={typed} maxLength={200} error={missing ? t('sign.turn.missing') : undefined}
          onChange={(event) => { setTyped(event.target.value); setMissing(false) }}
        />
      </form>
      <div className={css.column}>{children}</div>
    </Screen>
  )
}

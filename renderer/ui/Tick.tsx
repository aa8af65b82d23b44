import { useState } from 'react'
import { Checkbox } from './Choice.tsx'

/** A box whose tick is an act: it shows at once, and falls back when the act fails. */
export function Tick({ checked, label, labelHidden = true, disabled = false, tabStop = true, onTick }: {
  checked: boolean
  /** Says what is ticked; the row beside it may show it already. */
  label: string
  labelHidden?: boolean
  disabled?: boolean
  /** False where arrows reach it inside a list. */
  tabStop?: boolean
  onTick: (checked: boolean) => Promise<unknown>
}) {
  const [wanted, setWanted] = useState<boolean | null>(null)
  return (
    <Checkbox
      checked={wanted ?? checked} label={label} labelHidden={labelHidden} disabled={disabled} tabStop={tabStop}
      onChange={(done) => { setWanted(done); void onTick(done).finally(() => setWanted(null)) }}
    />
  )
}

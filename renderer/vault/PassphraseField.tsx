import { useState } from 'react'
import type { KeyboardEvent, Ref } from 'react'
import { secret } from '../copies.ts'
import { useMessages } from '../messages/messages.tsx'
import { InFieldButton, TextField } from '../ui/Field.tsx'

/** A passphrase: hidden until asked, paste allowed, Caps Lock said. */
export function PassphraseField({ label, value, onChange, error, shown = false, ref, autoFocus = false }: {
  label: string
  value: string
  onChange: (value: string) => void
  error?: string | undefined
  /** Show from the start, as with a suggestion just taken. */
  shown?: boolean
  ref?: Ref<HTMLInputElement>
  autoFocus?: boolean
}) {
  const t = useMessages()
  const [asked, setAsked] = useState<boolean | null>(null)
  const [caps, setCaps] = useState(false)
  const visible = asked ?? shown
  const look = (event: KeyboardEvent<HTMLInputElement>) => setCaps(event.getModifierState('CapsLock'))
  return (
    <TextField
      label={label} value={value} {...secret} onChange={(event) => onChange(event.target.value)} type={visible ? 'text' : 'password'} error={error}
      onKeyDown={look} onKeyUp={look} autoCapitalize="none" autoFocus={autoFocus} {...(ref !== undefined && { ref })}
      aside={<span role="status">{caps ? t('passphrase.caps') : ''}</span>}
      end={<InFieldButton aria-pressed={visible} onClick={() => setAsked(!visible)}>{visible ? t('passphrase.hide') : t('passphrase.show')}</InFieldButton>}
    />
  )
}

import { useMessages } from '../messages/messages.tsx'
import type { MessageKey } from '../messages/messages.tsx'
import css from './Settings.module.css'

const keys: ReadonlyArray<[string, MessageKey]> = [
  ['Ctrl K', 'settings.keys.search'],
  ['Ctrl 1 … 8', 'settings.keys.places'],
  ['Ctrl N', 'settings.keys.entry'],
  ['Ctrl Shift K', 'settings.keys.commitment'],
  ['Ctrl L', 'settings.keys.lock'],
  ['Ctrl Shift D', 'settings.keys.discreet'],
  ['Ctrl Shift M', 'settings.keys.margin'],
  ['Ctrl P, Ctrl E', 'settings.keys.share'],
  ['Ctrl ,', 'settings.keys.settings'],
  ['F1', 'settings.keys.help'],
  ['F6, Shift F6', 'settings.keys.regions'],
  ['Ctrl Enter', 'settings.keys.primary'],
  ['Ctrl S', 'settings.keys.save'],
  ['Ctrl Z', 'settings.keys.undo'],
  ['Alt ←, Alt →', 'settings.keys.back'],
  ['Ctrl ], Ctrl [', 'settings.keys.indent'],
]

export function KeyboardSection() {
  const t = useMessages()
  return (
    <dl className={css.rows}>
      {keys.map(([combination, what]) => (
        <div key={combination} className={css.keyRow}><dt>{t(what)}</dt><dd className={css.keys}>{combination}</dd></div>
      ))}
    </dl>
  )
}

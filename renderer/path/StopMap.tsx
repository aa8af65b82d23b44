import type { CSSProperties } from 'react'
import { useMessages } from '../messages/messages.tsx'
import css from './Path.module.css'

export type Stop = { id: number; name: string; note?: string }

/** The stops of a way; one is where we are, and one is shown below. */
export function StopMap({ label, stops, here, shown, onShow }: {
  label: string
  stops: readonly Stop[]
  /** Null where no stop is ours. */
  here: number | null
  shown: number
  onShow: (id: number) => void
}) {
  const t = useMessages()
  return (
    // How many stops share the line is the only style that the data decides.
    <ol className={css.map} aria-label={label} style={{ '--stops': stops.length } as CSSProperties}>
      {stops.map(({ id, name }) => (
        <li key={id}>
          <button type="button" className={css.stop} aria-pressed={id === shown} aria-current={id === here ? 'step' : undefined} onClick={() => onShow(id)}>
            <span className={css.stopName}><span className={css.stopNumber}>{id}</span> {name}</span>
            {id === here && <span className={css.stopNote}>{t('path.here')}</span>}
          </button>
        </li>
      ))}
    </ol>
  )
}

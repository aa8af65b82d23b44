import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import css from './Button.module.css'

export type ButtonLook = 'primary' | 'outline' | 'quiet' | 'danger' | 'link' | 'icon'

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'className'> & {
  look?: ButtonLook
  /** Cannot act now; stays reachable so that its reason can be read. */
  off?: boolean
  /** Pull the word, not the box, to the edge of its column. */
  pull?: 'start' | 'end'
  ref?: Ref<HTMLButtonElement>
  children: ReactNode
}

/** A button says what it does with a verb; one `primary` per screen. */
export function Button({ look = 'quiet', off = false, pull, onClick, type = 'button', ...rest }: Props) {
  const classes = [css.button, css[look], pull === 'start' && css.pullStart, pull === 'end' && css.pullEnd].filter(Boolean).join(' ')
  return (
    <button
      data-primary={look === 'primary' || undefined}
      // A verb of ours: it stays readable when text is hidden.
      data-app-words={look === 'primary' || look === 'outline' ? '' : undefined}
      {...rest}
      type={type}
      className={classes}
      aria-disabled={off || undefined}
      onClick={(event) => {
        if (off) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
}

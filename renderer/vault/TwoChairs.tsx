import css from './Vault.module.css'

/** The one drawing in the app: two chairs at a table. Decorative. */
export function TwoChairs() {
  return (
    <svg className={css.drawing} viewBox="0 0 176 84" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" aria-hidden>
      <path d="M52 38h72M60 38v40M116 38v40" />
      <path d="M14 14c1 12 2 22 3 34h27M17 48l-4 30M44 48l2 30M15 28h4" />
      <path d="M162 14c-1 12-2 22-3 34h-27M159 48l4 30M132 48l-2 30M161 28h-4" />
      <path d="M78 38c0-6 2-9 7-9s7 3 7 9M92 32c4-1 6 1 5 4" />
    </svg>
  )
}

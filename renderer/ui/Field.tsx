import { useId } from 'react'
import type { InputHTMLAttributes, ReactNode, Ref, TextareaHTMLAttributes } from 'react'
import css from './Field.module.css'

type Common = {
  label: string
  /** How the label is set: the app's word, or a question put to the person. */
  labelLook?: 'label' | 'question' | 'marginQuestion' | 'hidden'
  /** How the answer is set: typed facts, or a person's own words. */
  look?: 'plain' | 'written' | 'writtenSmall'
  hint?: ReactNode
  /** Appears on leaving the field; a sentence that says what to do. */
  error?: string | undefined
  /** Right of the label. */
  aside?: ReactNode
  /** Inside the box, at its end. */
  end?: ReactNode
}

function useFrame({ label, labelLook = 'label', hint, error, aside, end }: Common) {
  const id = useId()
  const about = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ') || undefined
  const frame = (control: ReactNode) => (
    <div className={css.field}>
      <div className={labelLook === 'hidden' ? 'visually-hidden' : css.top}>
        <label htmlFor={id} className={labelLook === 'hidden' ? undefined : css[labelLook]}>{label}</label>
        {aside !== undefined && <span className={css.aside}>{aside}</span>}
      </div>
      <div className={css.box}>{control}{end}</div>
      {hint !== undefined && <p id={`${id}-hint`} className={css.hint}>{hint}</p>}
      {error !== undefined && <p id={`${id}-error`} className={css.error}>{error}</p>}
    </div>
  )
  return { id, about, frame }
}

const lookClass = (look: Common['look']) =>
  [css.input, look === 'written' && css.written, look === 'writtenSmall' && css.writtenSmall].filter(Boolean).join(' ')

type TextFieldProps = Common & Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'id'> & { ref?: Ref<HTMLInputElement> }

/** One line of text. */
export function TextField({ label, labelLook, look, hint, error, aside, end, ...rest }: TextFieldProps) {
  const { id, about, frame } = useFrame({ label, ...(labelLook && { labelLook }), hint, error, aside, end })
  return frame(
    <input {...rest} id={id} className={lookClass(look)} autoComplete="off" spellCheck={false} aria-describedby={about} aria-invalid={error !== undefined || undefined} />,
  )
}

type TextAreaProps = Common & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className' | 'id'> & { ref?: Ref<HTMLTextAreaElement> }

/** Some lines of plain text; grows with what is written. */
export function TextArea({ label, labelLook, look, hint, error, aside, end, rows = 1, ...rest }: TextAreaProps) {
  const { id, about, frame } = useFrame({ label, ...(labelLook && { labelLook }), hint, error, aside, end })
  return frame(
    <textarea {...rest} id={id} rows={rows} className={lookClass(look)} autoComplete="off" spellCheck={false} aria-describedby={about} aria-invalid={error !== undefined || undefined} />,
  )
}

/** A word in a field's box that acts on the field, such as Show. */
export function InFieldButton({ children, ...rest }: { children: ReactNode; onClick: () => void; 'aria-pressed'?: boolean; 'aria-label'?: string }) {
  return <button type="button" className={css.inBox} {...rest}>{children}</button>
}

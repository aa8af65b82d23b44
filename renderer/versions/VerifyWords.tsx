import { useRef, useState } from 'react'
import { countWords, sameWords } from '../../shared/rules/check-words.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import type { VersionItem } from './use-versions.ts'
import css from './Versions.module.css'

/** The words of the other copy, held against every version here. */
export function VerifyWords({ versions }: { versions: readonly VersionItem[] }) {
  const t = useMessages()
  const [typed, setTyped] = useState('')
  const [answer, setAnswer] = useState<{ said: string; wrong: boolean } | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const check = () => {
    const same = versions.find(({ body }) => sameWords(typed, body.words))
    if (same !== undefined) setAnswer({ said: t('versions.verify.same', { number: same.body.number }), wrong: false })
    else {
      setAnswer({ said: t(countWords(typed) < 4 ? 'versions.verify.few' : 'versions.verify.not'), wrong: true })
      field.current?.focus()
    }
  }
  return (
    <section className={css.part} aria-labelledby="verify-words">
      <GroupHead id="verify-words">{t('versions.verify')}</GroupHead>
      <p className={css.hint}>{t('versions.verify.about')}</p>
      <form className={css.verify} onSubmit={(event) => { event.preventDefault(); check() }}>
        <TextField
          ref={field} label={t('versions.verify.field')} value={typed} maxLength={200} error={answer?.wrong === true ? answer.said : undefined}
          onChange={(event) => { setTyped(event.target.value); setAnswer(null) }}
        />
        <Button look="outline" type="submit">{t('versions.verify.act')}</Button>
      </form>
      <p role="status" className={css.strong}>{answer?.wrong === false ? answer.said : ''}</p>
    </section>
  )
}

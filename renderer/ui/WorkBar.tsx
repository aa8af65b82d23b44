import { useEffect, useState } from 'react'
import { locales } from '../../shared/locales.ts'
import type { Work } from '../frame/use-work.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from './Button.tsx'
import { formatBytes } from './format-bytes.ts'
import css from './WorkBar.module.css'

const wordsAfterMs = 400
const barAfterMs = 4_000

/**
 * Long work: nothing at first, then words, then a bar with how far it is and
 * a way to stop it. The bar comes with the words where it is known how far.
 */
export function WorkBar({ work, words, unit = 'percent' }: {
  work: Pick<Work, 'running' | 'done' | 'of' | 'cancel'>
  /** What is being done: "Backing up…". */
  words: string
  unit?: 'bytes' | 'percent'
}) {
  const t = useMessages()
  const language = useLanguage()
  const shown = useShown(work.running)
  const nothing = shown === 'nothing'
  const known = !nothing && work.of > 0
  const far = !known ? ''
    : unit === 'bytes' ? t('work.far', { done: formatBytes(language, work.done), of: formatBytes(language, work.of) })
    : new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 0 }).format(Math.min(1, work.done / work.of))
  return (
    <div className={nothing ? 'visually-hidden' : css.work}>
      <div className={css.line}>
        <span role="status">{nothing ? '' : words}</span>
        {/* Not spoken at every step: a screen reader asks the bar. */}
        <span className={css.far} aria-hidden>{far}</span>
        {(known || shown === 'bar') && <Button pull="end" onClick={work.cancel}>{t('act.cancel')}</Button>}
      </div>
      {(known || shown === 'bar') && <progress className={css.bar} aria-label={words} max={known ? work.of : 1} {...(known && { value: work.done, 'aria-valuetext': far })} />}
    </div>
  )
}

function useShown(running: boolean): 'nothing' | 'words' | 'bar' {
  const [shown, setShown] = useState<'nothing' | 'words' | 'bar'>('nothing')
  useEffect(() => {
    if (!running) return
    const timers = [setTimeout(() => setShown('words'), wordsAfterMs), setTimeout(() => setShown('bar'), barAfterMs)]
    return () => {
      for (const timer of timers) clearTimeout(timer)
      setShown('nothing')
    }
  }, [running])
  return shown
}

import { useCallback, useEffect, useMemo, useState } from 'react'
import { keepWords, keptWords } from './keep-place.ts'

/** The words of a field in a dialog: a lock closes the dialog, and whoever opens it again finds them in it. */
export function useKeptWords(window: string, initial: string): [string, (words: string) => void] {
  // As long as a name may be.
  const name = window.slice(0, 200)
  const [words, setWords] = useState(() => keptWords(name) ?? initial)
  useEffect(() => () => keepWords(name, null), [name])
  return [words, useCallback((next: string) => { setWords(next); keepWords(name, next) }, [name])]
}

/** The same for all that is chosen and written in a dialog. */
export function useKeptDraft<T extends object>(window: string, initial: T): [T, (draft: T) => void] {
  const [words, setWords] = useKeptWords(window, JSON.stringify(initial))
  // Written by this very hook, and kept no longer than this program runs.
  const draft = useMemo(() => JSON.parse(words) as T, [words])
  return [draft, useCallback((next: T) => { setWords(JSON.stringify(next)) }, [setWords])]
}

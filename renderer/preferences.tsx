import { createContext, use, useCallback, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { Language } from '../shared/language.ts'
import { languages } from '../shared/locales.ts'
import type { Preferences } from '../shared/preference.ts'
import { call } from './api.ts'

type Value = { preferences: Preferences; change: (change: Partial<Preferences>) => Promise<void> }
const PreferencesContext = createContext<Value | null>(null)

/** The language of the screen: the chosen one, else the system's, else English. */
export function screenLanguage(preferences: Preferences, system: readonly string[] = navigator.languages): Language {
  if (preferences.language !== null) return preferences.language
  for (const tag of system) {
    const known = languages.find((language) => language === tag.slice(0, 2).toLowerCase())
    if (known !== undefined) return known
  }
  return 'en'
}

/** Put the looks on the page itself, where the tokens read them. */
export function applyPreferences(preferences: Preferences): void {
  const root = document.documentElement
  root.lang = screenLanguage(preferences)
  if (preferences.theme === 'system') delete root.dataset.theme
  else root.dataset.theme = preferences.theme
  root.dataset.textSize = String(preferences.textSize)
  root.toggleAttribute('data-compact', preferences.compact)
  root.toggleAttribute('data-reduced-motion', preferences.reducedMotion)
}

export function PreferencesProvider({ initial, children }: { initial: Preferences; children: ReactNode }) {
  const [preferences, setPreferences] = useState(initial)
  useEffect(() => applyPreferences(preferences), [preferences])
  const change = useCallback(async (part: Partial<Preferences>) => {
    setPreferences((before) => ({ ...before, ...part }))
    setPreferences(await call('preference.set', part))
  }, [])
  return <PreferencesContext value={{ preferences, change }}>{children}</PreferencesContext>
}

export function usePreferences(): Value {
  const value = use(PreferencesContext)
  if (value === null) throw new Error('no PreferencesProvider')
  return value
}

/** Change the language of the screen; the tables follow without losing what is on it. */
export function useChooseLanguage(): (language: Language) => Promise<void> {
  const { change } = usePreferences()
  return useCallback((language) => change({ language }), [change])
}

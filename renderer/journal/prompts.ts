import { useCallback, useState } from 'react'
import { dayAt } from '../../shared/dates.ts'
import { partyNames } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import { texts } from '../../shared/texts/texts.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage } from '../messages/messages.tsx'

/** Another one each day, the same all day long. */
function ofToday(count: number): number {
  return Math.floor(Date.parse(`${dayAt(new Date())}T00:00:00Z`) / 86_400_000) % count
}

/** The prompts of my role, with the other's name in them, beginning at today's. */
export function usePrompts(): readonly string[] {
  const language = useLanguage()
  const space = useSpace()
  const prompts = texts[language].prompts[space.role === 'looking' ? 'alone' : space.role].map((prompt) => fillNames(prompt, partyNames(space), language, 'mine'))
  const first = ofToday(prompts.length)
  return [...prompts.slice(first), ...prompts.slice(0, first)]
}

/** One prompt offered, and a way to the next. */
export function useOfferedPrompt(): { offered: string; another: (than: string | null) => string } {
  const prompts = usePrompts()
  const [index, setIndex] = useState(0)
  const another = useCallback((than: string | null) => {
    // From the one that is shown, wherever it came from.
    const next = ((than === null ? index : Math.max(prompts.indexOf(than), 0)) + 1) % prompts.length
    setIndex(next)
    return prompts[next] ?? ''
  }, [index, prompts])
  return { offered: prompts[index] ?? '', another }
}

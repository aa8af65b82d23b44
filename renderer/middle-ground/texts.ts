import { useQuery } from '@tanstack/react-query'
import type { Language } from '../../shared/language.ts'
import type { MiddleGroundTexts } from '../../shared/texts/middle-ground.ts'
import { useLanguage } from '../messages/messages.tsx'

async function loadTexts(language: Language): Promise<MiddleGroundTexts> {
  switch (language) {
    case 'en': return (await import('../../shared/texts/middle-ground-en.ts')).en
    case 'nl': return (await import('../../shared/texts/middle-ground-nl.ts')).nl
    case 'id': return (await import('../../shared/texts/middle-ground-id.ts')).id
  }
}

/** The questions in one language, the screen's unless told; undefined until they are fetched. */
export function useMiddleTexts(language?: Language): MiddleGroundTexts | undefined {
  const screen = useLanguage()
  const wanted = language ?? screen
  return useQuery({ queryKey: ['texts.middle-ground', wanted], queryFn: () => loadTexts(wanted) }).data
}

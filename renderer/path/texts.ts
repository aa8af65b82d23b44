import { useQuery } from '@tanstack/react-query'
import type { Language } from '../../shared/language.ts'
import type { PathTexts } from '../../shared/texts/path.ts'
import { useLanguage } from '../messages/messages.tsx'

/** Fetch one language's words; the others stay on disk. */
export async function loadPathTexts(language: Language): Promise<PathTexts> {
  switch (language) {
    case 'en': return (await import('../../shared/texts/path-en.ts')).en
    case 'nl': return (await import('../../shared/texts/path-nl.ts')).nl
    case 'id': return (await import('../../shared/texts/path-id.ts')).id
  }
}

/** The words of the path in the screen's language; undefined until they are fetched. */
export function usePathTexts(wanted = true): PathTexts | undefined {
  const language = useLanguage()
  return useQuery({ queryKey: ['texts.path', language], queryFn: () => loadPathTexts(language), enabled: wanted }).data
}

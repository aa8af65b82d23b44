import { useQuery } from '@tanstack/react-query'
import type { Language } from '../../shared/language.ts'
import type { MeetingTexts } from '../../shared/texts/meeting.ts'
import { useLanguage } from '../messages/messages.tsx'

/** Fetch one language's words; the others stay on disk. */
export async function loadMeetingTexts(language: Language): Promise<MeetingTexts> {
  switch (language) {
    case 'en': return (await import('../../shared/texts/meeting-en.ts')).en
    case 'nl': return (await import('../../shared/texts/meeting-nl.ts')).nl
    case 'id': return (await import('../../shared/texts/meeting-id.ts')).id
  }
}

/** The words of the first meeting and the banks in the screen's language; undefined until they are fetched. */
export function useMeetingTexts(wanted = true): MeetingTexts | undefined {
  const language = useLanguage()
  return useTextsIn(language, wanted)
}

/** The same in a document's language. */
export function useTextsIn(language: Language, wanted = true): MeetingTexts | undefined {
  return useQuery({ queryKey: ['texts.meeting', language], queryFn: () => loadMeetingTexts(language), enabled: wanted }).data
}

import { useNavigate } from '@tanstack/react-router'
import { Screen } from '../frame/Screen.tsx'
import { freshEntry } from '../journal/new-entry.ts'
import { useMessages } from '../messages/messages.tsx'
import { SheetHead } from '../ui/Sheet.tsx'
import css from './Path.module.css'
import { usePathTexts } from './texts.ts'

/** Why mentoring matters, as ten cards; each opens an entry with its question. */
export function ReasonsScreen() {
  const t = useMessages()
  const navigate = useNavigate()
  const words = usePathTexts()
  return (
    <Screen wide>
      <SheetHead title={t('path.reasons')} back={{ label: t('place.path'), go: () => void navigate({ to: '/path' }) }} />
      <p className={css.about}>{t('path.reasons.about')}</p>
      <ul className={css.cards}>
        {words?.reasons.map(({ reason, prompt }) => (
          <li key={prompt}>
            <button type="button" className={css.card} onClick={() => void navigate(freshEntry('reflection', { prompt }))}>
              <span className={css.cardReason}>{reason}</span>
              <span className={css.cardPrompt}>{prompt}</span>
            </button>
          </li>
        ))}
      </ul>
    </Screen>
  )
}

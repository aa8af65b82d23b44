import type { FolderView } from '../../shared/file-dialog.ts'
import css from './FileWindow.module.css'
import { useFileWords } from './words.tsx'

export function Places({ places, path, onGo }: { places: FolderView['places']; path: string; onGo: (path: string) => void }) {
  const t = useFileWords()
  return (
    <nav className={css.places} aria-label={t('places')}>
      <ul>
        {places.map((place) => (
          <li key={place.path}>
            <button type="button" className={css.place} aria-current={place.path === path || undefined} onClick={() => onGo(place.path)}>
              {place.kind === 'drive' ? t('place.drive', { name: lastPart(place.path) }) : t(`place.${place.kind}`)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function lastPart(path: string): string {
  return path.split(/[/\\]/).filter(Boolean).at(-1) ?? path
}

import { useNavigate } from '@tanstack/react-router'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Rows, SheetHead } from '../ui/Sheet.tsx'
import css from './AllPlaces.module.css'
import { places } from './places.ts'
import { Screen } from './Screen.tsx'
import { usePlaceShown } from './use-places.ts'

/** Every place that exists, from day one. */
export function AllPlaces() {
  const t = useMessages()
  const navigate = useNavigate()
  const { exists } = usePlaceShown()
  return (
    <Screen wide>
      <SheetHead title={t('place.all.title')} />
      <p className={css.about}>{t('place.all.about')}</p>
      <Rows>
        {places.filter((place) => exists(place.id)).map((place) => (
          <li key={place.id} className={css.row}>
            <Button look="link" onClick={() => void navigate({ to: place.to })}>{t(place.label)}</Button>
            <span className={css.what}>{t(place.about)}</span>
          </li>
        ))}
      </Rows>
    </Screen>
  )
}

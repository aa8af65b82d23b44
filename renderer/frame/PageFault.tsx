import { useRouter } from '@tanstack/react-router'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Screen } from './Screen.tsx'

/** A screen that could not be shown: said plainly, with a way on. */
export function PageFault({ reset }: { reset: () => void }) {
  const t = useMessages()
  const router = useRouter()
  return (
    <Screen wide>
      <p role="alert">{t('fault.page')}</p>
      <Button look="outline" onClick={() => { reset(); void router.invalidate() }}>{t('fault.again')}</Button>
    </Screen>
  )
}

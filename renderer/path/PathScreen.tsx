import { Screen } from '../frame/Screen.tsx'
import { useMessages } from '../messages/messages.tsx'
import { SheetHead } from '../ui/Sheet.tsx'
import css from './Path.module.css'
import { Phases } from './Phases.tsx'
import { usePathTexts } from './texts.ts'

/** Where the two are on their way. */
export function PathScreen() {
  const t = useMessages()
  const words = usePathTexts()
  return (
    <Screen wide>
      <SheetHead title={t('place.path')} />
      <div className={css.panel}>{words !== undefined && <Phases words={words} />}</div>
    </Screen>
  )
}

import { appWords, toggleDiscreet, useDiscreet } from '../frame/discreet.ts'
import { useOpened } from '../frame/opened.ts'
import { useMessages } from '../messages/messages.tsx'
import { usePreferences } from '../preferences.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Choice.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import css from './Settings.module.css'

/** Against eyes and cameras: hidden text, and a window that captures do not see where there can be one. */
export function ScreenSection() {
  const t = useMessages()
  const discreet = useDiscreet()
  const { preferences, change } = usePreferences()
  const { status } = useOpened()
  const can = status.protections.includes('content-protection')
  return (
    <>
      <div {...appWords}>
        <GroupHead>{t('settings.discreet')}</GroupHead>
        <div className={css.rows}>
          <div className={css.row}>
            <span className={css.keys}>Ctrl Shift D</span>
            <span className={css.caption}>{t('settings.discreet.about')}</span>
            <span className={css.end}><Button pull="end" aria-pressed={discreet} onClick={toggleDiscreet}>{t(discreet ? 'act.discreet.off' : 'act.discreet')}</Button></span>
          </div>
        </div>
      </div>
      <div {...appWords}>
        <GroupHead>{t('settings.capture')}</GroupHead>
        {can && <Checkbox checked={preferences.protectContent} onChange={(protectContent) => void change({ protectContent })} label={t('settings.capture.label')} />}
        <p className={css.caption}>{t(can ? 'settings.capture.about' : 'settings.capture.cannot')}</p>
      </div>
    </>
  )
}

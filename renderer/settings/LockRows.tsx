import { lockNow } from '../editor/drafts.ts'
import { useOpened } from '../frame/opened.ts'
import { useMessages } from '../messages/messages.tsx'
import { usePreferences } from '../preferences.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Choice.tsx'
import { Select } from '../ui/Select.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import css from './Settings.module.css'

const idleChoices = [1, 2, 5, 10, 15, 30, 60]
const hiddenChoices = [1, 2, 5, 10, 30]

function withOwn(choices: readonly number[], own: number | null): number[] {
  return [...new Set(own === null ? choices : [...choices, own])].sort((a, b) => a - b)
}

/** When the vault locks by itself; what this computer cannot tell is said in its place. */
export function LockRows() {
  const t = useMessages()
  const { preferences, change } = usePreferences()
  const { status } = useOpened()
  const hears = status.protections.includes('screen-lock-signal')
  return (
    <div>
      <GroupHead>{t('settings.lock')}</GroupHead>
      <div className={css.rows}>
        <div className={css.row}>
          <span className={css.name}>{t('settings.idle')}</span>
          <span className={css.wideEnd}>
            <Select
              label={t('settings.idle')} value={String(preferences.idleMinutes)} onChange={(value) => change({ idleMinutes: Number(value) })}
              options={withOwn(idleChoices, preferences.idleMinutes).map((count) => ({ value: String(count), label: t('settings.idle.minutes', { count }) }))}
            />
          </span>
        </div>
        <div className={css.row}>
          <span className={css.name}>{t('settings.hidden')}</span>
          <span className={css.wideEnd}>
            <Select
              label={t('settings.hidden')} value={String(preferences.lockHiddenMinutes ?? 'never')} onChange={(value) => change({ lockHiddenMinutes: value === 'never' ? null : Number(value) })}
              options={[
                ...withOwn(hiddenChoices, preferences.lockHiddenMinutes).map((count) => ({ value: String(count), label: t('settings.hidden.minutes', { count }) })),
                { value: 'never', label: t('settings.hidden.never') },
              ]}
            />
          </span>
        </div>
        <div className={css.row}>
          <span className={css.name}>{t('settings.lock.when')}</span>
          <div>
            <span className={css.ticks}>
              <Checkbox checked={preferences.lockOnSleep} onChange={(lockOnSleep) => void change({ lockOnSleep })} label={t('settings.lock.sleep')} />
              {hears && <Checkbox checked={preferences.lockOnScreenLock} onChange={(lockOnScreenLock) => void change({ lockOnScreenLock })} label={t('settings.lock.screen')} />}
            </span>
            {!hears && <p className={css.caption}>{t('settings.lock.screen.cannot')}</p>}
          </div>
        </div>
        <div className={css.row}>
          <span className={css.name} />
          <span className={css.caption}>{t('settings.lock.always')}</span>
          <span className={css.end}><Button pull="end" onClick={() => void lockNow()}>{t('settings.lock.now')}</Button></span>
        </div>
      </div>
    </div>
  )
}

import { useOpened } from '../frame/opened.ts'
import { useMessages } from '../messages/messages.tsx'
import { GroupHead, Rows } from '../ui/Sheet.tsx'
import css from './Settings.module.css'

/** What is protected on this computer, and what is not. */
export function PrivacySection() {
  const t = useMessages()
  const { status } = useOpened()
  return (
    <>
      <div className={css.prose}>
        <p>{t('settings.privacy.promise')}</p>
        <p>{t('settings.privacy.not')}</p>
      </div>
      <div>
        <GroupHead>{t('settings.protections')}</GroupHead>
        <Rows label={t('settings.protections')}>
          {status.protections.map((protection) => <li key={protection} className={css.keyRow}>{t(`settings.protection.${protection}`)}</li>)}
        </Rows>
      </div>
    </>
  )
}

import { Protection } from '../../shared/vault.ts'
import { useOpened } from '../frame/opened.ts'
import { useMessages } from '../messages/messages.tsx'
import { GroupHead, Rows } from '../ui/Sheet.tsx'
import css from './Settings.module.css'

/** What is protected on this computer, and what is not. */
export function PrivacySection() {
  const t = useMessages()
  const { status } = useOpened()
  const missing = Protection.options.filter((protection) => !status.protections.includes(protection))
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
      {missing.length > 0 && (
        <div>
          <GroupHead>{t('settings.protections.missing')}</GroupHead>
          <Rows label={t('settings.protections.missing')}>
            {missing.map((protection) => <li key={protection} className={css.keyRow}>{t(`settings.missing.${protection}`)}</li>)}
          </Rows>
        </div>
      )}
    </>
  )
}

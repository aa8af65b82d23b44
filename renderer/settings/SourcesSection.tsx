import { useMessages } from '../messages/messages.tsx'
import css from './Settings.module.css'

export function SourcesSection() {
  const t = useMessages()
  return <div className={css.prose}><p>{t('settings.sources.text')}</p><p>{t('settings.sources.licences')}</p></div>
}

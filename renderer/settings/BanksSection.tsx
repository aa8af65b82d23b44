import { useNavigate } from '@tanstack/react-router'
import { useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import css from './Settings.module.css'

/** The way to the topics, and to a mentor's stories. */
export function BanksSection() {
  const t = useMessages()
  const space = useSpace()
  const navigate = useNavigate()
  return (
    <div className={css.prose}>
      <p>{t(space.role === 'mentor' ? 'banks.about' : 'banks.about.mentee')}</p>
      <p><Button look="outline" onClick={() => void navigate({ to: '/banks' })}>{t('banks.open')}</Button></p>
    </div>
  )
}

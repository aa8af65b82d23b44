import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { VaultHealth } from '../../shared/vault.ts'
import { call } from '../api.ts'
import { useBackupWords } from '../backups/words.ts'
import { useLongAct } from '../frame/use-long-act.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { GroupHead } from '../ui/Sheet.tsx'
import { WorkBar } from '../ui/WorkBar.tsx'
import css from './Settings.module.css'

/** Look after everything, and say what was found in sentences. */
export function HealthRows() {
  const t = useMessages()
  const navigate = useNavigate()
  const { work, act } = useLongAct('vault-check')
  const [health, setHealth] = useState<VaultHealth | null>(null)
  const [busy, setBusy] = useState(false)
  const check = async () => {
    setBusy(true)
    setHealth(await act(() => call('vault.check'), () => t('health.done')))
    setBusy(false)
  }
  return (
    <div>
      <GroupHead>{t('health.head')}</GroupHead>
      <div className={css.rows}>
        <div className={css.row}>
          <span className={css.name}>{t('health.name')}</span>
          <div>
            <p className={css.caption}>{t('health.about')}</p>
            <WorkBar work={work} words={t('health.busy')} />
            {health !== null && <Found health={health} />}
          </div>
          <span className={css.end}><Button pull="end" off={busy} onClick={() => void check()}>{t('health.act')}</Button></span>
        </div>
      </div>
      {health?.integrity === 'damaged' && (
        <div className={css.buttons}><Button look="primary" onClick={() => void navigate({ to: '/settings/restore' })}>{t('backup.restore')}</Button></div>
      )}
    </div>
  )
}

function Found({ health }: { health: VaultHealth }) {
  const t = useMessages()
  const language = useLanguage()
  const { when, list } = useBackupWords()
  const { verified, of, newest } = health.backups
  return (
    <ul className={css.foundList} aria-label={t('health.result')}>
      {health.integrity === 'damaged' ? <li className={css.problem}>{t('health.damaged')}</li> : <li>{t('health.ok')}</li>}
      <li>{t('health.keys', { count: health.keyFiles })}</li>
      {health.slots.length > 0 && <li>{t('health.ways', { ways: list(health.slots.map((slot) => t(`health.way.${slot}`))) })}</li>}
      <li>{t(`health.search.${health.search}`)}</li>
      <li>{of === 0 ? t('health.backups.none') : verified === 0 || newest === null ? t('health.backups.unread', { of }) : t('health.backups', { verified, of, when: when(newest) })}</li>
      {health.freeBytes !== null && <li>{t('health.free', { size: formatBytes(language, health.freeBytes) })}</li>}
    </ul>
  )
}

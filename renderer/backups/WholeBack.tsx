import { useState } from 'react'
import { call } from '../api.ts'
import { appWords } from '../frame/discreet.ts'
import { useWork } from '../frame/use-work.ts'
import { useErrorText, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import { WorkBar } from '../ui/WorkBar.tsx'
import css from './Backups.module.css'
import type { BackupRef } from './use-backup.ts'

/** Put the whole vault back. What happens is said before; the vault is locked afterwards, which takes this page away. */
export function WholeBack({ backup, passphrase, when }: { backup: BackupRef; passphrase: string | null; when: string }) {
  const t = useMessages()
  const errorText = useErrorText()
  const work = useWork('restore')
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const restore = async () => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      await call('backup.restore', { ...backup, passphrase })
    } catch (error) {
      setProblem(errorText(error))
      setBusy(false)
    }
  }
  return (
    <div {...appWords}>
      <GroupHead>{t('restore.whole')}</GroupHead>
      <p className={css.soft}>{t('restore.whole.text')}</p>
      <div className={css.below}><Button look="outline" onClick={() => { setProblem(null); setAsking(true) }}>{t('restore.whole.act')}</Button></div>
      {asking && (
        <Dialog
          title={t('restore.whole.title')} onClose={() => setAsking(false)} held={busy}
          acts={(
            <>
              <Button look="outline" off={busy} autoFocus onClick={() => setAsking(false)}>{t('act.cancel')}</Button>
              <Button look="danger" off={busy} onClick={() => void restore()}>{busy ? t('restore.whole.busy') : t('restore.whole.do')}</Button>
            </>
          )}
        >
          <p>{t('restore.whole.ask', { when })}</p>
          {problem !== null && <p role="alert" className={css.problem}>{problem}</p>}
          {busy && <WorkBar work={work} words={t('restore.whole.busy')} unit="bytes" />}
        </Dialog>
      )}
    </div>
  )
}

import { useState } from 'react'
import type { ReactNode } from 'react'
import { call } from '../api.ts'
import { useErrorText, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { LeafTitle } from './LeafTitle.tsx'
import { VaultDesk } from './VaultDesk.tsx'
import css from './Vault.module.css'

/** The vault was written on two computers apart: nothing of it is shown before the person chose. */
export function OtherCopy({ onGoOn }: { onGoOn: (first: 'as ever' | 'backups') => void }) {
  const t = useMessages()
  const errorText = useErrorText()
  const [problem, setProblem] = useState<string | null>(null)
  const goOn = async (first: 'as ever' | 'backups') => {
    try {
      await call('vault.accept')
      onGoOn(first)
    } catch (error) {
      setProblem(errorText(error))
    }
  }
  return (
    <VaultDesk wide>
      <LeafTitle>{t('copy.title')}</LeafTitle>
      <p className={css.lead}>{t('copy.text')}</p>
      <div className={css.form}>
        {problem !== null && <p role="alert" className={css.problem}>{problem}</p>}
        <div className={css.choices}>
          <Choice hint={t('copy.go-on.hint')}><Button look="outline" onClick={() => void goOn('as ever')}>{t('copy.go-on')}</Button></Choice>
          <Choice hint={t('copy.backups.hint')}><Button look="outline" onClick={() => void goOn('backups')}>{t('copy.backups')}</Button></Choice>
          <Choice hint={t('copy.lock.hint')}><Button look="outline" onClick={() => void call('vault.lock')}>{t('copy.lock')}</Button></Choice>
        </div>
      </div>
    </VaultDesk>
  )
}

function Choice({ hint, children }: { hint: string; children: ReactNode }) {
  return <div className={css.choice}>{children}<p className={css.hint}>{hint}</p></div>
}

import { useState } from 'react'
import type { Space, SpaceDraft } from '../../shared/space.ts'
import { call } from '../api.ts'
import { useErrorText, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { LeafTitle } from './LeafTitle.tsx'
import { VaultDesk } from './VaultDesk.tsx'
import css from './Vault.module.css'
import { tidyDraft, WhoFields } from './WhoFields.tsx'

/** The last leaf of the first start. */
export function WhoLeaf({ onReady }: { onReady: (space: Space) => void }) {
  const t = useMessages()
  const errorText = useErrorText()
  const [draft, setDraft] = useState<SpaceDraft>({ role: 'mentee', me: '', other: '' })
  const [problem, setProblem] = useState<string | null>(null)
  const begin = async () => {
    try {
      onReady(await call('space.create', tidyDraft(draft)))
    } catch (error) {
      setProblem(errorText(error))
    }
  }
  return (
    <VaultDesk wide>
      <p className={css.step}>{t('step', { n: 5, of: 5 })}</p>
      <LeafTitle>{t('who.title')}</LeafTitle>
      <form className={css.form} onSubmit={(event) => { event.preventDefault(); void begin() }}>
        {problem !== null && <p role="alert" className={css.problem}>{problem}</p>}
        <WhoFields value={draft} onChange={setDraft} />
        <div className={`${css.acts} ${css.bottom}`}>
          <div className={css.actsEnd}><Button look="primary" type="submit">{t('who.begin')}</Button></div>
        </div>
      </form>
    </VaultDesk>
  )
}

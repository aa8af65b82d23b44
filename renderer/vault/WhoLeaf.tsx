import { useState } from 'react'
import type { Space } from '../../shared/space.ts'
import { call } from '../api.ts'
import { useErrorText, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import { VaultDesk } from './VaultDesk.tsx'
import css from './Vault.module.css'

type Who = 'mentee' | 'mentor' | 'looking' | 'alone'

/** The last leaf of the first start: my role, and both names if the person likes. */
export function WhoLeaf({ onReady }: { onReady: (space: Space) => void }) {
  const t = useMessages()
  const errorText = useErrorText()
  const [who, setWho] = useState<Who>('mentee')
  const [me, setMe] = useState('')
  const [other, setOther] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const pair = who === 'mentee' || who === 'mentor'
  const begin = async () => {
    try {
      onReady(await call('space.create', { role: pair ? who : 'alone', me: me.trim(), other: pair ? other.trim() : '' }))
    } catch (error) {
      setProblem(errorText(error))
    }
  }
  return (
    <VaultDesk wide>
      <p className={css.step}>{t('step', { n: 5, of: 5 })}</p>
      <h1 className={css.title}>{t('who.title')}</h1>
      <form className={css.form} onSubmit={(event) => { event.preventDefault(); void begin() }}>
        {problem !== null && <p role="alert" className={css.problem}>{problem}</p>}
        <RadioGroup<Who>
          legend={t('who.title')} legendHidden value={who} onChange={setWho}
          options={[
            { value: 'mentee', label: t('who.mentee') }, { value: 'mentor', label: t('who.mentor') },
            { value: 'looking', label: t('who.looking') }, { value: 'alone', label: t('who.alone') },
          ]}
        />
        <div>
          <div className={css.names}>
            <TextField label={t('who.me')} value={me} onChange={(event) => setMe(event.target.value)} maxLength={120} />
            {pair && <TextField label={t(who === 'mentor' ? 'who.mentee-name' : 'who.mentor-name')} value={other} onChange={(event) => setOther(event.target.value)} maxLength={120} />}
          </div>
          <p className={css.hint}>{t('who.names.hint')}</p>
        </div>
        <div className={`${css.acts} ${css.bottom}`}>
          <div className={css.actsEnd}><Button look="primary" type="submit">{t('who.begin')}</Button></div>
        </div>
      </form>
    </VaultDesk>
  )
}

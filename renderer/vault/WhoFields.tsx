import type { ReactNode } from 'react'
import { hasOther } from '../../shared/space.ts'
import type { Role, SpaceDraft } from '../../shared/space.ts'
import { useMessages } from '../messages/messages.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import css from './Vault.module.css'

/** My role in a space, and both names if the person likes. */
export function WhoFields({ value, onChange }: { value: SpaceDraft; onChange: (value: SpaceDraft) => void }): ReactNode {
  const t = useMessages()
  const { role, me, other } = value
  return (
    <>
      <RadioGroup<Role>
        legend={t('who.title')} legendHidden value={role} onChange={(next) => onChange({ ...value, role: next })}
        options={(['mentee', 'mentor', 'looking', 'alone'] as const).map((one) => ({ value: one, label: t(`who.${one}`) }))}
      />
      <div>
        <div className={css.names}>
          <TextField label={t('who.me')} value={me} onChange={(event) => onChange({ ...value, me: event.target.value })} maxLength={120} />
          {hasOther(role) && <TextField label={t(role === 'mentor' ? 'who.mentee-name' : 'who.mentor-name')} value={other} onChange={(event) => onChange({ ...value, other: event.target.value })} maxLength={120} />}
        </div>
        <p className={css.hint}>{t('who.names.hint')}</p>
      </div>
    </>
  )
}

/** As it goes to the core: a space without a person has no name of one. */
export function tidyDraft({ role, me, other }: SpaceDraft): SpaceDraft {
  return { role, me: me.trim(), other: hasOther(role) ? other.trim() : '' }
}

import { useState } from 'react'
import type { Role } from '../../shared/space.ts'
import { useAct, useCall } from '../frame/data.ts'
import { useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import css from './Settings.module.css'

/** My role and both names; a new name shows everywhere, because it is filled in on display. */
export function PeopleSection() {
  const t = useMessages()
  const space = useSpace()
  const act = useAct()
  useCall('space.list')
  const [role, setRole] = useState(space.role)
  const [me, setMe] = useState(space.me)
  const [other, setOther] = useState(space.other)
  const save = () => {
    if (me.trim() !== space.me || other.trim() !== space.other) void act('space.update', { id: space.id, me: me.trim(), other: other.trim() })
  }
  return (
    <form className={css.form} onSubmit={(event) => { event.preventDefault(); save() }}>
      <RadioGroup<Role>
        legend={t('settings.role')} value={role} onChange={(next) => { setRole(next); void act('space.update', { id: space.id, role: next }) }}
        options={(['mentee', 'mentor', 'alone'] as const).map((value) => ({ value, label: t(`settings.role.${value}`) }))}
      />
      <TextField label={t('settings.me')} value={me} onChange={(event) => setMe(event.target.value)} onBlur={save} maxLength={120} />
      {role !== 'alone' && (
        <TextField label={t('settings.other')} value={other} onChange={(event) => setOther(event.target.value)} onBlur={save} maxLength={120} hint={t('settings.names.hint')} />
      )}
    </form>
  )
}

import { useState } from 'react'
import { hasOther } from '../../shared/space.ts'
import type { Role, Space, SpaceTerms } from '../../shared/space.ts'
import { useAct, useCall } from '../frame/data.ts'
import { useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { DayField } from '../ui/DateField.tsx'
import { TextField } from '../ui/Field.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import { ReadsField } from '../versions/ReadsField.tsx'
import { useWho } from '../versions/who.ts'
import css from './Settings.module.css'

/** My role and both names, what the two call each other, and what is agreed about the relationship as such. */
export function PeopleSection() {
  const space = useSpace()
  useCall('space.list')
  return <People key={space.id} space={space} />
}

function People({ space }: { space: Space }) {
  const t = useMessages()
  const act = useAct()
  const [draft, setDraft] = useState(space)
  const who = useWho()
  const { role, me, other, terms } = draft
  const write = (next: Space) => void act('space.update', { id: space.id, role: next.role, ...tidied(next) })
  /** Every key is written: a lock or a shortcut leaves no field first. */
  const type = (next: Space) => {
    setDraft(next)
    write(next)
  }
  /** When a field is left, or at once where there is nothing to leave. */
  const save = (next: Space = draft) => {
    setDraft({ ...next, ...tidied(next) })
    write(next)
  }
  const changeTerms = (change: Partial<SpaceTerms>) => ({ ...draft, terms: { ...terms, ...change } })
  const words = (party: 'mentor' | 'mentee', word: string) => changeTerms({ words: { ...terms.words, [party]: word } })
  const endsFirst = terms.from !== null && terms.to !== null && terms.to < terms.from
  return (
    <>
      <form className={css.form} onSubmit={(event) => { event.preventDefault(); save() }}>
        <RadioGroup<Role>
          legend={t('settings.role')} value={role} onChange={(next) => save({ ...draft, role: next })}
          options={(['mentee', 'mentor', 'looking', 'alone'] as const).map((value) => ({ value, label: t(`settings.role.${value}`) }))}
        />
        <TextField label={t('settings.me')} dir="auto" value={me} onChange={(event) => type({ ...draft, me: event.target.value })} onBlur={() => save()} maxLength={120} />
        {hasOther(role) && (
          <TextField label={t('settings.other')} dir="auto" value={other} onChange={(event) => type({ ...draft, other: event.target.value })} onBlur={() => save()} maxLength={120} hint={t('settings.names.hint')} />
        )}
      </form>
      {hasOther(role) && (
        <>
          <div>
            <GroupHead>{t('settings.words')}</GroupHead>
            <p className={`${css.prose} ${css.caption}`}>{t('settings.words.about')}</p>
            <form className={`${css.form} ${css.after}`} onSubmit={(event) => { event.preventDefault(); save() }}>
              <TextField label={t('settings.words.mentor')} dir="auto" value={terms.words.mentor} onChange={(event) => type(words('mentor', event.target.value))} onBlur={() => save()} maxLength={40} />
              <TextField label={t('settings.words.mentee')} dir="auto" value={terms.words.mentee} onChange={(event) => type(words('mentee', event.target.value))} onBlur={() => save()} maxLength={40} />
            </form>
          </div>
          <div>
            <GroupHead>{t('reads.title')}</GroupHead>
            <p className={`${css.prose} ${css.caption}`}>{t('reads.settings')}</p>
            <div className={css.after}><ReadsField reads={terms.reads} who={who} onChange={(reads) => save(changeTerms({ reads }))} /></div>
          </div>
          <div>
            <GroupHead>{t('settings.terms')}</GroupHead>
            <form className={`${css.form} ${css.after}`} onSubmit={(event) => { event.preventDefault(); save() }}>
              <RadioGroup<'informal' | 'formal' | 'open'>
                legend={t('settings.terms.setting')} value={terms.setting ?? 'open'}
                onChange={(value) => save(changeTerms({ setting: value === 'open' ? null : value }))}
                options={(['open', 'informal', 'formal'] as const).map((value) => ({ value, label: t(`settings.terms.${value}`) }))}
              />
              <DayField label={t('settings.terms.from')} value={terms.from} onChange={(from) => save(changeTerms({ from }))} />
              <div>
                <DayField label={t('settings.terms.to')} value={terms.to} onChange={(to) => save(changeTerms({ to }))} hint={t('settings.terms.to.hint')} />
                {endsFirst && <p role="alert" className={css.remark}>{t('settings.terms.ends-first')}</p>}
              </div>
              {terms.setting === 'formal' && (
                <>
                  <TextField label={t('settings.terms.round')} dir="auto" value={terms.round} onChange={(event) => type(changeTerms({ round: event.target.value }))} onBlur={() => save()} maxLength={200} hint={t('settings.terms.round.hint')} />
                  <TextField label={t('settings.terms.contact')} dir="auto" value={terms.contact} onChange={(event) => type(changeTerms({ contact: event.target.value }))} onBlur={() => save()} maxLength={500} hint={t('settings.terms.contact.hint')} />
                </>
              )}
            </form>
          </div>
        </>
      )}
    </>
  )
}

function tidied({ me, other, terms }: Space): Pick<Space, 'me' | 'other' | 'terms'> {
  const words = { mentor: terms.words.mentor.trim(), mentee: terms.words.mentee.trim() }
  return { me: me.trim(), other: other.trim(), terms: { ...terms, words, round: terms.round.trim(), contact: terms.contact.trim() } }
}

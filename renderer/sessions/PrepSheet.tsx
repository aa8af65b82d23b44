import type { ItemOf, Prep } from '../../shared/item.ts'
import { partyNames } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import type { MeetingTexts } from '../../shared/texts/meeting.ts'
import { texts } from '../../shared/texts/texts.ts'
import { useAutosave } from '../frame/use-autosave.ts'
import { useOtherName, useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { OnlyYou } from '../ui/Sheet.tsx'
import type { SessionItem } from './session-plan.ts'
import css from './Session.module.css'

const parts = ['want', 'bring', 'expect', 'hard'] as const satisfies readonly (keyof Prep)[]

/** What one wants, brings and finds hard to say: nobody else's business. Before a first meeting also what one expects, asked as one's role would. */
export function PrepSheet({ session, prep, first = null }: { session: SessionItem; prep: ItemOf<'prep'> | null; /** The words of a first meeting. */ first?: MeetingTexts | null }) {
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const name = useOtherName()
  const { body, change, settle, id } = useAutosave<'prep'>(prep, { spaceId: space.id, parentId: session.id, kind: 'prep', body: { want: '', bring: '', hard: '' } })
  const asked = (part: (typeof parts)[number]) => {
    if (first === null || part === 'hard') return texts[language].prep[part]
    return fillNames(first.thoughts[space.role === 'mentor' ? 'mentor' : 'mentee'][part], partyNames(space), language, 'mine')
  }
  return (
    <OnlyYou title={t('prep.title')} caption={t('prep.about', { name })}>
      <div className={css.prep} data-item={id}>
        {parts.filter((part) => part !== 'expect' || first !== null || (body.expect ?? '') !== '').map((part) => (
          <label key={part} className={css.prepPart}>
            <span className={css.prepQuestion}>{asked(part)}</span>
            <textarea
              className={css.prepAnswer} data-part={part} rows={1} dir="auto" value={body[part] ?? ''} maxLength={20_000} autoComplete="off" spellCheck={false}
              onChange={(event) => change({ [part]: event.target.value })} onBlur={settle}
            />
          </label>
        ))}
      </div>
    </OnlyYou>
  )
}

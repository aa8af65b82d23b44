import type { ItemOf, Prep } from '../../shared/item.ts'
import { texts } from '../../shared/texts/texts.ts'
import { useAutosave } from '../frame/use-autosave.ts'
import { useOtherName, useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { OnlyYou } from '../ui/Sheet.tsx'
import type { SessionItem } from './session-plan.ts'
import css from './Session.module.css'

const parts = ['want', 'bring', 'hard'] as const satisfies readonly (keyof Prep)[]

/** What one wants, brings and finds hard to say: nobody else's business. */
export function PrepSheet({ session, prep }: { session: SessionItem; prep: ItemOf<'prep'> | null }) {
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const name = useOtherName()
  const { body, change, settle, id } = useAutosave<'prep'>(prep, { spaceId: space.id, parentId: session.id, kind: 'prep', body: { want: '', bring: '', hard: '' } })
  return (
    <OnlyYou title={t('prep.title')} caption={t('prep.about', { name })}>
      <div className={css.prep} data-item={id}>
        {parts.map((part) => (
          <label key={part} className={css.prepPart}>
            <span className={css.prepQuestion}>{texts[language].prep[part]}</span>
            <textarea
              className={css.prepAnswer} data-part={part} rows={1} value={body[part]} maxLength={20_000} autoComplete="off" spellCheck={false}
              onChange={(event) => change({ [part]: event.target.value })} onBlur={settle}
            />
          </label>
        ))}
      </div>
    </OnlyYou>
  )
}

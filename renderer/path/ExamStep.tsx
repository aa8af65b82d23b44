import { asHeading } from '../../shared/format-date.ts'
import type { ItemOf } from '../../shared/item.ts'
import { HelpKind } from '../../shared/path.ts'
import { lookingFor } from '../../shared/rules/request.ts'
import type { ExamQuestion, PathTexts } from '../../shared/texts/path.ts'
import { useAutosave } from '../frame/use-autosave.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { TextArea, TextField } from '../ui/Field.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import css from './Find.module.css'
import { useChoice } from './use-choice.ts'

const asked = ['keep', 'stop', 'start', 'strengths', 'weaknesses'] as const satisfies readonly ExamQuestion[]

/** Step 1: an honest look, and one paragraph that comes of it. */
export function ExamStep({ exam, words }: { exam: ItemOf<'exam'>; words: PathTexts }) {
  const t = useMessages()
  const language = useLanguage()
  const autosave = useAutosave<'exam'>(exam, { spaceId: exam.spaceId, parentId: null, kind: 'exam', body: exam.body })
  const choice = useChoice(autosave)
  const { body, change, settle, id } = autosave
  const choose = (kind: HelpKind) => {
    const turned = ({ helps }: typeof body) => ({ helps: helps.includes(kind) ? helps.filter((one) => one !== kind) : [...helps, kind] })
    choice(turned, t('path.find.did.help'), turned)
  }
  return (
    <div className={css.exam} data-item={id}>
      <section>
        <GroupHead>{t('path.find.look')}</GroupHead>
        <div className={css.questions}>
          {asked.map((question) => (
            <TextArea
              key={question} label={words.exam.questions[question]} labelLook="question" look="written" dir="auto" value={body[question]} maxLength={20_000} data-part={question}
              onChange={(event) => change({ [question]: event.target.value })} onBlur={settle}
            />
          ))}
        </div>
      </section>
      <section>
        <GroupHead>{t('path.find.helps')}</GroupHead>
        <div className={css.chips} role="group" aria-label={t('path.find.helps')}>
          {HelpKind.options.map((kind) => (
            <button key={kind} type="button" className={css.chip} aria-pressed={body.helps.includes(kind)} onClick={() => choose(kind)}>{asHeading(words.exam.helps[kind])}</button>
          ))}
        </div>
        <TextField
          label={words.exam.questions.help} dir="auto" value={body.help} maxLength={500} data-part="help"
          onChange={(event) => change({ help: event.target.value })} onBlur={settle}
        />
      </section>
      <section>
        <TextArea
          label={words.exam.title} look="written" dir="auto" value={lookingFor(body, words, language)} maxLength={20_000} data-part="looking"
          hint={t(body.looking === null ? 'path.find.looking.hint' : 'path.find.looking.own')}
          onChange={(event) => change({ looking: event.target.value })} onBlur={settle}
        />
        {body.looking !== null && (
          <Button pull="start" onClick={() => choice(() => ({ looking: null }), t('path.find.did.looking'), () => ({ looking: body.looking }))}>{t('path.find.looking.anew')}</Button>
        )}
      </section>
    </div>
  )
}

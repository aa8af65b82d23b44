import { useNavigate, useParams } from '@tanstack/react-router'
import { ItemId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import { CandidateAnswer, Fit } from '../../shared/path.ts'
import { criterionText, draftLetter } from '../../shared/rules/request.ts'
import type { PathTexts } from '../../shared/texts/path.ts'
import { call } from '../api.ts'
import { saveNow } from '../editor/drafts.ts'
import { SaveIndicator } from '../editor/SaveIndicator.tsx'
import { useCall } from '../frame/data.ts'
import { Screen } from '../frame/Screen.tsx'
import { useSpace } from '../frame/space.tsx'
import { newItemId, useAutosave } from '../frame/use-autosave.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { DayField } from '../ui/DateField.tsx'
import { TextArea, TextField } from '../ui/Field.tsx'
import { Empty, GroupHead, SheetFoot, SheetHead } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/undo.tsx'
import css from './Find.module.css'
import { usePathTexts } from './texts.ts'
import { useChoice } from './use-choice.ts'
import { useChildren, useExam } from './use-search.ts'

type Candidate = ItemOf<'candidate'>

/** Where one goes back to, whatever happened to the person. */
function useBack() {
  const t = useMessages()
  const navigate = useNavigate()
  return { label: t('path.tab.find'), go: () => void navigate({ to: '/path/find', search: { step: 2 } }) }
}

/** One possible mentor: why, who could introduce, when asked and what came of it, and how it fits. */
export function PersonScreen() {
  const { id } = useParams({ from: '/path/people/$id' })
  const itemId = ItemId.safeParse(id)
  return itemId.success ? <Open key={id} id={itemId.data} /> : <Gone />
}

function Gone() {
  const t = useMessages()
  return <Screen wide><SheetHead title={t('path.find.person')} back={useBack()} /><Empty>{t('path.find.gone')}</Empty></Screen>
}

function Open({ id }: { id: ItemId }) {
  const words = usePathTexts()
  const exam = useExam()
  const { data, isError } = useCall('item.get', id)
  if (isError || exam === null || (data !== undefined && (data.kind !== 'candidate' || data.deletedAt !== null))) return <Gone />
  if (data?.kind !== 'candidate' || words === undefined || exam === undefined) return <Screen wide>{null}</Screen>
  return <Person candidate={data} exam={exam} words={words} />
}

function Person({ candidate, exam, words }: { candidate: Candidate; exam: ItemOf<'exam'>; words: PathTexts }) {
  const t = useMessages()
  const space = useSpace()
  const language = useLanguage()
  const navigate = useNavigate()
  const { attempt, remove } = useItemActs()
  const { did } = useUndo()
  const autosave = useAutosave<'candidate'>(candidate, { spaceId: candidate.spaceId, parentId: exam.id, kind: 'candidate', body: candidate.body })
  const choice = useChoice(autosave)
  const { body, change, settle, id } = autosave
  const criteria = useChildren('criterion', exam.id) ?? []
  const letters = useChildren('letter', candidate.id)
  const back = useBack()

  const chosen = (what: string, how: string) => t('path.find.did.chosen', { what: what.replace(/[.?]$/, ''), how })
  const draft = async () => {
    await saveNow().catch(() => undefined)
    const there = letters?.[0]
    if (there !== undefined) return navigate({ to: '/path/letter/$id', params: { id: there.id } })
    const text = draftLetter({ exam: exam.body, candidate: body, criteria: criteria.map((item) => item.body), me: space.me }, words, language)
    const made = await attempt(() => call('item.create', {
      id: newItemId(), spaceId: space.id, parentId: candidate.id, onDate: null, privacy: 'private', content: { kind: 'letter', body: { language, text } },
    }))
    if (made !== null) await navigate({ to: '/path/letter/$id', params: { id: made.id } })
  }
  const accept = async () => {
    const done = await attempt(() => call('candidate.accept', { id: candidate.id, language }))
    if (done === null) return
    // A place change clears the status line, so the place changes first.
    await navigate({ to: '/path' })
    const name = body.name.trim() === '' ? t('space.unnamed-mentor') : body.name.trim()
    did(t('path.find.did.accepted', { name }), () => attempt(() => call('candidate.release', { id: candidate.id, ...done })))
  }
  return (
    <Screen
      wide
      foot={(
        <SheetFoot
          end={<>
            <Button look="outline" off={letters === undefined} onClick={() => void draft()}>{t((letters?.length ?? 0) > 0 ? 'path.find.person.letter' : 'path.find.person.draft')}</Button>
            {space.role === 'looking' && <Button look="primary" onClick={() => void accept()}>{t('path.find.person.yes')}</Button>}
          </>}
        >
          <Button
            look="danger" pull="start"
            onClick={() => void navigate({ to: '/path/find', search: { step: 2 } }).then(() => remove(candidate.id, t('path.find.did.removed', { text: body.name || t('path.find.unnamed') })))}
          >{t('path.find.remove')}</Button>
        </SheetFoot>
      )}
    >
      <SheetHead title={body.name.trim() === '' ? t('path.find.person') : body.name} written={body.name.trim() !== ''} back={back} backAside={<SaveIndicator before={candidate.updatedAt} />} />
      <div className={`${css.form} ${css.column}`} data-item={id}>
        <TextField label={t('path.find.people.name')} dir="auto" value={body.name} maxLength={200} data-part="name" onChange={(event) => change({ name: event.target.value })} onBlur={settle} />
        <TextArea label={t('path.find.person.why')} look="written" dir="auto" value={body.why} maxLength={20_000} data-part="why" onChange={(event) => change({ why: event.target.value })} onBlur={settle} />
        <TextField label={t('path.find.person.introducer')} dir="auto" value={body.introducer} maxLength={200} data-part="introducer" onChange={(event) => change({ introducer: event.target.value })} onBlur={settle} />
        <div className={css.day}><DayField label={t('path.find.person.asked')} value={body.askedOn} onChange={(askedOn) => change({ askedOn })} /></div>
        <RadioGroup<CandidateAnswer>
          legend={t('path.find.person.answer')} row value={body.answer}
          onChange={(answer) => choice(() => ({ answer }), chosen(t('path.find.person.answer'), t(`path.find.person.answer.${answer}`)), () => ({ answer: body.answer }))}
          options={CandidateAnswer.options.map((value) => ({ value, label: t(`path.find.person.answer.${value}`) }))}
        />
        <section>
          <GroupHead>{t('path.find.person.fits')}</GroupHead>
          {criteria.length === 0 && <p className={css.hint}>{t('path.find.person.fits.none')}</p>}
          <ul className={css.rows}>
            {criteria.map((criterion) => (
              <FitRow
                key={criterion.id} text={criterionText(criterion.body, words)} now={fitOf(body, criterion.id)} onLeave={settle}
                onWord={(word) => change(withFit(body, criterion.id, { word }))}
                onFit={(fit) => choice(
                  (now) => withFit(now, criterion.id, { fit }), chosen(criterionText(criterion.body, words), t(`path.find.fit.${fit ?? 'unknown'}`)),
                  (now) => withFit(now, criterion.id, { fit: fitOf(body, criterion.id).fit }),
                )}
              />
            ))}
          </ul>
        </section>
      </div>
    </Screen>
  )
}

type FitNow = Candidate['body']['fits'][number]

function fitOf({ fits }: Candidate['body'], criterion: ItemId): FitNow {
  return fits.find((fit) => fit.criterion === criterion) ?? { criterion, fit: null, word: '' }
}

function withFit(body: Candidate['body'], criterion: ItemId, part: Partial<FitNow>): { fits: FitNow[] } {
  return { fits: [...body.fits.filter((fit) => fit.criterion !== criterion), { ...fitOf(body, criterion), ...part }] }
}

function FitRow({ text, now, onFit, onWord, onLeave }: { text: string; now: FitNow; onFit: (fit: Fit | null) => void; onWord: (word: string) => void; onLeave: () => void }) {
  const t = useMessages()
  return (
    <li className={css.fitRow}>
      <RadioGroup<Fit | 'unknown'>
        legend={text} row value={now.fit ?? 'unknown'} onChange={(fit) => onFit(fit === 'unknown' ? null : fit)}
        options={[...Fit.options, 'unknown' as const].map((value) => ({ value, label: t(`path.find.fit.${value}`) }))}
      />
      <TextField
        label={`${t('path.find.person.word')}: ${text}`} labelLook="hidden" placeholder={t('path.find.person.word')} dir="auto" value={now.word} maxLength={2000}
        onChange={(event) => onWord(event.target.value)} onBlur={onLeave}
      />
    </li>
  )
}

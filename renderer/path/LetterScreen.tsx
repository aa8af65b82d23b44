import { useNavigate, useParams } from '@tanstack/react-router'
import { ItemId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import { Language } from '../../shared/language.ts'
import { languageNames } from '../../shared/locales.ts'
import { draftLetter } from '../../shared/rules/request.ts'
import { saveNow } from '../editor/drafts.ts'
import { SaveIndicator } from '../editor/SaveIndicator.tsx'
import { useCall } from '../frame/data.ts'
import { Screen } from '../frame/Screen.tsx'
import { useSpace } from '../frame/space.tsx'
import { useAutosave } from '../frame/use-autosave.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { HistorySection } from '../journal/HistorySection.tsx'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import { Empty, SheetFoot, SheetHead } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/undo.tsx'
import css from './Find.module.css'
import { loadPathTexts } from './texts.ts'
import { useChildren, useExam } from './use-search.ts'

/** The request, drafted from what was written and free to be changed; it leaves through the review alone. */
export function LetterScreen() {
  const { id } = useParams({ from: '/path/letter/$id' })
  const itemId = ItemId.safeParse(id)
  return itemId.success ? <Open key={id} id={itemId.data} /> : <Gone />
}

function Gone() {
  const t = useMessages()
  const navigate = useNavigate()
  return (
    <Screen wide>
      <SheetHead title={t('path.letter.title')} back={{ label: t('path.tab.find'), go: () => void navigate({ to: '/path/find', search: { step: 2 } }) }} />
      <Empty>{t('path.find.gone')}</Empty>
    </Screen>
  )
}

function Open({ id }: { id: ItemId }) {
  const { data, isError } = useCall('item.get', id)
  if (isError || (data !== undefined && (data.kind !== 'letter' || data.deletedAt !== null || data.parentId === null))) return <Gone />
  if (data?.kind !== 'letter' || data.parentId === null) return <Screen wide>{null}</Screen>
  return <To letter={data} candidateId={data.parentId} />
}

function To({ letter, candidateId }: { letter: ItemOf<'letter'>; candidateId: ItemId }) {
  const exam = useExam()
  const { data, isError } = useCall('item.get', candidateId)
  if (isError || exam === null) return <Gone />
  if (data?.kind !== 'candidate' || exam === undefined) return <Screen wide>{null}</Screen>
  return <Letter letter={letter} candidate={data} exam={exam} />
}

function Letter({ letter, candidate, exam }: { letter: ItemOf<'letter'>; candidate: ItemOf<'candidate'>; exam: ItemOf<'exam'> }) {
  const t = useMessages()
  const space = useSpace()
  const navigate = useNavigate()
  const { change: changeItem } = useItemActs()
  const { failed } = useUndo()
  const { body, change, settle, id } = useAutosave<'letter'>(letter, { spaceId: letter.spaceId, parentId: candidate.id, kind: 'letter', body: letter.body })
  const criteria = useChildren('criterion', exam.id) ?? []
  const name = candidate.body.name.trim()
  const now: ItemOf<'letter'> = { ...letter, body }

  const draftIn = async (language: Language) =>
    draftLetter({ exam: exam.body, candidate: candidate.body, criteria: criteria.map((item) => item.body), me: space.me }, await loadPathTexts(language), language)
  const setLanguage = async (language: Language) => {
    const names = { language: languageNames[language] }
    // Words of one's own are never replaced by a choice of language alone.
    const untouched = body.text === await draftIn(body.language) || body.text.trim() === ''
    if (untouched) await changeItem<'letter'>(now, { language, text: await draftIn(language) }, t('path.letter.did.language', names))
    else await changeItem<'letter'>(now, { language }, t('path.letter.did.language-only', names))
  }
  const share = async () => {
    await saveNow().catch(() => undefined)
    if (body.text.trim() === '') failed(t('path.letter.empty'))
    else await navigate({ to: '/sharing/letter/$id', params: { id: letter.id } })
  }
  return (
    <Screen
      margin={<HistorySection id={id} />} marginLine={t('journal.margin.history')} plainDrawer
      foot={(
        <SheetFoot end={<Button look="primary" onClick={() => void share()}>{t('path.letter.share')}</Button>}>
          <Button pull="start" onClick={() => void draftIn(body.language).then((text) => changeItem<'letter'>(now, { text }, t('path.letter.did.anew')))}>{t('path.letter.anew')}</Button>
        </SheetFoot>
      )}
    >
      <SheetHead
        title={name === '' ? t('path.letter.title') : t('path.letter.title.to', { name })} backAside={<SaveIndicator before={letter.updatedAt} />}
        back={{ label: name === '' ? t('path.find.person') : name, go: () => void navigate({ to: '/path/people/$id', params: { id: candidate.id } }) }}
      />
      <div className={`${css.letter} ${css.column}`} data-item={id}>
        <div className={css.letterHead}>
          <p className={css.hint}>{t('path.letter.about')}</p>
          <Select label={t('path.letter.language')} value={body.language} options={Language.options.map((value) => ({ value, label: languageNames[value] }))} onChange={setLanguage} />
        </div>
        <TextArea
          label={t('path.letter.text')} labelLook="hidden" look="written" dir="auto" lang={body.language} value={body.text} maxLength={20_000} rows={12} data-part="text"
          onChange={(event) => change({ text: event.target.value })} onBlur={settle}
        />
      </div>
    </Screen>
  )
}

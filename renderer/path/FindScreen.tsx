import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useId, useRef } from 'react'
import type { PathTexts } from '../../shared/texts/path.ts'
import { SaveIndicator } from '../editor/SaveIndicator.tsx'
import { useAct } from '../frame/data.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Sheet.tsx'
import { ExamStep } from './ExamStep.tsx'
import css from './Path.module.css'
import { PathTabs } from './PathTabs.tsx'
import { PeopleStep } from './PeopleStep.tsx'
import { StopMap } from './StopMap.tsx'
import { usePathTexts } from './texts.ts'
import { useExam } from './use-search.ts'

/** From "no mentor yet" to an ending, in five short pages; each can be skipped. */
export function FindScreen() {
  const words = usePathTexts()
  const exam = useExam()
  return (
    <PathTabs tab="find" {...(exam && { aside: <SaveIndicator before={exam.updatedAt} /> })}>
      {words !== undefined && exam !== undefined && <Steps words={words} exam={exam} />}
    </PathTabs>
  )
}

function Steps({ words, exam }: { words: PathTexts; exam: NonNullable<ReturnType<typeof useExam>> | null }) {
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const navigate = useNavigate()
  const act = useAct()
  const headId = useId()
  const head = useRef<HTMLHeadingElement>(null)
  const onward = useRef(false)
  const { step = 1 } = useSearch({ from: '/path/find' })
  useEffect(() => {
    if (!onward.current) return
    onward.current = false
    window.scrollTo(0, 0)
    head.current?.focus({ preventScroll: true })
  }, [step])
  const here = words.steps[step - 1]
  const next = words.steps[step]
  if (here === undefined) return null
  const go = (to: number) => void navigate({ to: '/path/find', search: { step: to } })
  return (
    <>
      {space.role !== 'looking' && <p className={`${css.hint} ${css.note}`}>{t('path.find.found')}</p>}
      <StopMap label={t('path.find.map')} stops={words.steps.map(({ name }, index) => ({ id: index + 1, name }))} here={null} shown={step} onShow={go} />
      <section className={css.phase} aria-labelledby={headId}>
        <h2 id={headId} ref={head} tabIndex={-1} className={css.phaseHead}>{here.name}</h2>
        <p className={`${css.about} ${css.column}`}>{here.about}</p>
        {here.points.length > 0 && <ul className={`${css.advice} ${css.column}`}>{here.points.map((point) => <li key={point}>{point}</li>)}</ul>}
        {step <= 2 && exam === null && (
          <div className={css.column}>
            <Empty act={<Button look="primary" onClick={() => void act('exam.begin', { spaceId: space.id, language })}>{t('path.find.begin')}</Button>}>{t('path.find.empty')}</Empty>
          </div>
        )}
        {step === 1 && exam !== null && <ExamStep key={exam.id} exam={exam} words={words} />}
        {step === 2 && exam !== null && <PeopleStep key={exam.id} exam={exam} words={words} />}
        {next !== undefined && (step > 2 || exam !== null) && (
          <p className={css.onward}><Button look="outline" onClick={() => { onward.current = true; go(step + 1) }}>{t('path.find.next', { name: next.name })}</Button></p>
        )}
      </section>
    </>
  )
}

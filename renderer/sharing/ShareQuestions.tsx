import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ItemId } from '../../shared/ids.ts'
import { Screen } from '../frame/Screen.tsx'
import { useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import { Empty, SheetHead } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/undo.tsx'
import { OutStep } from './OutStep.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { useReview } from './use-review.ts'

/** A sheet of questions goes through the same review as everything that leaves; what it is and for whom is known already. */
export function ShareQuestions() {
  const { id } = useParams({ from: '/sharing/questions/$id' })
  const { who = 'mentee' } = useSearch({ from: '/sharing/questions/$id' })
  const t = useMessages()
  const navigate = useNavigate()
  const space = useSpace()
  const { clear } = useUndo()
  const review = useReview()
  const [step, setStep] = useState<'review' | 'out'>('review')
  const [empty, setEmpty] = useState(false)
  const back = () => void navigate({ to: '/agreement', search: { tab: 'middle' } })

  useEffect(() => {
    let current = true
    const begin = async () => {
      const found = await review.gather({ scope: { what: 'questions', spaceId: space.id, agreementId: ItemId.parse(id), who }, audience: who, audienceName: '' })
      if (current && found !== 'found') setEmpty(true)
    }
    begin().catch(() => { if (current) setEmpty(true) })
    return () => { current = false }
    // Once for each sheet; the review keeps what comes afterwards.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id, who])

  const from = t('agreement.tab.middle')
  if (review.state === null) return <Screen wide>{empty && <><SheetHead title={from} back={{ label: from, go: back }} /><Empty>{t('middle.sheet.missing')}</Empty></>}</Screen>
  if (step === 'out') return <OutStep review={review} state={review.state} steps={false} onBack={() => { clear(); setStep('review') }} onLeft={() => undefined} onDone={back} />
  return <ReviewStep review={review} state={review.state} from={from} onBack={back} onGoOn={() => { clear(); setStep('out') }} />
}

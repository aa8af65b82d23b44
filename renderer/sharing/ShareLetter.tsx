import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ItemId } from '../../shared/ids.ts'
import { call } from '../api.ts'
import { Screen } from '../frame/Screen.tsx'
import { useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import { Empty, SheetHead } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/undo.tsx'
import { OutStep } from './OutStep.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { useReview } from './use-review.ts'

/** The request goes through the same review as a summary; what it is and for whom is known already. */
export function ShareLetter() {
  const { id } = useParams({ from: '/sharing/letter/$id' })
  return <Steps key={id} id={id} />
}

function Steps({ id }: { id: string }) {
  const t = useMessages()
  const navigate = useNavigate()
  const space = useSpace()
  const { clear } = useUndo()
  const review = useReview()
  const [step, setStep] = useState<'review' | 'out'>('review')
  const [empty, setEmpty] = useState(false)
  const back = () => void navigate({ to: '/path/letter/$id', params: { id } })

  useEffect(() => {
    let current = true
    const begin = async () => {
      const letterId = ItemId.parse(id)
      const letter = await call('item.get', letterId)
      const to = letter.parentId === null ? null : await call('item.get', letter.parentId)
      const name = to?.kind === 'candidate' ? to.body.name.trim() : ''
      if (!current) return
      const found = await review.gather({ scope: { what: 'letter', spaceId: space.id, letterId }, audience: 'other', audienceName: name })
      if (current && found !== 'found') setEmpty(true)
    }
    begin().catch(() => { if (current) setEmpty(true) })
    return () => { current = false }
    // Once for each letter; the review keeps what comes afterwards.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id])

  if (review.state === null) {
    return <Screen wide>{empty && <><SheetHead title={t('path.letter.title')} back={{ label: t('path.letter.title'), go: back }} /><Empty>{t('path.letter.empty')}</Empty></>}</Screen>
  }
  if (step === 'out') return <OutStep review={review} state={review.state} steps={false} onBack={() => { clear(); setStep('review') }} onLeft={() => undefined} onDone={() => void navigate({ to: '/sharing' })} />
  return <ReviewStep review={review} state={review.state} from={t('path.letter.title')} onBack={back} onGoOn={() => { clear(); setStep('out') }} />
}

import { useEffect, useState } from 'react'
import { Screen } from '../frame/Screen.tsx'
import { Empty, SheetHead } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/undo.tsx'
import { OutStep } from './OutStep.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { useReview } from './use-review.ts'
import type { Request } from './use-review.ts'

/**
 * The same review as a summary's, for what is known already: what it is and for
 * whom. Another piece needs another `key`.
 */
export function KnownReview({ request, from, missing, onBack, onDone }: {
  request: () => Promise<Request>
  /** Where it came from, in words. */
  from: string
  missing: string
  onBack: () => void
  onDone: () => void
}) {
  const { clear } = useUndo()
  const review = useReview()
  const [step, setStep] = useState<'review' | 'out'>('review')
  const [empty, setEmpty] = useState(false)

  useEffect(() => {
    let current = true
    const begin = async () => {
      const asked = await request()
      if (!current) return
      const found = await review.gather(asked)
      if (current && found !== 'found') setEmpty(true)
    }
    begin().catch(() => { if (current) setEmpty(true) })
    return () => { current = false }
    // Once for each piece; the review keeps what comes afterwards.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  if (review.state === null) return <Screen wide>{empty && <><SheetHead title={from} back={{ label: from, go: onBack }} /><Empty>{missing}</Empty></>}</Screen>
  if (step === 'out') return <OutStep review={review} state={review.state} steps={false} onBack={() => { clear(); setStep('review') }} onLeft={() => undefined} onDone={onDone} />
  return <ReviewStep review={review} state={review.state} from={from} onBack={onBack} onGoOn={() => { clear(); setStep('out') }} />
}

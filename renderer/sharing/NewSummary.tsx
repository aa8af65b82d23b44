import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { dayAt } from '../../shared/dates.ts'
import { useSpace } from '../frame/space.tsx'
import type { MessageKey } from '../messages/messages.tsx'
import { useUndo } from '../ui/undo.tsx'
import { keptReview, useKeepReview } from './keep-review.ts'
import { OutStep } from './OutStep.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { useReview } from './use-review.ts'
import { quickPeriod, scopeOf } from './what.ts'
import type { What } from './what.ts'
import { WhatStep } from './WhatStep.tsx'
import { audiencesOf } from './who.ts'

/** The one door out, in three steps: what, review, out. Going back a step loses nothing. */
export function NewSummary() {
  const { session, agreement } = useSearch({ from: '/sharing/new' })
  return <Steps key={`${session ?? ''} ${agreement ?? ''}`} />
}

function Steps() {
  const navigate = useNavigate()
  const space = useSpace()
  const { clear } = useUndo()
  const { session, agreement } = useSearch({ from: '/sharing/new' })
  const [what, setWhat] = useState<What>(() => ({
    what: agreement !== undefined ? 'agreement' : session !== undefined ? 'session' : 'period',
    ...quickPeriod('month', dayAt(new Date())),
    sessionId: session ?? null, agreementId: agreement ?? null,
    audience: audiencesOf(space)[0] ?? 'myself', name: '',
  }))
  const review = useReview()
  const [step, setStep] = useState<'what' | 'review' | 'out'>('what')
  const [problem, setProblem] = useState<MessageKey | null>(null)
  const [busy, setBusy] = useState(false)
  const [ready, setReady] = useState(false)
  const [done, setDone] = useState(false)
  useKeepReview(ready, done, step, what, review.state)
  const { restore } = review
  const first = useRef(restore)
  useEffect(() => {
    let current = true
    void keptReview().then(async (kept) => {
      // Written by this very screen, in this run.
      const before = kept?.what as What | undefined
      if (current && kept !== null && before !== undefined && (session ?? before.sessionId) === before.sessionId && (agreement ?? before.agreementId) === before.agreementId) {
        setWhat(before)
        if (kept.review !== null && await first.current(kept.review) && current) setStep(kept.step)
      }
      if (current) setReady(true)
    })
    return () => { current = false }
  }, [session, agreement])

  const goTo = (next: typeof step) => {
    setDone(false)
    clear()
    setStep(next)
  }
  const gather = async () => {
    if (busy) return
    const asked = scopeOf(what, space.id)
    if ('problem' in asked) return setProblem(asked.problem)
    setProblem(null)
    clear()
    setBusy(true)
    const found = await review.gather({ scope: asked.scope, audience: what.audience, audienceName: what.audience === 'other' ? what.name.trim() : '' })
    setBusy(false)
    if (found === 'failed') return
    if (found === 'empty') setProblem(`sharing.problem.empty-${what.what}`)
    else setStep('review')
  }

  // A short moment, and only once after an unlock: what is below would flash.
  if (!ready) return null
  if (step === 'out' && review.state !== null) return <OutStep review={review} state={review.state} onBack={() => goTo('review')} onLeft={() => setDone(true)} onDone={() => void navigate({ to: '/sharing' })} />
  if (step === 'review' && review.state !== null) {
    return <ReviewStep review={review} state={review.state} onBack={() => goTo('what')} onGoOn={() => { clear(); void review.settle().then((settled) => { if (settled) setStep('out') }) }} />
  }
  return (
    <WhatStep
      value={what} onChange={(next) => { setWhat(next); setProblem(null) }} problem={problem} busy={busy}
      onBack={() => void navigate({ to: '/sharing' })} onGoOn={() => void gather()}
    />
  )
}

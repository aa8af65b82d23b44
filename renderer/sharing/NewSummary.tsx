import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { dayAt } from '../../shared/dates.ts'
import type { Audience } from '../../shared/exporting.ts'
import type { Space } from '../../shared/space.ts'
import { call } from '../api.ts'
import { useSpace } from '../frame/space.tsx'
import { useErrorText } from '../messages/messages.tsx'
import type { MessageKey } from '../messages/messages.tsx'
import { useUndo } from '../ui/undo.tsx'
import { languagesFor, newestOf } from './agreement-copy.ts'
import { keptReview, useKeepReview } from './keep-review.ts'
import { OutStep } from './OutStep.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { useReview } from './use-review.ts'
import { quickPeriod, scopeOf } from './what.ts'
import type { What } from './what.ts'
import { WhatStep } from './WhatStep.tsx'
import { audiencesOf, isParty } from './who.ts'

/** The one door out, in three steps: what, review, out. Going back a step loses nothing. */
export function NewSummary() {
  const { session, agreement, version } = useSearch({ from: '/sharing/new' })
  return <Steps key={`${session ?? ''} ${agreement ?? ''} ${version ?? ''}`} />
}

function Steps() {
  const navigate = useNavigate()
  const space = useSpace()
  const errorText = useErrorText()
  const { clear, failed } = useUndo()
  const { session, agreement, version } = useSearch({ from: '/sharing/new' })
  const [what, setWhat] = useState<What>(() => ({
    what: agreement !== undefined ? 'agreement' : session !== undefined ? 'session' : 'period',
    ...quickPeriod('month', dayAt(new Date())),
    sessionId: session ?? null, agreementId: agreement ?? null, versionId: version ?? null, language: null, beside: null,
    audience: audiencesOf(space)[0] ?? 'myself', name: '',
  }))
  const review = useReview()
  const [step, setStep] = useState<'what' | 'review' | 'out'>('what')
  const [problem, setProblem] = useState<MessageKey | null>(null)
  const [busy, setBusy] = useState(false)
  const [ready, setReady] = useState(false)
  const [done, setDone] = useState(false)
  const [given, setGiven] = useState<ReadonlySet<Audience>>(new Set())
  useKeepReview(ready, done, step, what, review)
  const { restore } = review
  const first = useRef(restore)
  useEffect(() => {
    let current = true
    void keptReview().then(async (kept) => {
      // Written by this very screen, in this run.
      const before = kept?.what as What | undefined
      if (current && kept !== null && before !== undefined && (session ?? before.sessionId) === before.sessionId && (agreement ?? before.agreementId) === before.agreementId && (version ?? before.versionId) === before.versionId) {
        setWhat(before)
        if (kept.review !== null && await first.current(kept.review) && current) setStep(kept.step)
      }
      if (current) setReady(true)
    })
    return () => { current = false }
  }, [session, agreement, version])

  const goTo = (next: typeof step) => {
    setDone(false)
    clear()
    setStep(next)
  }
  const gather = async (value: What) => {
    if (busy) return
    const missing = scopeOf(value, space.id)
    if ('problem' in missing) return setProblem(missing.problem)
    setProblem(null)
    clear()
    setBusy(true)
    const full = await withUsual(value, space).catch((error: unknown) => { failed(errorText(error)); return null })
    const asked = full === null ? null : scopeOf(full, space.id)
    const found = full === null || asked === null || 'problem' in asked ? 'failed'
      : await review.gather({ scope: asked.scope, audience: value.audience, audienceName: value.audience === 'other' ? value.name.trim() : '' }, full.language ?? undefined)
    setBusy(false)
    if (found === 'failed') return
    if (found === 'empty') setProblem(`sharing.problem.empty-${value.what}`)
    else { setDone(false); setStep('review') }
  }
  /** The agreement belongs to both: who has no copy yet gets one in the language that one reads. */
  const goOn = what.what === 'agreement' && isParty(what.audience) ? audiencesOf(space).find((one) => isParty(one) && !given.has(one) && one !== what.audience) : undefined
  const next = goOn === undefined ? undefined
    : { audience: goOn, go: () => { const value = { ...what, audience: goOn, language: null, beside: null }; setWhat(value); void gather(value) } }
  const back = () => {
    const scope = review.state?.scope
    // The language may have been changed while reading.
    if (scope?.what === 'agreement') setWhat({ ...what, language: review.state?.language ?? null, beside: scope.beside ?? null })
    goTo('what')
  }

  // A short moment, and only once after an unlock: what is below would flash.
  if (!ready) return null
  if (step === 'out' && review.state !== null) return <OutStep review={review} state={review.state} onBack={() => goTo('review')} {...(next !== undefined && { next })} onLeft={() => { setDone(true); setGiven(new Set([...given, what.audience])) }} onDone={() => void navigate({ to: '/sharing' })} />
  if (step === 'review' && review.state !== null) {
    return <ReviewStep review={review} state={review.state} onBack={back} onGoOn={() => { clear(); void review.settle().then((settled) => { if (settled) setStep('out') }) }} />
  }
  return (
    <WhatStep
      value={what} onChange={(next) => { setWhat(next); setProblem(null) }} problem={problem} busy={busy}
      onBack={() => void navigate({ to: '/sharing' })} onGoOn={() => void gather(what)}
    />
  )
}

/** What was left as it usually is, filled in: the newest agreement, in the languages of whoever gets it. */
async function withUsual(value: What, space: Space): Promise<What> {
  if (value.what !== 'agreement' || value.agreementId === null) return value
  const versionId = value.versionId ?? await newestOf(value.agreementId, space)
  if (value.language !== null) return { ...value, versionId }
  const agreement = await call('item.get', value.agreementId)
  return agreement.kind === 'agreement' ? { ...value, versionId, ...languagesFor(value.audience, space, agreement.body) } : { ...value, versionId }
}

import { useState } from 'react'
import { isAsGiven } from '../../shared/rules/clause-text.ts'
import { confidenceText } from '../../shared/rules/confidence-text.ts'
import type { Language } from '../../shared/language.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import type { Names } from '../../shared/texts/fill.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { MarginSection } from '../ui/Sheet.tsx'
import css from './Agreement.module.css'
import { ConfidenceDialog } from './ConfidenceDialog.tsx'
import type { NumberedClause } from './use-agreement.ts'
import type { ClauseActs } from './use-clause-acts.ts'

/** The rule a clause of confidence is made from, and where its words went another way. */
export function RuleSection({ clause, language, names, acts }: { clause: NumberedClause; language: Language; names: Names; acts: ClauseActs }) {
  const t = useMessages()
  const [asking, setAsking] = useState(false)
  const { body } = clause.item
  const rule = body.confidence
  if (rule === undefined && body.group !== 'confidence') return null
  const kept = !isAsGiven(body)
  return (
    <MarginSection id="clause-rule" title={t('clause.rule')} open>
      {rule === undefined ? <p className={css.hint}>{t('clause.rule.own')}</p> : kept && (
        <>
          <p className={css.hint}>{t('clause.rule.kept')}</p>
          <p className={css.quoted} lang={language}>{fillNames(confidenceText(rule, language), names, language)}</p>
        </>
      )}
      <Button pull="start" onClick={() => setAsking(true)}>{t(rule === undefined ? 'confidence.add' : 'clause.rule.change')}</Button>
      {asking && (
        <ConfidenceDialog
          rule={rule ?? null} kept={kept} language={language} names={names} onClose={() => setAsking(false)}
          onDone={(next) => { setAsking(false); void acts.changeRule(clause, next) }}
        />
      )}
    </MarginSection>
  )
}

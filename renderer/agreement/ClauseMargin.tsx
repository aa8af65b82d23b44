import type { Names } from '../../shared/texts/fill.ts'
import { HistorySection } from '../journal/HistorySection.tsx'
import { LinkedFrom } from '../journal/LinkedSection.tsx'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { MarginSection } from '../ui/Sheet.tsx'
import css from './Agreement.module.css'
import { OtherLanguages } from './OtherLanguages.tsx'
import { RuleSection } from './RuleSection.tsx'
import { SampleList } from './SampleList.tsx'
import { givenText, offersInstead } from './samples.ts'
import { Sources } from './Sources.tsx'
import type { AgreementOnScreen, NumberedClause } from './use-agreement.ts'
import type { ClauseActs } from './use-clause-acts.ts'

/** Beside one clause; under its group stand all of them. */
const mostOffers = 4

/** The clause in view: its words, what it came from, other words for it, other languages, how it used to read. */
export function ClauseMargin({ clause, agreement, names, acts }: { clause: NumberedClause | null; agreement: AgreementOnScreen; names: Names; acts: ClauseActs }) {
  const t = useMessages()
  if (clause === null) {
    return <MarginSection id="clause" title={t('agreement.margin')} open><p className={css.hint}>{t('agreement.margin.none')}</p></MarginSection>
  }
  const { item, number, text } = clause
  const { language } = agreement.item.body
  const given = givenText(clause, language, names)
  const offers = offersInstead(agreement, clause, language, names).slice(0, mostOffers)
  const hasRule = item.body.confidence !== undefined
  return (
    <>
      <MarginSection id="clause" title={t('agreement.margin')} count={number} open><p className={css.quoted} lang={language}>{text}</p></MarginSection>
      <Sources key={`from-${item.id}`} clause={item.id} names={names} />
      <RuleSection key={`rule-${item.id}`} clause={clause} language={language} names={names} acts={acts} />
      {given !== null && given !== text && !hasRule && (
        <MarginSection id="clause-sample" title={t('agreement.sample')} open>
          <p className={css.quoted} lang={language}>{given}</p>
          <Button pull="start" onClick={() => void acts.useGiven(clause)}>{t('agreement.sample.use')}</Button>
        </MarginSection>
      )}
      {!hasRule && offers.length > 0 && (
        <MarginSection id="clause-samples" title={t('clause.samples')} count={offers.length} open>
          <SampleList offers={offers} language={language} label={t('clause.samples')} onUse={(offer) => void acts.takeSample(clause, offer.sample)} />
        </MarginSection>
      )}
      <OtherLanguages key={`languages-${item.id}`} clause={clause} agreement={agreement.item} names={names} acts={acts} />
      <LinkedFrom key={`linked-${item.id}`} id={item.id} />
      <HistorySection key={`history-${item.id}`} id={item.id} />
    </>
  )
}

import { Language, languageNames } from '../../shared/language.ts'
import { isInLanguage } from '../../shared/rules/clause-text.ts'
import type { Names } from '../../shared/texts/fill.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { MarginSection } from '../ui/Sheet.tsx'
import css from './Agreement.module.css'
import { readAs } from './use-agreement.ts'
import type { NumberedClause } from './use-agreement.ts'
import type { ClauseActs } from './use-clause-acts.ts'

/** The clause in view: its words, the sample it came from, and how other languages have it. */
export function ClauseMargin({ clause, language, names, acts }: { clause: NumberedClause | null; language: Language; names: Names; acts: ClauseActs }) {
  const t = useMessages()
  if (clause === null) {
    return <MarginSection id="clause" title={t('agreement.margin')} open><p className={css.hint}>{t('agreement.margin.none')}</p></MarginSection>
  }
  const { item, number, text } = clause
  const sample = acts.sampleOf(clause)
  const others = Language.options.filter((other) => other !== language && isInLanguage(item.body, other))
  return (
    <>
      <MarginSection id="clause" title={t('agreement.margin')} count={number} open><p className={css.quoted} lang={language}>{text}</p></MarginSection>
      {sample !== null && (
        <MarginSection id="clause-sample" title={t('agreement.sample')} open>
          {sample === text ? <p className={css.hint}>{t('agreement.sample.same')}</p> : (
            <>
              <p className={css.quoted} lang={language}>{sample}</p>
              <Button pull="start" onClick={() => void acts.useSample(clause)}>{t('agreement.sample.use')}</Button>
            </>
          )}
        </MarginSection>
      )}
      {others.length > 0 && (
        <MarginSection id="clause-languages" title={t('agreement.languages')} count={others.length} open>
          <dl className={css.others}>
            {others.map((other) => (
              <div key={other}>
                <dt className={css.hint}>{languageNames[other]}</dt>
                <dd className={css.quoted} lang={other}>{readAs(item.body, other, names)}</dd>
              </div>
            ))}
          </dl>
        </MarginSection>
      )}
    </>
  )
}

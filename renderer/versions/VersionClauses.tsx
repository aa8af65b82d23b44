import { ClauseGroup } from '../../shared/agreement.ts'
import type { Version } from '../../shared/agreement.ts'
import { Language } from '../../shared/language.ts'
import { languageNames } from '../../shared/locales.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import { texts } from '../../shared/texts/texts.ts'
import { GroupHead } from '../ui/Sheet.tsx'
import css from './Versions.module.css'

/** The languages that settled clauses stand in, in the order in which they are offered. */
export function languagesIn(clauses: Version['clauses']): Language[] {
  return Language.options.filter((language) => clauses.some(({ texts: all }) => all[language] !== undefined))
}

/** Clauses as they were settled, numbered through: in one language where they have it, or in all. */
export function VersionClauses({ id, version, languages, first }: {
  id: string
  version: Pick<Version, 'clauses' | 'parties'>
  languages: readonly Language[]
  /** Of the headings. */
  first: Language
}) {
  const numbers = new Map(version.clauses.map((clause, index) => [clause.id, index + 1]))
  return (
    <div className={css.clauses}>
      {ClauseGroup.options.map((group) => {
        const clauses = version.clauses.filter((clause) => clause.group === group)
        if (clauses.length === 0) return null
        return (
          <section key={group} aria-labelledby={`${id}-${group}`}>
            <GroupHead id={`${id}-${group}`}><span lang={first}>{fillNames(texts[first].clauseGroups[group], version.parties, first)}</span></GroupHead>
            <ol>
              {clauses.map((clause) => {
                const found = languages.filter((language) => clause.texts[language] !== undefined)
                const shown = found.length === 0 ? Language.options.filter((language) => clause.texts[language] !== undefined).slice(0, 1) : found
                return (
                  <li key={clause.id} className={css.clause}>
                    <span>{numbers.get(clause.id)}</span>
                    <div className={css.texts}>
                      {shown.map((language) => (
                        <div key={language}>
                          {(shown.length > 1 || found.length === 0) && <p className={css.tongue}>{languageNames[language]}</p>}
                          <p className={css.text} lang={language} dir="auto">{clause.texts[language]}</p>
                        </div>
                      ))}
                    </div>
                  </li>
                )
              })}
            </ol>
          </section>
        )
      })}
    </div>
  )
}

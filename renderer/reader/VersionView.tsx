import { ClauseGroup, OneParty } from '../../shared/agreement.ts'
import type { Version } from '../../shared/agreement.ts'
import { dayOfMoment, formatDay } from '../../shared/format-date.ts'
import { Language, languageWords } from '../../shared/language.ts'
import { languageNames } from '../../shared/locales.ts'
import { formatMessage } from '../../shared/messages.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import { texts } from '../../shared/texts/texts.ts'
import { versionTexts } from '../../shared/texts/version.ts'

/** A version as it was settled, in every language that it stands in, with whoever signed and withdrew. */
export function VersionView({ version, language }: { version: Version; language: Language }) {
  const words = versionTexts[language]
  const { number, on, how, parties, clauses, signatures } = version
  const nameOf = (who: OneParty) => parties[who] || texts[language].parties[who]
  const numbers = new Map(clauses.map(({ id }, index) => [id, index + 1]))
  return (
    <section>
      <h2>{formatMessage(language, words.number, { number, date: formatDay(language, on) })}</h2>
      <p className="facts">{[words.how[how], formatMessage(language, words.checkWords, { words: version.words.join(' ') })].join(' · ')}</p>
      {ClauseGroup.options.filter((group) => clauses.some((clause) => clause.group === group)).map((group) => (
        <div key={group}>
          <p className="caption">{fillNames(texts[language].clauseGroups[group], parties, language)}</p>
          {clauses.filter((clause) => clause.group === group).map(({ id, texts: all }) => {
            const found = Language.options.filter((one) => all[one] !== undefined)
            return found.map((one, index) => (
              <p key={`${id} ${one}`} className="plain" lang={one}>{index === 0 ? `${numbers.get(id)}. ` : ''}{found.length > 1 ? `${languageNames[one]}: ` : ''}{all[one]}</p>
            ))
          })}
        </div>
      ))}
      {how === 'signed' && OneParty.options.map((who) => {
        const own = signatures.filter((signature) => signature.who === who)
        if (own.length === 0) return <p key={who} className="plain">{nameOf(who)} <span className="caption">{words.notYet}</span></p>
        return own.map(({ name, on: day, at, withdrawnAt }) => (
          <p key={at} className="plain">
            {name} <span className="caption">{withdrawnAt === null ? formatMessage(language, words.signed, { date: formatDay(language, day) })
              : formatMessage(language, words.withdrawn, { date: formatDay(language, day), until: formatDay(language, dayOfMoment(withdrawnAt)) })}</span>
          </p>
        ))
      })}
      {version.vouches.map(({ language: one, who }) => <p key={one} className="caption">{formatMessage(language, words.vouch, { name: nameOf(who), language: languageWords[language][one] })}</p>)}
    </section>
  )
}

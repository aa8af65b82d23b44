import { useState } from 'react'
import { locales } from '../../shared/locales.ts'
import { languageWords } from '../../shared/language.ts'
import type { Language } from '../../shared/language.ts'
import { vouchesOf } from '../../shared/rules/freeze.ts'
import { useAct } from '../frame/data.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { ReadsField } from './ReadsField.tsx'
import css from './Versions.module.css'
import { useWho } from './who.ts'

/** Where the agreement stands in more languages than one: who reads which, and so who vouches for what. */
export function Reads({ languages }: { languages: readonly Language[] }) {
  const t = useMessages()
  const screenLanguage = useLanguage()
  const words = languageWords[screenLanguage]
  const space = useSpace()
  const act = useAct()
  const who = useWho()
  // Shown at once: a tick that waits for the answer would take back the one before it.
  const [reads, setReads] = useState(space.terms.reads)
  if (languages.length < 2) return null
  const said = reads.mentor.length > 0 && reads.mentee.length > 0
  const listed = new Intl.ListFormat(locales[screenLanguage]).format(languages.map((language) => words[language]))
  const nobody = said ? languages.filter((language) => !reads.mentor.includes(language) && !reads.mentee.includes(language)) : []
  return (
    <section>
      <h2>{t('reads.title')}</h2>
      <p>{t('reads.about', { languages: listed })}</p>
      <ReadsField reads={reads} languages={languages} who={who} onChange={(next) => {
        setReads(next)
        void act('space.update', { id: space.id, terms: { ...space.terms, reads: next } })
      }} />
      {!said && <p className={css.hint}>{t('reads.missing')}</p>}
      {vouchesOf(languages, reads).map(({ language, who: party }) => (
        <p key={language} className={css.remark}>{t('reads.vouch', { name: who[party], language: words[language] })}</p>
      ))}
      {nobody.map((language) => <p key={language} className={css.remark}>{t('reads.nobody', { language: words[language] })}</p>)}
    </section>
  )
}

import type { OneParty } from '../../shared/agreement.ts'
import { Language } from '../../shared/language.ts'
import { languageNames } from '../../shared/locales.ts'
import type { SpaceTerms } from '../../shared/space.ts'
import { Checkbox } from '../ui/Choice.tsx'
import { useMessages } from '../messages/messages.tsx'
import css from './Versions.module.css'

/** Which languages each of the two reads; nothing ticked is not said. */
export function ReadsField({ reads, languages = Language.options, who, onChange }: {
  reads: SpaceTerms['reads']
  /** The ones that matter here. */
  languages?: readonly Language[]
  who: Record<OneParty, string>
  onChange: (reads: SpaceTerms['reads']) => void
}) {
  const t = useMessages()
  return (
    <div className={css.reads}>
      {(['mentor', 'mentee'] as const).map((party) => (
        <fieldset key={party}>
          <legend>{t('reads.of', { name: who[party] })}</legend>
          {languages.map((language) => (
            <Checkbox
              key={language} label={<span lang={language}>{languageNames[language]}</span>} checked={reads[party].includes(language)}
              onChange={(ticked) => onChange({ ...reads, [party]: Language.options.filter((one) => one === language ? ticked : reads[party].includes(one)) })}
            />
          ))}
        </fieldset>
      ))}
    </div>
  )
}

import { Language } from '../../shared/language.ts'
import { languageNames } from '../../shared/locales.ts'
import { useMessages } from '../messages/messages.tsx'
import { Select } from '../ui/Select.tsx'

type Reading = { language: Language; beside: Language | undefined }

/** One language, or two beside each other with the first one leading. */
const readings: readonly Reading[] = [
  ...Language.options.map((language) => ({ language, beside: undefined })),
  ...Language.options.flatMap((language) => Language.options.filter((beside) => beside !== language).map((beside) => ({ language, beside }))),
]

const keyOf = ({ language, beside }: Reading) => (beside === undefined ? language : `${language}+${beside}`)

export function readingName({ language, beside }: Reading): string {
  return beside === undefined ? languageNames[language] : `${languageNames[language]} + ${languageNames[beside]}`
}

/** In which language, or which two, the agreement is read. */
export function LanguageSelect({ language, beside, onChange }: Reading & { onChange: (reading: Reading) => unknown }) {
  const t = useMessages()
  return (
    <Select
      label={t('agreement.language')} value={keyOf({ language, beside })} options={readings.map((reading) => ({ value: keyOf(reading), label: readingName(reading) }))}
      onChange={(key) => { const reading = readings.find((one) => keyOf(one) === key); return reading === undefined ? undefined : onChange(reading) }}
    />
  )
}

import { Language } from '../../shared/language.ts'
import { languageNames } from '../../shared/locales.ts'
import { useMessages } from '../messages/messages.tsx'
import { screenLanguage, usePreferences } from '../preferences.tsx'
import { RadioGroup } from '../ui/Choice.tsx'

export function GeneralSection() {
  const t = useMessages()
  const { preferences, change } = usePreferences()
  const system = screenLanguage({ ...preferences, language: null })
  return (
    <>
      <RadioGroup<Language | 'system'>
        legend={t('settings.language')} value={preferences.language ?? 'system'}
        onChange={(value) => void change({ language: value === 'system' ? null : value })}
        options={[
          { value: 'system', label: t('settings.language.system', { language: languageNames[system] }) },
          ...Language.options.map((value) => ({ value, label: <span lang={value}>{languageNames[value]}</span> })),
        ]}
      />
      <RadioGroup
        legend={t('settings.theme')} value={preferences.theme} onChange={(theme) => void change({ theme })}
        options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
      />
    </>
  )
}

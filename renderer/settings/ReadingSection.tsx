import { useMessages } from '../messages/messages.tsx'
import { usePreferences } from '../preferences.tsx'
import { Checkbox, RadioGroup } from '../ui/Choice.tsx'

const sizes = [100, 115, 130, 150] as const

export function ReadingSection() {
  const t = useMessages()
  const { preferences, change } = usePreferences()
  return (
    <>
      <RadioGroup
        legend={t('settings.text-size')} value={String(preferences.textSize)} row
        onChange={(value) => void change({ textSize: sizes.find((size) => String(size) === value) ?? 100 })}
        options={sizes.map((size) => ({ value: String(size), label: `${size} %` }))}
      />
      <div>
        <div><Checkbox checked={preferences.compact} onChange={(compact) => void change({ compact })} label={t('settings.compact')} /></div>
        <div><Checkbox checked={preferences.reducedMotion} onChange={(reducedMotion) => void change({ reducedMotion })} label={t('settings.reduced-motion')} /></div>
      </div>
    </>
  )
}

import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { appWords } from '../frame/discreet.ts'
import { Screen } from '../frame/Screen.tsx'
import { useMessages } from '../messages/messages.tsx'
import type { MessageKey } from '../messages/messages.tsx'
import { SheetHead } from '../ui/Sheet.tsx'
import { Select } from '../ui/Select.tsx'
import { BanksSection } from './BanksSection.tsx'
import { GeneralSection } from './GeneralSection.tsx'
import { ImportSection } from './ImportSection.tsx'
import { KeyboardSection } from './KeyboardSection.tsx'
import { PeopleSection } from './PeopleSection.tsx'
import { PrivacySection } from './PrivacySection.tsx'
import { ReadingSection } from './ReadingSection.tsx'
import { RemovedSection } from './RemovedSection.tsx'
import { ScreenSection } from './ScreenSection.tsx'
import { SourcesSection } from './SourcesSection.tsx'
import { VaultSection } from './VaultSection.tsx'
import css from './Settings.module.css'

const sections: ReadonlyArray<{ id: string; label: MessageKey; Section: ComponentType }> = [
  { id: 'general', label: 'settings.general', Section: GeneralSection },
  { id: 'reading', label: 'settings.reading', Section: ReadingSection },
  { id: 'people', label: 'settings.people', Section: PeopleSection },
  { id: 'banks', label: 'banks.title', Section: BanksSection },
  { id: 'screen', label: 'settings.screen', Section: ScreenSection },
  { id: 'vault', label: 'settings.vault', Section: VaultSection },
  { id: 'privacy', label: 'settings.privacy', Section: PrivacySection },
  { id: 'import', label: 'settings.import', Section: ImportSection },
  { id: 'removed', label: 'settings.removed', Section: RemovedSection },
  { id: 'keyboard', label: 'settings.keyboard', Section: KeyboardSection },
  { id: 'sources', label: 'settings.sources', Section: SourcesSection },
]

export function SettingsScreen() {
  const t = useMessages()
  const navigate = useNavigate()
  const { section } = useSearch({ from: '/settings' })
  const here = sections.find((candidate) => candidate.id === section) ?? sections[0]
  const go = (id: string) => void navigate({ to: '/settings', search: { section: id }, replace: true })
  if (here === undefined) return null
  return (
    <Screen wide>
      <SheetHead title={t('settings.title')} />
      <div className={css.layout}>
        <nav className={css.list} {...appWords} aria-label={t('settings.sections')}>
          {sections.map(({ id, label }) => (
            <button key={id} type="button" className={css.link} aria-current={id === here.id ? 'true' : undefined} onClick={() => go(id)}>{t(label)}</button>
          ))}
        </nav>
        <div className={css.narrowList}>
          <Select label={t('settings.sections')} boxed labelHidden value={here.id} options={sections.map(({ id, label }) => ({ value: id, label: t(label) }))} onChange={go} />
        </div>
        <section className={css.section} aria-label={t(here.label)}><here.Section key={here.id} /></section>
      </div>
    </Screen>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { Screen } from '../frame/Screen.tsx'
import { useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import { SheetHead } from '../ui/Sheet.tsx'
import { focusTab, tabPanel, Tabs } from '../ui/Tabs.tsx'
import css from './Path.module.css'

/** Whoever moved to a tab stays on the tabs, though each is a screen of its own. */
let byTab = false

/** The head of Path. "Find a mentor" is there while there is none, and wherever a search result leads to it. */
export function PathTabs({ tab, aside, children }: { tab: 'phases' | 'find'; aside?: ReactNode; children: ReactNode }) {
  const t = useMessages()
  const space = useSpace()
  const navigate = useNavigate()
  const [arrived] = useState(() => byTab)
  useEffect(() => {
    byTab = false
    if (arrived) focusTab('path', tab)
  }, [arrived, tab])
  const looking = space.role === 'looking' || tab === 'find'
  return (
    <Screen wide>
      <SheetHead title={t('place.path')} aside={aside} />
      {looking && (
        <Tabs
          label={t('path.tabs')} id="path" value={tab} onChange={(to) => { byTab = true; void navigate({ to: to === 'find' ? '/path/find' : '/path', search: {} }) }}
          tabs={[{ value: 'phases', label: t('path.tab.phases') }, { value: 'find', label: t('path.tab.find') }]}
        />
      )}
      <div className={css.panel} {...(looking && tabPanel('path', tab))}>{children}</div>
    </Screen>
  )
}

import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { SaveIndicator } from '../editor/SaveIndicator.tsx'
import { usePlainCarets } from '../frame/plain-carets.ts'
import { Screen } from '../frame/Screen.tsx'
import { useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import { useSessionList } from '../sessions/use-sessions.tsx'
import { SheetHead } from '../ui/Sheet.tsx'
import { tabPanel, Tabs } from '../ui/Tabs.tsx'
import css from './Banks.module.css'
import { StoryList } from './StoryList.tsx'
import { TopicList } from './TopicList.tsx'
import { useBankActs } from './use-bank-acts.ts'
import { useStories, useTopics } from './use-topics.ts'

const tabsId = 'bank'

/** Both banks whole: topics to talk about, and a mentor's stories. */
export function BanksScreen() {
  const t = useMessages()
  const space = useSpace()
  const navigate = useNavigate()
  const { history } = useRouter()
  const asked = useSearch({ from: '/banks' }).tab ?? 'topics'
  const topics = useTopics()
  const stories = useStories()
  const sessions = useSessionList()
  const acts = useBankActs(topics?.words)
  const ready = topics !== undefined && stories !== undefined && sessions !== undefined
  usePlainCarets(ready)
  // Who was a mentor here keeps what was written then.
  const both = space.role === 'mentor' || (stories?.length ?? 0) > 0
  const tab = both ? asked : 'topics'
  const panel = ready && (tab === 'topics'
    ? <TopicList topics={topics} sessions={sessions} acts={acts} />
    : <><p className={css.about}>{t('banks.stories.about')}</p><StoryList stories={stories} topics={topics} sessions={sessions} acts={acts} /></>)
  return (
    <Screen wide>
      <SheetHead title={t(both ? 'banks.title' : 'banks.topics')} back={{ label: t('act.back'), go: () => history.back() }} backAside={<SaveIndicator />} />
      {both && (
        <Tabs
          id={tabsId} label={t('banks.tabs')} value={tab} tabs={(['topics', 'stories'] as const).map((value) => ({ value, label: t(`banks.${value}`) }))}
          onChange={(to) => void navigate({ to: '/banks', search: { tab: to }, replace: true })}
        />
      )}
      <div {...(both && tabPanel(tabsId, tab))} className={css.panel}>{panel}</div>
    </Screen>
  )
}

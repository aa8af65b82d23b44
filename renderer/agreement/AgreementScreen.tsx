import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { ItemId } from '../../shared/ids.ts'
import { partyNames } from '../../shared/space.ts'
import { SaveIndicator } from '../editor/SaveIndicator.tsx'
import { useItemActs } from '../frame/use-item-acts.ts'
import { Screen } from '../frame/Screen.tsx'
import { useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import { MiddleGround } from '../middle-ground/MiddleGround.tsx'
import { Button } from '../ui/Button.tsx'
import { SheetHead } from '../ui/Sheet.tsx'
import { tabPanel, Tabs } from '../ui/Tabs.tsx'
import { useVersions } from '../versions/use-versions.ts'
import type { VersionsOnScreen } from '../versions/use-versions.ts'
import { Versions } from '../versions/Versions.tsx'
import css from './Agreement.module.css'
import { BeginAgreement } from './BeginAgreement.tsx'
import { ClauseGroups } from './ClauseGroups.tsx'
import { ClauseMargin } from './ClauseMargin.tsx'
import { Foot } from './Foot.tsx'
import { LanguageSelect, readingName } from './LanguageSelect.tsx'
import { useAgreement } from './use-agreement.ts'
import type { AgreementOnScreen } from './use-agreement.ts'
import { useClauseActs } from './use-clause-acts.ts'

/** What the two have agreed: clauses that are numbered through, edited in place, signed, and printed through the review. */
export function AgreementScreen() {
  const t = useMessages()
  const names = partyNames(useSpace())
  const agreement = useAgreement(names)
  if (agreement === undefined) return <Screen><SheetHead title={t('agreement.title')} /></Screen>
  if (agreement === null) return <Screen><SheetHead title={t('agreement.title')} /><BeginAgreement names={names} /></Screen>
  return <Draft agreement={agreement} />
}

const tabs = ['clauses', 'middle', 'versions'] as const
const tabsId = 'agreement-tab'

function Draft({ agreement }: { agreement: AgreementOnScreen }) {
  const t = useMessages()
  const navigate = useNavigate()
  const names = partyNames(useSpace())
  const { change } = useItemActs()
  const acts = useClauseActs(agreement)
  const tab = useSearch({ from: '/agreement' }).tab ?? 'clauses'
  const asked = useRouterState({ select: (state) => state.location.hash })
  // A search leads to one clause, and so does the middle ground; any other hash names none.
  const [chosen, setChosen] = useState<ItemId | null>(asked === '' ? null : asked as ItemId)
  const [lastAsked, setLastAsked] = useState(asked)
  if (asked !== lastAsked) {
    setLastAsked(asked)
    if (asked !== '') setChosen(asked as ItemId)
  }
  const { item, all } = agreement
  const { language, beside } = item.body
  const versions = useVersions(item.id)
  const clause = tab === 'clauses' ? all.find((candidate) => candidate.item.id === chosen) ?? null : null
  const saved = [item, ...all.map((candidate) => candidate.item)].map(({ updatedAt }) => updatedAt).sort().at(-1) ?? item.updatedAt
  return (
    <Screen
      {...(tab === 'clauses' && {
        margin: <ClauseMargin clause={clause} agreement={agreement} names={names} acts={acts} />,
        marginLine: t('agreement.margin'), plainDrawer: true, ...(clause !== null && { marginNote: String(clause.number) }),
      })}
      foot={<Foot agreementId={item.id} versions={versions} />}
    >
      <SheetHead title={t('agreement.title')} aside={<>{state(versions, t)} · <SaveIndicator before={saved} /></>} />
      <Tabs
        id={tabsId} label={t('agreement.tabs')} value={tab} tabs={tabs.map((value) => ({ value, label: t(`agreement.tab.${value}`) }))}
        onChange={(to) => void navigate({ to: '/agreement', search: { tab: to }, replace: true })}
        {...(tab === 'clauses' && {
          end: (
            <LanguageSelect
              language={language} beside={beside}
              // An undefined second language takes away the one that is there.
              onChange={(next) => change<'agreement'>(item, next as Partial<typeof item.body>, t('clause.did.languages', { languages: readingName(next) }))}
            />
          ),
        })}
      />
      <div {...tabPanel(tabsId, tab)}>
        {tab === 'middle' && <MiddleGround agreement={agreement} />}
        {tab === 'versions' && <Versions agreement={agreement} />}
        {tab === 'clauses' && (
          <>
            {(names.mentor === '' || names.mentee === '') && (
              <p className={css.names}>
                {t('agreement.names')} <Button look="link" onClick={() => void navigate({ to: '/settings', search: { section: 'people' } })}>{t('agreement.names.act')}</Button>
              </p>
            )}
            <ClauseGroups agreement={agreement} names={names} acts={acts} chosen={chosen} onChoose={setChosen} />
            {agreement.unreadable > 0 && <p className={css.hint}>{t('agreement.unreadable')}</p>}
          </>
        )}
      </div>
    </Screen>
  )
}

/** The draft where it says something else than the newest version, else how that came to stand. */
function state(versions: VersionsOnScreen | undefined, t: ReturnType<typeof useMessages>): string {
  if (versions === undefined) return ''
  const { latest, differs, waiting, nextNumber } = versions
  if (latest === null || differs) return t('clause.head.draft', { version: nextNumber })
  const { number: version, how } = latest.body
  return t(how === 'signed' && waiting.length > 0 ? 'clause.head.waiting' : `clause.head.${how}`, { version })
}

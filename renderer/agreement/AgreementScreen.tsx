import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { ItemId } from '../../shared/ids.ts'
import { Language, languageNames } from '../../shared/language.ts'
import { partyNames } from '../../shared/space.ts'
import { SaveIndicator } from '../editor/SaveIndicator.tsx'
import { useAct } from '../frame/data.ts'
import { Screen } from '../frame/Screen.tsx'
import { useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import { MiddleGround } from '../middle-ground/MiddleGround.tsx'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { SheetFoot, SheetHead } from '../ui/Sheet.tsx'
import { tabPanel, Tabs } from '../ui/Tabs.tsx'
import { Versions } from '../versions/Versions.tsx'
import css from './Agreement.module.css'
import { BeginAgreement } from './BeginAgreement.tsx'
import { ClauseGroups } from './ClauseGroups.tsx'
import { ClauseMargin } from './ClauseMargin.tsx'
import { useAgreement } from './use-agreement.ts'
import type { AgreementOnScreen } from './use-agreement.ts'
import { useClauseActs } from './use-clause-acts.ts'

/** What the two have agreed: clauses that are numbered through, edited in place, and printed through the review. */
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
  const act = useAct()
  const names = partyNames(useSpace())
  const acts = useClauseActs(agreement, names)
  const tab = useSearch({ from: '/agreement' }).tab ?? 'clauses'
  const asked = useRouterState({ select: (state) => state.location.hash })
  // A search leads to one clause; any other hash names none.
  const [chosen, setChosen] = useState<ItemId | null>(asked === '' ? null : asked as ItemId)
  const { item, all } = agreement
  const { version, language } = item.body
  const clause = all.find((candidate) => candidate.item.id === chosen) ?? null
  const saved = [item, ...all.map((candidate) => candidate.item)].map(({ updatedAt }) => updatedAt).sort().at(-1) ?? item.updatedAt
  const setLanguage = (next: Language) => void act('item.save', { id: item.id, revision: item.revision, content: { kind: 'agreement', body: { version, language: next } } })
  return (
    <Screen
      margin={<ClauseMargin clause={clause} language={language} names={names} acts={acts} />}
      marginLine={t('agreement.margin')} plainDrawer {...(clause !== null && { marginNote: String(clause.number) })}
      foot={
        <SheetFoot end={<Button look="primary" onClick={() => void navigate({ to: '/sharing/new', search: { agreement: item.id } })}>{t('agreement.share')}</Button>}>
          <p className={css.count}>{t('agreement.clear.count', { clear: all.filter(({ item: one }) => one.body.clear).length, count: all.length })}</p>
        </SheetFoot>
      }
    >
      <SheetHead title={t('agreement.title')} aside={<>{t('agreement.version', { version })} · <SaveIndicator before={saved} /></>} />
      <Tabs id={tabsId} label={t('agreement.tabs')} value={tab} tabs={tabs.map((value) => ({ value, label: t(`agreement.tab.${value}`) }))} onChange={(to) => void navigate({ to: '/agreement', search: { tab: to }, replace: true })} />
      <div {...tabPanel(tabsId, tab)}>
        {tab === 'middle' && <MiddleGround agreement={agreement} />}
        {tab === 'versions' && <Versions agreement={agreement} />}
        {tab === 'clauses' && (
          <>
          <div className={css.bar}>
            <p className={css.hint}>{t('agreement.clear.hint')}</p>
            <Select label={t('agreement.language')} value={language} options={Language.options.map((value) => ({ value, label: languageNames[value] }))} onChange={setLanguage} />
          </div>
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

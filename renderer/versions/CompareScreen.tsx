import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { ItemId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import { Language } from '../../shared/language.ts'
import { languageNames } from '../../shared/locales.ts'
import { languagesOf } from '../../shared/rules/freeze.ts'
import type { Frozen } from '../../shared/rules/freeze.ts'
import { changedWords, redline } from '../../shared/rules/redline.ts'
import { texts } from '../../shared/texts/texts.ts'
import { Screen } from '../frame/Screen.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Select } from '../ui/Select.tsx'
import { Empty, SheetHead } from '../ui/Sheet.tsx'
import { periodLine } from './dates.ts'
import { isDifferent, Pieces, Redline } from './Redline.tsx'
import { useAgreementItem, useVersions } from './use-versions.ts'
import type { VersionsOnScreen } from './use-versions.ts'
import { languagesIn } from './VersionClauses.tsx'
import css from './Versions.module.css'

/** Any two versions, or one and the draft, as one text in which one sees what came and what went. */
export function CompareScreen() {
  const t = useMessages()
  const navigate = useNavigate()
  const agreement = useAgreementItem()
  const head = <SheetHead title={t('compare.title')} back={{ label: t('agreement.tab.versions'), go: () => void navigate({ to: '/agreement', search: { tab: 'versions' } }) }} />
  if (agreement === undefined) return <Screen wide>{null}</Screen>
  if (agreement === null) return <Screen wide>{head}<Empty>{t('compare.none')}</Empty></Screen>
  return <Screen wide>{head}<Versions agreement={agreement} /></Screen>
}

function Versions({ agreement }: { agreement: ItemOf<'agreement'> }) {
  const t = useMessages()
  const versions = useVersions(agreement.id)
  if (versions === undefined) return null
  return versions.latest === null ? <Empty>{t('compare.none')}</Empty> : <Compare agreement={agreement} versions={versions} newest={versions.latest.id} />
}

const draftValue = 'draft'
type Reading = Language | 'ours' | 'all'

function isSame(before: Frozen, after: Frozen, languages: string): boolean {
  return !redline(before.clauses, after.clauses, among(languages)).some(isDifferent)
}

/** A list that stays the same object for as long as it says the same. */
const among = (joined: string) => Language.options.filter((language) => joined.split(',').includes(language))

function Compare({ agreement, versions, newest }: { agreement: ItemOf<'agreement'>; versions: VersionsOnScreen; newest: ItemId }) {
  const t = useMessages()
  const navigate = useNavigate()
  const { from = newest, to } = useSearch({ from: '/agreement/compare' })
  const { all, draft, nextNumber } = versions
  const find = (id: ItemId | undefined): Frozen => all.find((version) => version.id === id)?.body ?? draft
  const options = [{ value: draftValue, label: t('versions.draft', { number: nextNumber }) }, ...all.map(({ id, body }) => ({ value: id as string, label: t('versions.number', { number: body.number }) }))]
  const idOf = (value: string) => all.find(({ id }) => id === value)?.id
  const known = (id: ItemId | undefined) => (id !== undefined && idOf(id) !== undefined ? id : draftValue)
  const go = (search: { from: ItemId | undefined; to: ItemId | undefined }) =>
    void navigate({ to: '/agreement/compare', replace: true, search: { ...(search.from !== undefined && { from: search.from }), ...(search.to !== undefined && { to: search.to }) } })
  const [before, after] = [find(from), find(to)]
  const there = languagesIn([...before.clauses, ...after.clauses])
  // Untouched samples stand in every language; what the two read and write comes first.
  const chosen = [agreement.body, ...all.map(({ body }) => body)].flatMap((reading) => languagesOf(reading, versions.clauses.map(({ body }) => body)))
  const ours = there.filter((language) => chosen.includes(language))
  const [oursJoined, thereJoined] = [ours.join(), there.join()]
  const [asked, setRead] = useState<Reading | null>(null)
  const hidden = useMemo(() => isSame(before, after, oursJoined) && !isSame(before, after, thereJoined), [before, after, oursJoined, thereJoined])
  const read: Reading = asked ?? (hidden || ours.length === there.length ? 'all' : ours.length === 1 && ours[0] !== undefined ? ours[0] : 'ours')
  const listed = ours.map((language) => languageNames[language]).join(' + ')
  return (
    <div className={css.column}>
      <div className={css.selects}>
        <Select boxed label={t('compare.before')} value={known(from)} options={options.slice(1)} onChange={(value) => go({ from: idOf(value), to })} />
        <Select boxed label={t('compare.after')} value={known(to)} options={options} onChange={(value) => go({ from, to: idOf(value) })} />
        {there.length > 1 && (
          <Select<Reading>
            boxed label={t('version.language')} value={read} onChange={setRead}
            options={[
              ...(ours.length > 1 && ours.length < there.length ? [{ value: 'ours' as const, label: listed }] : []),
              ...there.map((value) => ({ value, label: languageNames[value] })), { value: 'all' as const, label: t('version.language.all') },
            ]}
          />
        )}
      </div>
      <Changes before={before} after={after} languages={read === 'all' ? there : read === 'ours' ? ours : [read]} />
    </div>
  )
}

function Changes({ before, after, languages }: { before: Frozen; after: Frozen; languages: readonly Language[] }) {
  const t = useMessages()
  const language = useLanguage()
  const asked = languages.join()
  const changes = useMemo(
    () => redline(before.clauses, after.clauses, among(asked)), [before, after, asked])
  const facts = [
    ...(['mentor', 'mentee'] as const).map((who) => ({
      label: texts[language].parties[who], was: before.parties[who] || t('compare.name.none'), is: after.parties[who] || t('compare.name.none'),
    })),
    { label: t('version.period'), was: periodLine(before.period, t, language) || t('compare.period.none'), is: periodLine(after.period, t, language) || t('compare.period.none') },
  ].filter(({ was, is }) => was !== is)
  const count = changes.filter(isDifferent).length + facts.length
  return (
    <>
      <p role="status" className={`${css.strong} ${css.changes}`}>{count === 0 ? t('compare.same') : t('compare.sum', { count })}</p>
      {facts.length > 0 && (
        <section className={css.changes} aria-labelledby="compare-facts">
          <h2 id="compare-facts" className={css.hint}>{t('compare.parties')}</h2>
          <dl className={css.facts}>
            {facts.map(({ label, was, is }) => (
              <div key={label} className={css.fact}><dt>{label}</dt><dd className={css.text} dir="auto"><Pieces pieces={changedWords(was, is, language)} /></dd></div>
            ))}
          </dl>
        </section>
      )}
      <Redline changes={changes} names={after.parties} />
    </>
  )
}

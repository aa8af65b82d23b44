import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDay } from '../../shared/format-date.ts'
import { ItemId } from '../../shared/ids.ts'
import { languageNames } from '../../shared/locales.ts'
import { languageWords } from '../../shared/language.ts'
import type { Language } from '../../shared/language.ts'
import { texts } from '../../shared/texts/texts.ts'
import { useCall } from '../frame/data.ts'
import { Screen } from '../frame/Screen.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { Empty, SheetFoot, SheetHead } from '../ui/Sheet.tsx'
import { periodLine } from './dates.ts'
import { Signatures } from './Signatures.tsx'
import type { VersionItem } from './use-versions.ts'
import { languagesIn, VersionClauses } from './VersionClauses.tsx'
import css from './Versions.module.css'
import { useWho } from './who.ts'

/** One version as it was settled, to read, print, sign and withdraw from; its words never change. */
export function VersionScreen() {
  const { id } = useParams({ from: '/agreement/version/$id' })
  const itemId = ItemId.safeParse(id)
  return itemId.success ? <Open key={id} id={itemId.data} /> : <Gone />
}

function useBack() {
  const t = useMessages()
  const navigate = useNavigate()
  return { label: t('agreement.tab.versions'), go: () => void navigate({ to: '/agreement', search: { tab: 'versions' as const } }) }
}

function Gone() {
  const t = useMessages()
  return <Screen wide><SheetHead title={t('agreement.tab.versions')} back={useBack()} /><Empty>{t('version.gone')}</Empty></Screen>
}

function Open({ id }: { id: ItemId }) {
  const { data, isError } = useCall('item.get', id)
  if (isError || (data !== undefined && (data.kind !== 'version' || data.deletedAt !== null))) return <Gone />
  return data?.kind === 'version' ? <Version version={data} /> : <Screen wide>{null}</Screen>
}

function Version({ version }: { version: VersionItem }) {
  const t = useMessages()
  const screenLanguage = useLanguage()
  const navigate = useNavigate()
  const back = useBack()
  const { id, parentId, body } = version
  const there = languagesIn(body.clauses)
  const [read, setRead] = useState<Language | 'all'>(there.includes(body.language) ? body.language : there[0] ?? 'all')
  const who = useWho(body.parties)
  const words = texts[screenLanguage]
  const period = periodLine(body.period, t, screenLanguage)
  return (
    <Screen
      wide
      foot={(
        <SheetFoot end={<Button look="primary" onClick={() => void navigate({ to: '/sharing/new', search: { version: id, ...(parentId !== null && { agreement: parentId }) } })}>{t('versions.share')}</Button>}>
          <Button pull="start" onClick={() => void navigate({ to: '/agreement/compare', search: { from: id } })}>{t('versions.compare')}</Button>
        </SheetFoot>
      )}
    >
      <SheetHead title={t('versions.number', { number: body.number })} aside={t('version.settled', { date: formatDay(screenLanguage, body.on) })} back={back} />
      <div className={css.column} data-item={id}>
        <dl className={css.facts}>
          <dt>{words.parties.mentor}</dt><dd className={css.name} dir="auto">{body.parties.mentor || '–'}</dd>
          <dt>{words.parties.mentee}</dt><dd className={css.name} dir="auto">{body.parties.mentee || '–'}</dd>
          {period !== '' && <><dt>{t('version.period')}</dt><dd>{period}</dd></>}
          <dt>{t('versions.words')}</dt><dd className={css.words}>{body.words.join(' ')}</dd>
        </dl>
        <div className={css.part}>
          {there.length > 1 && (
            <div className={css.bar}>
              <span className={css.hint}>{t('version.clauses')}</span>
              <Select<Language | 'all'>
                label={t('version.language')} value={read} onChange={setRead}
                options={[...there.map((value) => ({ value, label: languageNames[value] })), { value: 'all' as const, label: t('version.language.all') }]}
              />
            </div>
          )}
          <VersionClauses id="clauses" version={body} languages={read === 'all' ? there : [read]} first={read === 'all' ? body.language : read} />
        </div>
        {body.vouches.length > 0 && (
          <div className={css.part}>
            {body.vouches.map(({ language, who: party }) => <p key={language} className={css.remark}>{t('version.vouch', { name: who[party], language: languageWords[screenLanguage][language] })}</p>)}
          </div>
        )}
        <Signatures version={version} />
        <details className={css.fold}>
          <summary>{t('version.fingerprint')}</summary>
          <p className={css.hint}>{t('version.fingerprint.about')}</p>
          <p className={css.hash}>{body.hash.match(/.{8}/g)?.join(' ')}</p>
        </details>
      </div>
    </Screen>
  )
}

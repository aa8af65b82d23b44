import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDayOfMonth } from '../../shared/format-date.ts'
import type { Phase } from '../../shared/path.ts'
import { checklist, isTicked, phases } from '../../shared/rules/phases.ts'
import type { LineId } from '../../shared/rules/phases.ts'
import { partyNames } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import type { PathTexts } from '../../shared/texts/path.ts'
import { useCall } from '../frame/data.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Choice.tsx'
import { GroupHead, Rows } from '../ui/Sheet.tsx'
import { useOneStop } from '../ui/use-one-stop.ts'
import css from './Path.module.css'
import { StopMap } from './StopMap.tsx'
import { useReaders } from './readers.ts'
import { usePath } from './use-path.ts'
import type { PathOnScreen } from './use-path.ts'
import { useExam } from './use-search.ts'

/** The four phases as a map, with the list of the role one has: a reminder, never a gate. */
export function Phases({ words }: { words: PathTexts }) {
  const t = useMessages()
  const space = useSpace()
  const path = usePath()
  const now = useCall('today.get', { spaceId: space.id }).data?.phase
  const [looked, setLooked] = useState<Phase | null>(null)
  if (now === undefined || !path.ready) return null
  const shown = looked ?? now.phase
  const { name, about } = words.phases[shown]
  const set = (phase: Phase | null) => {
    const before = path.body?.phase ?? null
    setLooked(null)
    const said = phase === null ? t('path.did.follow') : t('path.did.set', { n: phase, name: words.phases[phase].name })
    void path.change((body) => ({ ...body, phase }), said, (body) => ({ ...body, phase: before }))
  }
  return (
    <>
      <StopMap
        label={t('path.map')} stops={phases.map((phase) => ({ id: phase, name: words.phases[phase].name }))} here={now.phase} shown={shown}
        onShow={(id) => setLooked(phases.find((phase) => phase === id) ?? null)}
      />
      <section className={`${css.phase} ${css.column}`} aria-labelledby="phase-head">
        <h2 id="phase-head" className={css.phaseHead}>{name}</h2>
        <p className={css.about}>{about}</p>
        <Checklist key={shown} phase={shown} words={words} path={path} />
        <div className={css.where}>
          {shown === now.phase ? (
            <>
              <p className={css.hint}>{t(`path.reason.${now.reason}`)}</p>
              {now.reason === 'chosen' && <Button onClick={() => set(null)}>{t('path.follow')}</Button>}
            </>
          ) : <Button look="outline" onClick={() => set(shown)}>{t('path.set')}</Button>}
        </div>
      </section>
      <Reading path={path} />
    </>
  )
}

function Checklist({ phase, words, path }: { phase: Phase; words: PathTexts; path: PathOnScreen }) {
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const lines = checklist(space.role, phase)
  const { stop, list } = useOneStop(lines)
  const tick = (line: LineId, label: string, on: boolean) => {
    const set = (to: boolean) => (body: NonNullable<PathOnScreen['body']>) => {
      const others = body.ticks.filter((one) => one.line !== line)
      return { ...body, ticks: to ? [...others, { line, at: new Date().toISOString() }] : others }
    }
    return path.change(set(on), t(on ? 'path.did.ticked' : 'path.did.unticked', { line: label }), set(!on))
  }
  return (
    <div {...list}>
      <p className={css.hint}>{t('path.list.about')}</p>
      <ul className={css.list} aria-label={t('path.list', { name: words.phases[phase].name })}>
        {lines.map((line) => {
          const label = fillNames(words.lines[line], partyNames(space), language)
          return <li key={line} data-item={line}><Line label={label} ticked={isTicked(path.body, line)} tabStop={stop(line)} onTick={(on) => tick(line, label, on)} /></li>
        })}
      </ul>
    </div>
  )
}

/** A tick shows at once, and falls back when it could not be kept. */
function Line({ label, ticked, tabStop, onTick }: { label: string; ticked: boolean; tabStop: boolean; onTick: (on: boolean) => Promise<void> }) {
  const [wanted, setWanted] = useState<boolean | null>(null)
  return (
    <Checkbox
      checked={wanted ?? ticked} label={label} tabStop={tabStop}
      onChange={(on) => { setWanted(on); void onTick(on).finally(() => setWanted(null)) }}
    />
  )
}

/** What can be read again at any time. */
function Reading({ path }: { path: PathOnScreen }) {
  const t = useMessages()
  const language = useLanguage()
  const navigate = useNavigate()
  const readers = useReaders(path)
  const exam = useExam()
  const { role } = useSpace()
  // While it goes on it has a tab of its own.
  const searched = role !== 'looking' && exam !== undefined && exam !== null
  const read = readers.filter(({ on }) => on !== null)
    .map(({ mine, name, on }) => t(mine ? 'path.primer.read.mine' : 'path.primer.read', { name, date: on === null ? '' : formatDayOfMonth(language, on) }))
  return (
    <section className={`${css.reading} ${css.column}`} aria-labelledby="path-reading">
      <GroupHead id="path-reading">{t('path.reading')}</GroupHead>
      <Rows>
        <li><div className={css.readingRow}>
          <span><Button look="link" onClick={() => void navigate({ to: '/path/primer' })}>{t('path.primer')}</Button></span>
          <span className={css.hint}>{[t('path.primer.about'), ...read].join(' ')}</span>
        </div></li>
        <li><div className={css.readingRow}>
          <span><Button look="link" onClick={() => void navigate({ to: '/path/reasons' })}>{t('path.reasons')}</Button></span>
          <span className={css.hint}>{t('path.reasons.about')}</span>
        </div></li>
        {searched && (
          <li><div className={css.readingRow}>
            <span><Button look="link" onClick={() => void navigate({ to: '/path/find', search: { step: 2 } })}>{t('path.searched')}</Button></span>
            <span className={css.hint}>{t('path.searched.about')}</span>
          </div></li>
        )}
      </Rows>
    </section>
  )
}

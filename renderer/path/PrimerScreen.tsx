import { useNavigate } from '@tanstack/react-router'
import { Check, Minus } from 'lucide-react'
import { useState } from 'react'
import { dayAt } from '../../shared/dates.ts'
import { formatDay } from '../../shared/format-date.ts'
import { partyNames } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import { Screen } from '../frame/Screen.tsx'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Checkbox } from '../ui/Choice.tsx'
import { GroupHead, SheetHead } from '../ui/Sheet.tsx'
import css from './Path.module.css'
import { useReaders } from './readers.ts'
import type { Reader } from './readers.ts'
import { usePathTexts } from './texts.ts'
import { usePath } from './use-path.ts'
import type { PathOnScreen } from './use-path.ts'

/** What mentoring is and is not, and the two rules; each says for themselves that they read it. */
export function PrimerScreen() {
  const t = useMessages()
  const language = useLanguage()
  const space = useSpace()
  const navigate = useNavigate()
  const words = usePathTexts()
  const path = usePath()
  const readers = useReaders(path)
  return (
    <Screen wide>
      <SheetHead title={t('path.primer')} back={{ label: t('place.path'), go: () => void navigate({ to: '/path' }) }} />
      {words !== undefined && path.ready && (
        <div className={`${css.primer} ${css.column}`}>
          <section>
            <GroupHead>{t('path.primer.is')}</GroupHead>
            <ul className={css.points}>{words.primer.is.map((line) => <li key={line}><Check size={20} strokeWidth={1.75} aria-hidden /><span>{line}</span></li>)}</ul>
          </section>
          <section>
            <GroupHead>{t('path.primer.is-not')}</GroupHead>
            <ul className={css.points}>{words.primer.isNot.map((line) => <li key={line}><Minus size={20} strokeWidth={1.75} aria-hidden /><span>{line}</span></li>)}</ul>
          </section>
          <section>
            <GroupHead>{t('path.primer.rules')}</GroupHead>
            <ol className={css.rules}>{words.primer.rules.map((rule) => <li key={rule}>{fillNames(rule, partyNames(space), language)}</li>)}</ol>
          </section>
          <section>
            <GroupHead>{t('path.primer.readers')}</GroupHead>
            {readers.map((reader) => <Acknowledged key={reader.who} reader={reader} path={path} />)}
          </section>
        </div>
      )}
    </Screen>
  )
}

function Acknowledged({ reader, path }: { reader: Reader; path: PathOnScreen }) {
  const t = useMessages()
  const language = useLanguage()
  const { who, mine, name, on } = reader
  const [wanted, setWanted] = useState<boolean | null>(null)
  const set = (day: string | null) => (body: NonNullable<PathOnScreen['body']>) => {
    const others = body.read.filter((one) => one.who !== who)
    return { ...body, read: day === null ? others : [...others, { who, on: day }] }
  }
  const tick = (to: boolean) => {
    setWanted(to)
    const said = to ? t(mine ? 'path.primer.did.mine' : 'path.primer.did', { name }) : t(mine ? 'path.primer.undid.mine' : 'path.primer.undid', { name })
    void path.change(set(to ? dayAt(new Date()) : null), said, set(on)).finally(() => setWanted(null))
  }
  return (
    <div className={css.acknowledged}>
      <Checkbox checked={wanted ?? on !== null} label={t(mine ? 'path.primer.tick.mine' : 'path.primer.tick', { name })} onChange={tick} />
      {on !== null && <span className={css.hint}>{formatDay(language, on)}</span>}
    </div>
  )
}

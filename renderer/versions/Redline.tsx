import { languageNames } from '../../shared/locales.ts'
import type { ClauseChange, Piece } from '../../shared/rules/redline.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import type { Names } from '../../shared/texts/fill.ts'
import { texts } from '../../shared/texts/texts.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import css from './Versions.module.css'

/** What is the same is folded away between what changed. */
export function Redline({ changes, names }: { changes: readonly ClauseChange[]; names: Names }) {
  const t = useMessages()
  return (
    <div className={css.changes}>
      {runsOf(changes).map((run) => {
        const [first] = run
        if (first === undefined) return null
        if (isDifferent(first)) return <Change key={first.id} change={first} names={names} />
        return (
          <details key={first.id} className={`${css.fold} ${css.unchanged}`}>
            <summary>{t('compare.unchanged', { count: run.length })}</summary>
            {run.map((change) => <Change key={change.id} change={change} names={names} />)}
          </details>
        )
      })}
    </div>
  )
}

export function isDifferent({ change, moved }: ClauseChange): boolean {
  return change !== 'same' || moved
}

function Change({ change, names }: { change: ClauseChange; names: Names }) {
  const t = useMessages()
  const language = useLanguage()
  const { is, was } = change
  // Of a clause that changed, the languages in which it did.
  const shown = change.change === 'changed' ? change.texts.filter(({ pieces }) => pieces.some((piece) => piece.change !== 'same')) : change.texts
  const what = change.moved ? (change.change === 'changed' ? 'moved-changed' : 'moved') : change.change
  return (
    <section className={css.change} data-change={what} aria-labelledby={`change-${change.id}`}>
      <h2 id={`change-${change.id}`}>{t(`compare.clause.${what}`, { is: is ?? 0, was: was ?? 0 })}</h2>
      {change.moved && <p className={css.group}>{fillNames(texts[language].clauseGroups[change.group], names, language)}</p>}
      <div className={css.texts}>
        {shown.map((text) => (
          <div key={text.language}>
            {change.texts.length > 1 && <p className={css.tongue}>{languageNames[text.language]}</p>}
            <p className={css.text} lang={text.language} dir="auto"><Pieces pieces={text.pieces} /></p>
          </div>
        ))}
      </div>
    </section>
  )
}

/** Struck out or underlined for those who see it, in words for those who hear it. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  const t = useMessages()
  const language = useLanguage()
  const aside = (text: string) => <span className="visually-hidden" lang={language}> [{text}] </span>
  return pieces.map(({ change, text }, index) => {
    switch (change) {
      case 'same': return <span key={index}>{text}</span>
      case 'added': return <ins key={index}>{aside(t('compare.begin.added'))}{text}{aside(t('compare.end'))}</ins>
      case 'removed': return <del key={index}>{aside(t('compare.begin.removed'))}{text}{aside(t('compare.end'))}</del>
    }
  })
}

/** What stayed the same, in stretches; whatever differs, alone. */
function runsOf(changes: readonly ClauseChange[]): ClauseChange[][] {
  const runs: ClauseChange[][] = []
  for (const change of changes) {
    const last = runs.at(-1)
    const [before] = last ?? []
    if (last !== undefined && before !== undefined && !isDifferent(change) && !isDifferent(before)) last.push(change)
    else runs.push([change])
  }
  return runs
}

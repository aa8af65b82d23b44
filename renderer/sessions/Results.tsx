import type { ItemOf } from '../../shared/item.ts'
import { useAutosave } from '../frame/use-autosave.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useMessages } from '../messages/messages.tsx'
import { RowMenu } from '../ui/Menu.tsx'
import { GroupHead, Rows } from '../ui/Sheet.tsx'
import css from './Session.module.css'

/** What came out of it. */
export function Results({ results }: { results: readonly ItemOf<'result'>[] }) {
  const t = useMessages()
  if (results.length === 0) return null
  return (
    <section className={css.group}>
      <GroupHead>{t('results.title')}</GroupHead>
      <Rows label={t('results.title')}>{results.map((result, index) => <ResultRow key={result.id} result={result} n={index + 1} />)}</Rows>
    </section>
  )
}

function ResultRow({ result, n }: { result: ItemOf<'result'>; n: number }) {
  const t = useMessages()
  const { remove } = useItemActs()
  const { body, change, settle } = useAutosave<'result'>(result, { spaceId: result.spaceId, parentId: result.parentId, kind: 'result', body: result.body })
  return (
    <li className={css.result} data-item={result.id}>
      <div className={css.lineWords}><textarea
        className={css.lineText} rows={1} value={body.text} maxLength={20_000} autoComplete="off" spellCheck={false} aria-label={t('results.result', { n })} data-part="text"
        onChange={(event) => change({ text: event.target.value })} onBlur={settle}
      /></div>
      <span className={css.lineMenu}>
        <RowMenu label={t('results.menu', { n })} acts={[{ id: 'remove', label: t('act.delete'), danger: true, act: () => void remove(result.id, t('results.said.removed')) }]} />
      </span>
    </li>
  )
}

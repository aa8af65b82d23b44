import type { ItemOf } from '../../shared/item.ts'
import { criterionText } from '../../shared/rules/request.ts'
import type { PathTexts } from '../../shared/texts/path.ts'
import { useMessages } from '../messages/messages.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import css from './Find.module.css'

/** As many as can be held beside each other in one's head. */
const most = 12

/** Candidates beside each other, criterion by criterion, in words: nothing is counted, nobody wins. */
export function Compare({ criteria, candidates, words }: { criteria: readonly ItemOf<'criterion'>[]; candidates: readonly ItemOf<'candidate'>[]; words: PathTexts }) {
  const t = useMessages()
  const shown = candidates.slice(0, most)
  const nameOf = ({ body }: ItemOf<'candidate'>) => (body.name.trim() === '' ? t('path.find.unnamed') : body.name)
  return (
    <section>
      <GroupHead id="find-compare">{t('path.find.compare')}</GroupHead>
      <p className={css.hint}>{t('path.find.compare.hint')}{candidates.length > most && ` ${t('path.find.compare.first')}`}</p>
      {/* Reachable by key, because many columns are scrolled through. */}
      <div className={css.scroll} role="region" aria-labelledby="find-compare" tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('path.find.compare.criterion')}</th>
              {shown.map((candidate) => <th key={candidate.id} scope="col" className={css.tableName}><bdi>{nameOf(candidate)}</bdi></th>)}
            </tr>
          </thead>
          <tbody>
            {criteria.map((criterion) => (
              <tr key={criterion.id}>
                <th scope="row">
                  <bdi className={css.tableCriterion}>{criterionText(criterion.body, words)}</bdi>
                  <span className={css.hint}>{t(`path.find.weight.${criterion.body.weight}`)}</span>
                </th>
                {shown.map((candidate) => {
                  const found = candidate.body.fits.find((fit) => fit.criterion === criterion.id)
                  return (
                    <td key={candidate.id} data-name={nameOf(candidate)}>
                      <span className={(found?.fit ?? null) === null ? css.hint : css.fit}>{t(`path.find.fit.${found?.fit ?? 'unknown'}`)}</span>
                      {found !== undefined && found.word.trim() !== '' && <bdi className={css.word}>{found.word}</bdi>}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

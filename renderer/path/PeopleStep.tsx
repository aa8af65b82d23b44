import type { ItemOf } from '../../shared/item.ts'
import type { PathTexts } from '../../shared/texts/path.ts'
import { Around } from './Around.tsx'
import { Compare } from './Compare.tsx'
import { Criteria } from './Criteria.tsx'
import css from './Find.module.css'
import { People } from './People.tsx'
import { useChildren } from './use-search.ts'

/** Step 2: what matters, who it could be, how they compare, and who was asked around. */
export function PeopleStep({ exam, words }: { exam: ItemOf<'exam'>; words: PathTexts }) {
  const criteria = useChildren('criterion', exam.id)
  const candidates = useChildren('candidate', exam.id)
  const inquiries = useChildren('inquiry', exam.id)
  if (criteria === undefined || candidates === undefined || inquiries === undefined) return null
  return (
    <div className={css.people}>
      <Criteria exam={exam} criteria={criteria} words={words} />
      <People exam={exam} candidates={candidates} />
      {criteria.length > 0 && candidates.length > 0 && <Compare criteria={criteria} candidates={candidates} words={words} />}
      <Around exam={exam} inquiries={inquiries} />
    </div>
  )
}

import type { ReactNode } from 'react'
import type { AgreementOnScreen } from '../agreement/use-agreement.ts'

/** Every version that was settled, newest first, and what changed from one to another. */
export function Versions({ agreement }: { agreement: AgreementOnScreen }): ReactNode {
  return <div data-agreement={agreement.item.id} />
}

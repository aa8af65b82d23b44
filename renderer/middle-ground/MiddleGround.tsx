import type { ReactNode } from 'react'
import type { AgreementOnScreen } from '../agreement/use-agreement.ts'

/** Questions about the limits of the relationship, answered by each before either sees the other's answer. */
export function MiddleGround({ agreement }: { agreement: AgreementOnScreen }): ReactNode {
  return <div data-agreement={agreement.item.id} />
}

import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ItemId } from '../../shared/ids.ts'
import { useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import { KnownReview } from './KnownReview.tsx'

/** A sheet of the middle ground's questions for one of the two. */
export function ShareQuestions() {
  const { id } = useParams({ from: '/sharing/questions/$id' })
  const { who = 'mentee' } = useSearch({ from: '/sharing/questions/$id' })
  const t = useMessages()
  const navigate = useNavigate()
  const space = useSpace()
  const back = () => void navigate({ to: '/agreement', search: { tab: 'middle' } })
  const request = async () => ({ scope: { what: 'questions' as const, spaceId: space.id, agreementId: ItemId.parse(id), who }, audience: who, audienceName: '' })
  return <KnownReview key={`${id} ${who}`} request={request} from={t('agreement.tab.middle')} missing={t('middle.sheet.missing')} onBack={back} onDone={back} />
}

import { useNavigate, useParams } from '@tanstack/react-router'
import { ItemId } from '../../shared/ids.ts'
import { call } from '../api.ts'
import { useSpace } from '../frame/space.tsx'
import { useMessages } from '../messages/messages.tsx'
import { KnownReview } from './KnownReview.tsx'

/** The request to somebody who could be the mentor. */
export function ShareLetter() {
  const { id } = useParams({ from: '/sharing/letter/$id' })
  const t = useMessages()
  const navigate = useNavigate()
  const space = useSpace()
  const request = async () => {
    const letterId = ItemId.parse(id)
    const letter = await call('item.get', letterId)
    const to = letter.parentId === null ? null : await call('item.get', letter.parentId)
    const audienceName = to?.kind === 'candidate' ? to.body.name.trim() : ''
    return { scope: { what: 'letter' as const, spaceId: space.id, letterId }, audience: 'other' as const, audienceName }
  }
  return (
    <KnownReview
      key={id} request={request} from={t('path.letter.title')} missing={t('path.letter.empty')}
      onBack={() => void navigate({ to: '/path/letter/$id', params: { id } })} onDone={() => void navigate({ to: '/sharing' })}
    />
  )
}

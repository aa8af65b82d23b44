import { useRouter } from '@tanstack/react-router'
import type { ItemId } from '../../shared/ids.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import css from './Margin.module.css'

/** Into the bin, with a way back in the status line of the list it returns to. */
export function RemoveEntry({ id }: { id: ItemId }) {
  const t = useMessages()
  const router = useRouter()
  const { remove } = useItemActs()
  return (
    <p className={css.remove}>
      <Button
        look="danger" pull="start"
        onClick={() => {
          // A place change clears the status line, so the place changes first.
          void router.navigate({ to: '/journal' }).then(() => remove(id, t('journal.removed')))
        }}
      >{t('journal.remove')}</Button>
    </p>
  )
}

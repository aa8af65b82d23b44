import { AppError } from '../../shared/errors.ts'
import type { ItemKind, KindAndBody } from '../../shared/item.ts'
import { call } from '../api.ts'
import { replaceDraft, saveNow } from '../editor/drafts.ts'
import type { Autosave, BodyOf, PartOf } from '../frame/use-autosave.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useUndo } from '../ui/undo.tsx'

/**
 * A choice beside fields that save themselves: it goes the way of their words,
 * so that neither can overwrite the other, and its undo changes the body as it
 * then is.
 */
export function useChoice<K extends ItemKind>({ id, body, change }: Autosave<K>) {
  const { attempt } = useItemActs()
  const { did } = useUndo()
  return (make: (body: BodyOf<K>) => PartOf<K>, said: string, back: (body: BodyOf<K>) => PartOf<K>) => {
    // The same body; the compiler does not follow it through K.
    change(make(body as unknown as BodyOf<K>))
    did(said, () => attempt(async () => {
      await saveNow()
      const now = await call('item.get', id)
      if (now.kind === 'unreadable') throw new AppError('item.missing')
      // An item's kind and body belong together, and the part is of this kind.
      const content = { kind: now.kind, body: { ...now.body, ...back(now.body as unknown as BodyOf<K>) } } as KindAndBody
      replaceDraft(await call('item.save', { id, revision: now.revision, content }))
    }))
  }
}

import { randomUUID } from 'node:crypto'
import type { ItemId } from '../../shared/ids.ts'

export function newItemId(): ItemId {
  // A fresh UUID is an item's id by definition.
  return randomUUID() as ItemId
}

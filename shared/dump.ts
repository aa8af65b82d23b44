import { z } from 'zod'

/** A copy of everything was written. */
export const DumpSaved = z.strictObject({ items: z.int(), bytes: z.int() })
export type DumpSaved = z.infer<typeof DumpSaved>

/** The file a person chose to put back: its name alone, never where it lies. */
export const DumpFile = z.strictObject({ name: z.string(), bytes: z.int() })
export type DumpFile = z.infer<typeof DumpFile>

/** What putting a copy back did. */
export const DumpRestored = z.strictObject({
  /** Takes it all out again; null when there was nothing to add. */
  undo: z.uuid().nullable(),
  added: z.int(),
  /** Other words than those here: put beside them, as items of their own. */
  beside: z.int(),
  /** Here already, word for word. */
  same: z.int(),
})
export type DumpRestored = z.infer<typeof DumpRestored>

/** What every format is read into, before it becomes text of ours. */
import type { Day, Instant } from '../../shared/dates.ts'
import type { ImportFormat, ImportLoss } from '../../shared/importing.ts'

/** How many of each kind were left behind. */
export type Losses = Map<ImportLoss, number>

export type SourceEntry = {
  day: Day | null
  /** The moment it was written, where the app kept one. */
  at: Instant | null
  title: string
  text: string
  markup: 'plain' | 'markdown' | 'html'
  tags: string[]
  /** The id that its app gave it, with the app's name; null where it gives none. */
  source: string | null
  /** What stood beside the text: a place, a star, a recording. */
  losses: Losses
  /** A task of its own, done or not; null for all else. */
  task: boolean | null
}

export type SourceJournal = { format: ImportFormat; entries: SourceEntry[]; losses: Losses }

export function sourceEntry(entry: Partial<SourceEntry> & Pick<SourceEntry, 'text'>): SourceEntry {
  return { day: null, at: null, title: '', markup: 'markdown', tags: [], source: null, losses: new Map(), task: null, ...entry }
}

export function lose(losses: Losses, kind: ImportLoss, count = 1): void {
  if (count > 0) losses.set(kind, (losses.get(kind) ?? 0) + count)
}

/** A part of a file that another app wrote: nothing about it is known but that it was read. */
export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : {}
}

export const asText = (value: unknown): string => (typeof value === 'string' ? value : '')
export const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

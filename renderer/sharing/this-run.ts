/**
 * Where a file went is kept nowhere but in the core's memory, until the vault is
 * locked; this page lives as long, so it knows which files can still be shown.
 */
import type { ExportRecordId } from '../../shared/ids.ts'

const saved = new Set<ExportRecordId>()

export function rememberSaved(id: ExportRecordId): void {
  saved.add(id)
}

export function isOfThisRun(id: ExportRecordId): boolean {
  return saved.has(id)
}

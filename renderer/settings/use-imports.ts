/** Choosing, adding, taking out and putting back, each with its way back in the status line. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { AppError } from '../../shared/errors.ts'
import type { SpaceId } from '../../shared/ids.ts'
import type { ImportId, ImportPlan, ImportRecord } from '../../shared/importing.ts'
import { call } from '../api.ts'
import { saveNow } from '../editor/drafts.ts'
import { readAnew } from '../frame/data.ts'
import { useErrorText, useMessages } from '../messages/messages.tsx'
import { useUndo } from '../ui/undo.tsx'
import { setImportState } from './import-plan.ts'
import type { ImportDoing } from './import-plan.ts'

export function useImports() {
  const t = useMessages()
  const client = useQueryClient()
  const errorText = useErrorText()
  const { did, failed } = useUndo()
  /** Why the last file could not be read; said where it was chosen. */
  const [refused, setRefused] = useState<string | null>(null)

  const attempt = useCallback(async <T>(what: ImportDoing, work: () => Promise<T>, refuse: (said: string) => void): Promise<T | null> => {
    setImportState({ doing: what })
    setRefused(null)
    try {
      return await work()
    } catch (error) {
      if (error instanceof AppError && error.code === 'work.cancelled') did(errorText(error))
      else refuse(errorText(error))
      return null
    } finally {
      setImportState({ doing: null })
      await readAnew(client)
    }
  }, [client, did, errorText])

  const acts = useMemo(() => {
    const look = async (read: () => Promise<ImportPlan | null>) => {
      const plan = await attempt('reading', read, setRefused)
      if (plan !== null) setImportState({ plan })
      return plan
    }
    const undo = async (record: ImportRecord): Promise<void> => {
      const out = await attempt('taking-out', async () => {
        // Words that are being typed belong to what is taken out.
        await saveNow()
        if (record.format !== 'dump') return call('import.undo', record.id)
        await call('dump.undo', { undo: record.id })
        // Spaces may have gone with it.
        await client.fetchQuery({ queryKey: ['space.list'], queryFn: () => call('space.list'), staleTime: 0 })
        return { record, changed: 0 }
      }, failed)
      if (out === null) return
      const said = t(out.changed > 0 ? 'import.taken-out-changed' : 'import.taken-out', { count: record.present, changed: out.changed })
      if (record.format === 'dump') did(said)
      else did(said, () => restore(out.record.id))
    }
    const restore = async (id: ImportId): Promise<void> => {
      const record = await attempt('putting-back', () => call('import.restore', id), failed)
      if (record !== null) did(t('import.back', { count: record.present }), () => undo(record))
    }
    return {
      choose: (from: 'file' | 'folder') => look(() => call('import.choose', { from })),
      undo, restore,
      async add(plan: ImportPlan, space: { id: SpaceId; name: string }, skipDuplicates: boolean): Promise<boolean> {
        const record = await attempt('adding', () => call('import.add', { id: plan.id, spaceId: space.id, skipDuplicates }), failed)
        if (record === null) return false
        setImportState({ plan: null })
        did(t('import.added', { count: record.count, space: space.name }), () => undo(record))
        return true
      },
      leave(): void {
        setImportState({ plan: null })
        void call('import.leave').catch(() => undefined)
      },
    }
  }, [attempt, client, did, failed, t])

  return { refused, ...acts }
}

/** Files dropped on the window are looked at in Settings › Import; they never go straight into a text. */
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { droppedMaxBytes } from '../../shared/importing.ts'
import { call } from '../api.ts'
import { useErrorText, useMessages } from '../messages/messages.tsx'
import { importState, setImportState } from '../settings/import-plan.ts'
import { useUndo } from '../ui/undo.tsx'

export function useDroppedFiles(): void {
  const t = useMessages()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const { failed } = useUndo()
  useEffect(() => {
    const look = async (files: readonly File[]) => {
      await navigate({ to: '/settings', search: { section: 'import' } })
      // One after the other: what is being added now goes on.
      if (importState().doing !== null) return
      if (files.reduce((sum, file) => sum + file.size, 0) > droppedMaxBytes) { failed(t('import.too-large-to-drop')); return }
      setImportState({ plan: null, doing: 'reading' })
      try {
        setImportState({ plan: await call('import.drop', { files: await Promise.all(files.map(read)) }) })
      } catch (error) {
        failed(errorText(error))
      } finally {
        setImportState({ doing: null })
      }
    }
    const isFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    // Before any text hears of it: a writing surface would take a file's name for words.
    const onDragOver = (event: DragEvent) => {
      if (!isFiles(event)) return
      event.preventDefault()
      event.stopPropagation()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy'
    }
    const onDrop = (event: DragEvent) => {
      if (!isFiles(event)) return
      event.preventDefault()
      event.stopPropagation()
      const files = [...event.dataTransfer?.files ?? []]
      if (files.length > 0) void look(files)
    }
    window.addEventListener('dragover', onDragOver, true)
    window.addEventListener('drop', onDrop, true)
    return () => {
      window.removeEventListener('dragover', onDragOver, true)
      window.removeEventListener('drop', onDrop, true)
    }
  }, [errorText, failed, navigate, t])
}

/** A folder among them cannot be read here, and comes as a file without bytes or with an error. */
async function read(file: File): Promise<{ name: string; bytes: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer().catch(() => new ArrayBuffer(0)))
  let binary = ''
  // In stretches: as one argument list they would be too many.
  for (let start = 0; start < bytes.length; start += 32_768) binary += String.fromCharCode(...bytes.subarray(start, start + 32_768))
  return { name: file.name, bytes: btoa(binary) }
}

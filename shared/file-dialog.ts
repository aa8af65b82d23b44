/**
 * What the shell's own file window and the shell say to each other, where the
 * system's dialogs cannot be had. The journal's page takes no part in it.
 */
import { z } from 'zod'
import { Language } from './language.ts'

/** A file to read, by its ending. */
export const filePurposes = ['open-backup', 'open-dump', 'import-file'] as const
/** A folder that is there. */
export const folderPurposes = ['import-folder', 'backup-place', 'move-vault'] as const
export type FilePurpose = (typeof filePurposes)[number]
export type FolderPurpose = (typeof folderPurposes)[number]

/** Which files are offered, by ending without its dot. */
export const readableEndings: Record<FilePurpose, readonly string[]> = {
  'open-backup': ['mjbackup'],
  'open-dump': ['age'],
  'import-file': ['txt', 'text', 'md', 'markdown', 'zip', 'json', 'jex'],
}

export function isFilePurpose(purpose: string): purpose is FilePurpose {
  return filePurposes.some((one) => one === purpose)
}

export function isFolderPurpose(purpose: string): purpose is FolderPurpose {
  return folderPurposes.some((one) => one === purpose)
}

export const DialogTask = z.strictObject({
  purpose: z.enum(['save', 'open-vault', 'create-vault', ...filePurposes, ...folderPurposes]),
  language: Language,
  theme: z.enum(['system', 'light', 'dark']),
  /** The folder shown first. */
  folder: z.string(),
  /** The suggested name, for `save` and `create-vault`. */
  name: z.string(),
})
export type DialogTask = z.infer<typeof DialogTask>

export const FolderEntry = z.strictObject({
  name: z.string(),
  kind: z.enum(['folder', 'vault', 'file']),
  writable: z.boolean(),
})
export type FolderEntry = z.infer<typeof FolderEntry>

export const FolderView = z.strictObject({
  path: z.string(),
  /** Null at the top. */
  parent: z.string().nullable(),
  writable: z.boolean(),
  /** False where it could not be read. */
  readable: z.boolean(),
  entries: z.array(FolderEntry),
  /** Well-known folders and drives, by path. */
  places: z.array(z.strictObject({ kind: z.enum(['home', 'documents', 'desktop', 'downloads', 'drive']), path: z.string() })),
})
export type FolderView = z.infer<typeof FolderView>

export const DialogRequest = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('task') }),
  z.strictObject({ ask: z.literal('list'), folder: z.string().max(4096) }),
  z.strictObject({ ask: z.literal('make'), folder: z.string().max(4096), name: z.string().max(255) }),
  /** Ends the dialog unless something stands in the way. `overwrite` was confirmed by the person. */
  z.strictObject({ ask: z.literal('choose'), folder: z.string().max(4096), name: z.string().max(255), overwrite: z.boolean() }),
  z.strictObject({ ask: z.literal('cancel') }),
])
export type DialogRequest = z.infer<typeof DialogRequest>

/** Why a name or a folder cannot be taken. */
export const DialogProblem = z.enum(['exists', 'name-invalid', 'not-writable', 'not-a-vault', 'missing', 'is-a-folder', 'is-a-vault', 'wrong-kind', 'unreadable'])
export type DialogProblem = z.infer<typeof DialogProblem>

export type DialogAnswers = {
  task: DialogTask
  list: FolderView
  make: { folder: FolderView | null; problem: DialogProblem | null }
  choose: { problem: DialogProblem | null }
  cancel: null
}

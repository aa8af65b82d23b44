import type { DialogAnswers, DialogRequest } from '../../shared/file-dialog.ts'

declare global {
  interface Window { dialogBridge: { ask(request: DialogRequest): Promise<unknown> } }
}

/** Ask the shell; null when the dialog is over. The only code of this window that touches its channel. */
export async function ask<A extends DialogRequest['ask']>(request: Extract<DialogRequest, { ask: A }>): Promise<DialogAnswers[A] | null> {
  // The shell answers each question with its own row of DialogAnswers.
  return await window.dialogBridge.ask(request) as DialogAnswers[A] | null
}

import type { MessageTable } from './messages.tsx'
import { editor } from './id/editor.ts'
import { errors } from './id/errors.ts'
import { frame } from './id/frame.ts'
import { settings } from './id/settings.ts'
import { today } from './id/today.ts'
import { vault } from './id/vault.ts'

export const id = { ...editor, ...errors, ...frame, ...settings, ...today, ...vault } satisfies MessageTable

import type { MessageTable } from './messages.tsx'
import { editor } from './nl/editor.ts'
import { errors } from './nl/errors.ts'
import { frame } from './nl/frame.ts'
import { settings } from './nl/settings.ts'
import { today } from './nl/today.ts'
import { vault } from './nl/vault.ts'

export const nl = { ...editor, ...errors, ...frame, ...settings, ...today, ...vault } satisfies MessageTable

import { editor } from './en/editor.ts'
import { errors } from './en/errors.ts'
import { frame } from './en/frame.ts'
import { settings } from './en/settings.ts'
import { today } from './en/today.ts'
import { vault } from './en/vault.ts'

export const en = { ...editor, ...errors, ...frame, ...settings, ...today, ...vault }

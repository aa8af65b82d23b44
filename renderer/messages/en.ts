import { agreement } from './en/agreement.ts'
import { editor } from './en/editor.ts'
import { errors } from './en/errors.ts'
import { frame } from './en/frame.ts'
import { journal } from './en/journal.ts'
import { plan } from './en/plan.ts'
import { search } from './en/search.ts'
import { sessions } from './en/sessions.ts'
import { settings } from './en/settings.ts'
import { sharing } from './en/sharing.ts'
import { today } from './en/today.ts'
import { vault } from './en/vault.ts'

export const en = { ...agreement, ...editor, ...errors, ...frame, ...journal, ...plan, ...search, ...sessions, ...settings, ...sharing, ...today, ...vault }

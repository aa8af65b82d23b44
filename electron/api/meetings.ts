import type { CallName } from '../../shared/contract.ts'
import { beginMeeting, removeMeeting, restoreMeeting } from '../database/meetings.ts'
import type { Handlers } from './handlers.ts'
import { newItemId } from './new-item-id.ts'

export const meetingHandlers = {
  'meeting.begin': (backend, order) => ({ made: beginMeeting(backend.db, order, newItemId, backend.now()) }),
  'meeting.remove': (backend, order) => {
    // What was typed last goes into the bin with the rest.
    backend.drafts.flush()
    return { removed: removeMeeting(backend.db, order, backend.now()) }
  },
  'meeting.restore': (backend, order) => { restoreMeeting(backend.db, order, backend.now()) },
} satisfies Pick<Handlers, Extract<CallName, `meeting.${string}`>>

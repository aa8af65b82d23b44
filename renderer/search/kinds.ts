import type { MessageKey } from '../messages/messages.tsx'

const kinds: Record<string, MessageKey> = {
  'entry': 'search.kind.entry', 'session': 'search.kind.session', 'agenda-item': 'search.kind.agenda-item', 'note': 'search.kind.note', 'prep': 'search.kind.prep',
  'result': 'search.kind.result', 'answer': 'search.kind.answer', 'commitment': 'search.kind.commitment', 'agreement': 'search.kind.agreement', 'clause': 'search.kind.clause',
  'path': 'search.kind.path', 'exam': 'search.kind.exam', 'criterion': 'search.kind.criterion', 'candidate': 'search.kind.candidate', 'inquiry': 'search.kind.inquiry', 'letter': 'search.kind.letter',
  'boundary': 'search.kind.boundary', 'ending-card': 'search.kind.ending-card', 'agreement-review': 'search.kind.agreement-review', 'question': 'search.kind.question', 'topic': 'search.kind.topic', 'story': 'search.kind.story',
}

/** The name of a kind. */
export function kindLabel(kind: string): MessageKey {
  return kinds[kind] ?? 'search.kind.unreadable'
}

/** One valid input for every call: where fuzzing starts, and proof that a refusal is not about the input. */
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { CallName, Input } from '../../shared/contract.ts'
import type { ExportOrder } from '../../shared/exporting.ts'
import { ExportRecordId, ItemId, LinkId, SpaceId } from '../../shared/ids.ts'
import type { KindAndBody } from '../../shared/item.ts'
import { richTextFromPlain } from '../../shared/rich-text.ts'

const spaceId = SpaceId.parse(randomUUID())
const itemId = ItemId.parse(randomUUID())
const otherId = ItemId.parse(randomUUID())

const content: KindAndBody = {
  kind: 'entry', body: { sort: 'reflection', prompt: null, text: richTextFromPlain('Vandaag ging het beter.\nNog een regel.'), raise: false },
}

const order: z.input<typeof ExportOrder> = {
  scope: { what: 'period', spaceId, from: '2026-10-01', to: '2026-11-22' },
  audience: 'mentor', audienceName: '', language: 'nl', title: 'Samenvatting',
  blocks: [{ id: itemId, paragraphs: [{ style: 'plain', indent: 0, runs: [{ text: 'Een besluit.', bold: true }] }] }],
}

export const sampleInputs: { [N in CallName]: Input<N> } = {
  'vault.status': undefined,
  'vault.choose': { for: 'open' },
  'vault.create': { passphrase: 'een brugwachter zingt zacht', me: 'Ana' },
  'vault.unlock': { passphrase: 'een brugwachter zingt zacht' },
  'vault.recover': { code: '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-Z4E2', newPassphrase: 'een nieuwe zin' },
  'vault.lock': undefined,
  'vault.facts': undefined,
  'passphrase.suggest': undefined,
  'passphrase.rate': { passphrase: 'vijf gewone woorden hier achter' },
  'recovery.confirm': { code: '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-Z4E2' },
  'recovery.save': { code: '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-Z4E2', language: 'nl' },
  'recovery.print': { code: '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-Z4E2', language: 'id' },
  'preference.get': undefined,
  'preference.set': { theme: 'dark', idleMinutes: 10 },
  'place.get': undefined,
  'place.keep': { location: '/journal', field: 'text', caret: 12 },
  'space.list': undefined,
  'space.create': { role: 'mentee', me: 'Ana', other: 'Sari' },
  'space.update': { id: spaceId, other: 'Dewi' },
  'today.get': { spaceId },
  'today.later': { spaceId, rule: 'session-soon', itemId },
  'item.create': { id: itemId, spaceId, parentId: null, content, onDate: '2026-11-22', privacy: 'private' },
  'item.get': itemId,
  'item.list': { spaceId, kinds: ['entry'], limit: 50, before: { onDate: '2026-11-22', id: itemId } },
  'item.draft': { id: itemId, revision: 1, content, draft: 7 },
  'item.save': { id: itemId, revision: 1, content },
  'item.label': { id: itemId, privacy: 'shareable' },
  'item.move': { id: itemId, after: otherId },
  'item.delete': itemId,
  'item.restore': itemId,
  'item.leave': itemId,
  'item.flush': undefined,
  'bin.list': undefined,
  'bin.delete': itemId,
  'bin.empty': undefined,
  'history.list': itemId,
  'history.restore': { id: itemId, revision: 1 },
  'history.forget': itemId,
  'link.list': itemId,
  'link.add': { from: itemId, to: otherId, type: 'about' },
  'link.remove': LinkId.parse(randomUUID()),
  'session.plan': { spaceId, startsAt: '2026-11-24T10:00', minutes: 60, place: 'De hoekkamer', mode: 'face-to-face' },
  'session.start': itemId,
  'session.close': itemId,
  'session.reopen': itemId,
  'session.reschedule': { id: itemId, startsAt: '2026-12-01T10:00' },
  'session.cancel': { id: itemId, word: 'Ziek.' },
  'session.carry': { agendaItemId: itemId, outcome: 'next-time' },
  'agreement.begin': { spaceId, from: 'sample', language: 'id' },
  'search.find': { text: 'beter', spaceId, kinds: ['entry', 'note'], limit: 20 },
  'export.gather': { scope: order.scope, audience: 'mentor', language: 'nl' },
  'export.preview': order,
  'export.save': { order, format: 'markdown' },
  'export.print': order,
  'export.show': ExportRecordId.parse(randomUUID()),
  'export.ledger': spaceId,
}

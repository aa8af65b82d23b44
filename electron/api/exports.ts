/** The door out: gather, review, write, and keep account of what left. */
import { createHash, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import type { CallName } from '../../shared/contract.ts'
import { dayAt } from '../../shared/dates.ts'
import { AppError, assertNever } from '../../shared/errors.ts'
import type { ExportFormat, ExportOrder, ExportRecord, ExportScope } from '../../shared/exporting.ts'
import type { ExportRecordId, ItemId } from '../../shared/ids.ts'
import type { AnyItem } from '../../shared/item.ts'
import { languageNames } from '../../shared/locales.ts'
import type { Language } from '../../shared/language.ts'
import { insertExportRecord, listExportRecords, recordsHolding } from '../database/export-records.ts'
import { changesSinceOpened } from '../database/counters.ts'
import { asExpected } from '../database/failures.ts'
import { childrenOf, getItem, getItemOf, itemsBetween, listItems } from '../database/items.ts'
import { listLinks } from '../database/links.ts'
import type { Db } from '../database/open.ts'
import { getSpace } from '../database/spaces.ts'
import { transaction } from '../database/statements.ts'
import { renderDocxApart } from '../exports/docx-thread.ts'
import { gather, toDraft } from '../exports/gather.ts'
import { buildModel } from '../exports/guard.ts'
import { renderHtml } from '../exports/html.ts'
import { renderMarkdown } from '../exports/markdown.ts'
import type { DocumentModel, Gathered } from '../exports/model.ts'
import { writeFileAtomically } from '../vault/files.ts'
import type { Backend } from './backend.ts'
import type { Handlers } from './handlers.ts'

const endings: Record<ExportFormat, string> = { markdown: 'md', html: 'html', pdf: 'pdf', docx: 'docx' }

/** Where files of this run went, for "show in folder": in memory only, gone with the lock. */
const paths = new WeakMap<Backend, Map<ExportRecordId, string>>()

export const exportHandlers = {
  'export.gather': (backend, { scope, language }) => toDraft(gatherNow(backend, scope, language)),

  'export.preview': (backend, order) => ({ html: renderHtml(modelNow(backend, order).model, 'screen') }),

  'export.save': async (backend, { order, format }) => {
    const { db } = backend
    const { gathered, model: seen } = modelNow(backend, order)
    const changes = changesSinceOpened(db)
    const path = await backend.host.chooseSavePath({ name: `${gathered.fileName}.${endings[format]}`, language: await backend.language() })
    if (path === null) return null
    // A dialog can stand open for long: what may go is decided now, but gathered again only if anything was written meanwhile.
    backend.drafts.flush()
    const same = backend.db === db && changesSinceOpened(db) === changes
    const { model } = same ? { model: seen } : modelNow(backend, order)
    const bytes = await render(backend, model, format)
    const record = recordOf(backend, order, { model, gathered }, format, bytes)
    enter(backend, record, order, () => { writeFileAtomically(path, bytes) }, () => { rmSync(path, { force: true }) })
    const known = paths.get(backend) ?? new Map<ExportRecordId, string>()
    paths.set(backend, known.set(record.id, path))
    return record
  },

  'export.print': async (backend, order) => {
    const { model, gathered } = modelNow(backend, order)
    const pdf = await render(backend, model, 'pdf')
    if (!await backend.host.print(pdf)) throw new AppError('print.unavailable')
    const record = recordOf(backend, order, { model, gathered }, 'print', pdf)
    enter(backend, record, order)
    return record
  },

  'export.show': async (backend, id) => {
    const path = paths.get(backend)?.get(id)
    if (path === undefined) throw new AppError('item.missing')
    await backend.host.showInFolder(path)
  },

  'export.ledger': (backend, spaceId) => listExportRecords(backend.db, spaceId),

  'export.holding': (backend, itemId) => recordsHolding(backend.db, itemId),
} satisfies Pick<Handlers, Extract<CallName, `export.${string}`>>

/** What waits in memory counts too: the last words typed belong in the summary. */
function gatherNow(backend: Backend, scope: ExportScope, language: Language): Gathered {
  backend.drafts.flush()
  const { items, about } = itemsFor(backend.db, scope, language)
  return gather({ space: getSpace(backend.db, scope.spaceId), scope, language, items, about, today: dayAt(backend.now()) })
}

function modelNow(backend: Backend, order: ExportOrder): { model: DocumentModel; gathered: Gathered } {
  const gathered = gatherNow(backend, order.scope, order.language)
  return { model: buildModel(gathered, order), gathered }
}

async function render(backend: Backend, model: DocumentModel, format: ExportFormat): Promise<Uint8Array> {
  switch (format) {
    case 'markdown': return Buffer.from(renderMarkdown(model))
    case 'html': return Buffer.from(renderHtml(model, 'screen'))
    case 'pdf': return backend.host.printToPdf(renderHtml(model, 'paper'))
    case 'docx': return renderDocxApart(model)
    default: return assertNever(format)
  }
}

function recordOf(backend: Backend, order: ExportOrder, { model, gathered }: { model: DocumentModel; gathered: Gathered }, format: ExportRecord['format'], bytes: Uint8Array): ExportRecord {
  const beside = model.settlement?.beside ?? null
  const languages = beside === null ? '' : `${languageNames[order.language]} · ${languageNames[beside]}`
  return {
    // A fresh UUID is an id of whatever noun it is made for.
    id: randomUUID() as ExportRecordId,
    spaceId: order.scope.spaceId, at: backend.now().toISOString(), audience: order.audience,
    audienceName: order.audience === 'other' ? order.audienceName.trim() : '',
    format, language: order.language, title: [model.title, gathered.ledgerNote ?? '', languages].filter((part) => part !== '').join(', '), itemCount: order.blocks.length,
    hash: createHash('sha256').update(bytes).digest('hex'),
  }
}

/** The file and its ledger row, both or neither. */
function enter(backend: Backend, record: ExportRecord, order: ExportOrder, write: () => void = () => {}, unwrite: () => void = () => {}): void {
  let written = false
  try {
    transaction(backend.db, () => {
      insertExportRecord(backend.db, record, order.blocks.map((block) => block.id))
      write()
      written = true
    })
  } catch (error) {
    // The vault's disk was full at the last moment: nothing may leave unrecorded.
    if (written) unwrite()
    throw asExpected(error)
  }
}

/** Everything a scope may touch, and which session an entry is about. */
function itemsFor(db: Db, scope: ExportScope, language: Language): { items: AnyItem[]; about: Map<ItemId, ItemId> } {
  const about = new Map<ItemId, ItemId>()
  switch (scope.what) {
    case 'agreement': {
      const agreement = getItemOf(db, 'agreement', scope.agreementId)
      return { items: [agreement, ...childrenOf(db, agreement.id)], about }
    }
    case 'session': {
      const session = getItemOf(db, 'session', scope.sessionId)
      const entries = entriesAbout(db, session.id, language).map((id) => {
        about.set(id, session.id)
        return getItem(db, id)
      })
      return { items: [session, ...below(db, session.id), ...entries], about }
    }
    case 'period': {
      const { spaceId, from, to } = scope
      if (from > to) throw new AppError('input.invalid')
      const sessions = itemsBetween(db, spaceId, ['session'], from, to)
      for (const session of sessions) for (const id of entriesAbout(db, session.id, language)) about.set(id, session.id)
      const loose = listItems(db, { spaceId, kinds: ['commitment'], parentId: null, limit: 1_000_000 })
      return { items: [...sessions, ...sessions.flatMap((session) => below(db, session.id)), ...itemsBetween(db, spaceId, ['entry'], from, to), ...loose], about }
    }
    case 'questions': {
      const agreement = getItemOf(db, 'agreement', scope.agreementId)
      return { items: [agreement, ...childrenOf(db, agreement.id, ['boundary'])], about }
    }
    case 'letter': return { items: [getItemOf(db, 'letter', scope.letterId)], about }
    default: return assertNever(scope)
  }
}

/** Children, and theirs: a note may hang under an agenda line. */
function below(db: Db, parentId: ItemId): AnyItem[] {
  return childrenOf(db, parentId).flatMap((item) => [item, ...below(db, item.id)])
}

/** Entries written "about this session". */
function entriesAbout(db: Db, sessionId: ItemId, language: Language): ItemId[] {
  return listLinks(db, sessionId, language).filter((link) => link.type === 'about' && link.other.kind === 'entry').map((link) => link.other.id)
}

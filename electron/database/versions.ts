/** Versions of the agreement: settled in one step, signed, signed later, withdrawn. Their content never changes. */
import type { Settling, SettleOrder, Signature, SignOrder } from '../../shared/agreement.ts'
import { OneParty } from '../../shared/agreement.ts'
import { addDays } from '../../shared/dates.ts'
import type { Instant } from '../../shared/dates.ts'
import { AppError } from '../../shared/errors.ts'
import type { ItemId, SpaceId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import { agreementHash } from '../../shared/rules/check-words.ts'
import { freezeDraft, languagesOf, vouchesOf } from '../../shared/rules/freeze.ts'
import { missingFrom, standingOf } from '../../shared/rules/signing.ts'
import { planReview } from './agreement-reviews.ts'
import { findAgreementId } from './agreements.ts'
import { changeBody, childrenOf, getItemOf, insertItem } from './items.ts'
import type { Db } from './open.ts'
import { itemColumns, itemFromRow } from './rows.ts'
import type { ItemRow } from './rows.ts'
import { getSpace } from './spaces.ts'
import { statement, transaction } from './statements.ts'

export type VersionItem = ItemOf<'version'>

/** A look back comes after so many days, signed or not (S0.16). */
const reviewAfterDays = 30
/** Signing and withdrawing again and again has an end. */
const mostSignatures = 100

/** Highest number first. */
export function versionsOf(db: Db, agreementId: ItemId): VersionItem[] {
  return childrenOf(db, agreementId, ['version']).filter((item) => item.kind === 'version').sort((a, b) => b.body.number - a.body.number)
}

/** The number that the next version gets, whatever the draft says of it. */
export function nextNumber(db: Db, agreementId: ItemId): number {
  return (versionsOf(db, agreementId)[0]?.body.number ?? 0) + 1
}

/** The newest alone: Today asks for it, and thirty long ones would take their time to read. */
function newestVersion(db: Db, agreementId: ItemId): VersionItem | undefined {
  const row = statement<ItemRow>(db, `SELECT ${itemColumns} FROM item
    WHERE parent_id = ? AND kind = 'version' AND deleted_at IS NULL AND hidden = 0
    ORDER BY CASE WHEN json_valid(body) THEN json_extract(body, '$.number') END DESC LIMIT 1`).get(agreementId)
  const item = row === undefined ? undefined : itemFromRow(row)
  return item?.kind === 'version' ? item : undefined
}

/** The newest version of this space, where somebody has not signed it yet: null where nobody is waited for. */
export function waitingVersion(db: Db, spaceId: SpaceId): { item: VersionItem; waiting: OneParty[] } | null {
  const agreementId = findAgreementId(db, spaceId)
  const item = agreementId === null ? undefined : newestVersion(db, agreementId)
  const waiting = item === undefined ? [] : missingFrom(item.body)
  return item === undefined || waiting.length === 0 ? null : { item, waiting }
}

/**
 * Freeze the draft as the next version, plan its review, and count the draft on.
 *
 * @throws AppError `agreement.empty` when no clause has a word, `item.changed`
 * when the number the person saw is taken by now, `input.invalid` when names and
 * the way of settling do not go together
 */
export function settleVersion(
  db: Db, order: SettleOrder, wordsOf: (hash: string) => string[], newId: () => ItemId, now: Date,
): VersionItem {
  return transaction(db, () => {
    const agreement = getItemOf(db, 'agreement', order.agreementId)
    const number = nextNumber(db, agreement.id)
    if (order.number !== number) throw new AppError('item.changed')
    const signatures = signaturesOf(order, now)
    if ((order.how === 'signed') !== (signatures.length > 0)) throw new AppError('input.invalid')
    const space = getSpace(db, agreement.spaceId)
    const clauses = childrenOf(db, agreement.id, ['clause']).filter((item) => item.kind === 'clause')
    const draft = freezeDraft(space, clauses)
    if (draft.clauses.length === 0) throw new AppError('agreement.empty')
    const { language, beside } = agreement.body
    const hash = agreementHash({ number, on: order.on, ...draft })
    const id = newId()
    insertItem(db, {
      id, spaceId: agreement.spaceId, parentId: agreement.id, onDate: order.on, privacy: agreement.privacy,
      content: {
        kind: 'version',
        body: {
          number, how: order.how, on: order.on, language, ...(beside !== undefined && { beside }), ...draft, signatures,
          vouches: vouchesOf(languagesOf(agreement.body, clauses.map(({ body }) => body)), space.terms.reads), hash, words: wordsOf(hash),
        },
      },
    }, now)
    changeBody(db, agreement, { version: number + 1 }, now)
    planReview(db, { agreementId: agreement.id, versionId: id, on: addDays(order.on, reviewAfterDays) }, newId, now)
    return getItemOf(db, 'version', id)
  })
}

/** @throws AppError `item.changed` when this party's signature stands, or the version was not settled by signing */
export function signVersion(db: Db, { id, who, name, on }: SignOrder, now: Date): VersionItem {
  return transaction(db, () => {
    const version = getItemOf(db, 'version', id)
    const { how, signatures } = version.body
    if (isSigned(version, who) || !canSign(how) || signatures.length >= mostSignatures) throw new AppError('item.changed')
    return changeBody(db, version, { signatures: [...signatures, signature(who, name, on, now)] }, now)
  })
}

/** @throws AppError `item.changed` when this party's signature does not stand */
export function withdrawSignature(db: Db, id: ItemId, who: OneParty, now: Date): VersionItem {
  return transaction(db, () => {
    const version = getItemOf(db, 'version', id)
    if (!isSigned(version, who)) throw new AppError('item.changed')
    const { signatures } = version.body
    const last = signatures.findLastIndex((one) => one.who === who)
    return changeBody(db, version, {
      signatures: signatures.map((one, index) => index === last ? { ...one, withdrawnAt: now.toISOString() } : one),
    }, now)
  })
}

/** As if it was never withdrawn. @throws AppError `item.changed` unless the last word of this party is that very withdrawal */
export function undoWithdrawal(db: Db, id: ItemId, who: OneParty, withdrawnAt: Instant, now: Date): VersionItem {
  return transaction(db, () => {
    const version = getItemOf(db, 'version', id)
    const last = standingOf(version.body).find((one) => one.who === who)?.signature
    if (last?.withdrawnAt !== withdrawnAt) throw new AppError('item.changed')
    return changeBody(db, version, { signatures: version.body.signatures.map((one) => one === last ? { ...one, withdrawnAt: null } : one) }, now)
  })
}

const canSign = (how: Settling) => how === 'signed'
const isSigned = (version: VersionItem, who: OneParty) => standingOf(version.body).some((one) => one.who === who && one.state === 'signed')

const signature = (who: OneParty, name: string, on: SignOrder['on'], now: Date): Signature =>
  ({ who, name: name.trim().toWellFormed(), on, at: now.toISOString(), withdrawnAt: null })

function signaturesOf({ names, on }: SettleOrder, now: Date): Signature[] {
  return OneParty.options.flatMap((who) => {
    const name = names?.[who]
    return name === undefined ? [] : [signature(who, name, on, now)]
  })
}

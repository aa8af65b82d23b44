import { expect, test } from 'vitest'
import type { ExportBlock, ExportDraft } from '../../../shared/exporting.ts'
import { ItemId } from '../../../shared/ids.ts'
import { asWritten, masked } from '../../../renderer/sharing/outgoing.ts'
import { reconcile } from '../../../renderer/sharing/reconcile.ts'
import type { Marks } from '../../../renderer/sharing/reconcile.ts'

const [first, second] = [ItemId.parse(crypto.randomUUID()), ItemId.parse(crypto.randomUUID())]

const block = (id: ItemId, text: string): ExportBlock =>
  ({ id, kind: 'note', label: 'Note', paragraphs: [{ style: 'plain', indent: 0, runs: [{ text }] }], privacy: 'shareable', open: false, onDate: null })

const draft = (...blocks: ExportBlock[]): ExportDraft =>
  ({ title: 'Summary', subtitle: '', fileName: 'summary', sections: [{ id: 'one', heading: 'One', blocks }] })

const copy = masked(asWritten(block(first, 'Budi said no.').paragraphs)[0] ?? { style: 'plain', indent: 0, runs: [] }, 0, 4)
const marks: Marks = { ticks: new Set([first, second]), copies: new Map([[first, [copy]]]), opened: new Set([first]) }

test('a mask stays, and its tick with it, where the words are the same', () => {
  const before = draft(block(first, 'Budi said no.'), block(second, 'Clause 1'))
  const after = draft(block(first, 'Budi said no.'), block(second, 'Bepaling 1'))

  expect(reconcile(marks, before, after)).toEqual({ marks, dropped: 0 })
})

test('a mask goes with its tick where the words are others, because it would hide the wrong ones', () => {
  const before = draft(block(first, 'Budi said no.'), block(second, 'x'))
  const after = draft(block(first, 'Rina and Budi said no.'), block(second, 'x'))

  const { marks: kept, dropped } = reconcile(marks, before, after)

  expect(dropped).toBe(1)
  expect([...kept.ticks]).toEqual([second])
  expect(kept.copies.size).toBe(0)
  expect([...kept.opened]).toEqual([first])
})

test('nothing but the marks comes back, whatever else lay beside them', () => {
  const whole = { ...marks, audience: 'mentor' }

  expect(Object.keys(reconcile(whole, draft(), draft()).marks).sort()).toEqual(['copies', 'opened', 'ticks'])
})

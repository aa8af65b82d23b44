import { expect, test } from 'vitest'
import { gather, toDraft } from '../../../electron/exports/gather.ts'
import { buildModel } from '../../../electron/exports/guard.ts'
import { renderHtml } from '../../../electron/exports/html.ts'
import { renderMarkdown } from '../../../electron/exports/markdown.ts'
import { documentXml } from './docx-parts.ts'
import { renderDocx } from '../../../electron/exports/docx.ts'
import { ItemId, SpaceId } from '../../../shared/ids.ts'
import type { ItemOf, Privacy } from '../../../shared/item.ts'
import { noTerms } from '../../../shared/space.ts'
import { pathTexts } from '../../../shared/texts/path-all.ts'

const spaceId = SpaceId.parse('00000000-0000-4000-8000-000000000001')
const id = ItemId.parse('00000000-0000-4000-8000-000000000002')
const now = '2026-11-23T20:20:00.000Z'
const letter = (text: string, privacy: Privacy = 'private'): ItemOf<'letter'> => ({
  id, spaceId, parentId: ItemId.parse('00000000-0000-4000-8000-000000000003'), position: 1, title: '', privacy, onDate: null, createdAt: now, updatedAt: now,
  revision: 1, deletedAt: null, kind: 'letter', body: { language: 'nl', text },
})
const gathered = (item: ItemOf<'letter'>) => gather({
  space: { id: spaceId, role: 'looking', me: 'Ana', other: '', terms: noTerms, createdAt: now }, scope: { what: 'letter', spaceId, letterId: id }, language: 'nl',
  items: [item], about: new Map(), today: '2026-11-23',
})

test('a letter is offered as one private block, with its list as a list and no head over it', () => {
  const draft = toDraft(gathered(letter('Beste Sari,\n\nWat telt:\n– vertrouwen\n– moed\n\nAna')))

  expect(draft).toMatchObject({ title: pathTexts.nl.letter.title, subtitle: '', fileName: 'verzoek-2026-11-23' })
  expect(draft.sections.map(({ heading }) => heading)).toEqual([''])
  expect(draft.sections[0]?.blocks.map(({ privacy, open }) => [privacy, open])).toEqual([['private', true]])
  expect(draft.sections[0]?.blocks[0]?.paragraphs.map(({ style, runs }) => [style, runs[0]?.text]))
    .toEqual([['plain', 'Beste Sari,'], ['plain', 'Wat telt:'], ['bullet', 'vertrouwen'], ['bullet', 'moed'], ['plain', 'Ana']])
})

test('a private letter leaves in no way, and an empty one is nothing', () => {
  const draft = toDraft(gathered(letter('Beste Sari,')))
  const order = { title: '', blocks: draft.sections.flatMap(({ blocks }) => blocks) }

  expect(() => buildModel(gathered(letter('Beste Sari,')), order)).toThrow('export.not-shareable')
  expect(gathered(letter(' \n '))).toMatchObject({ sections: [] })
})

test('every format carries its words and no empty head', async () => {
  const allowed = gathered(letter('Beste Sari,\nPS <b>koffie</b>', 'shareable'))
  const model = buildModel(allowed, { title: '', blocks: allowed.sections.flatMap(({ blocks }) => blocks) })

  expect(renderHtml(model, 'screen')).toMatch(/<h1 dir="auto">Een vraag aan jou<\/h1>(?![^]*<h2)[^]*PS &lt;b&gt;koffie/)
  expect(renderMarkdown(model)).not.toMatch(/^## ?$/m)
  expect(documentXml(await renderDocx(model))).not.toContain('Heading1"/>')
})

import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { VersionView } from '../../../renderer/reader/VersionView.tsx'
import type { Version } from '../../../shared/agreement.ts'
import { ItemId } from '../../../shared/ids.ts'

const version: Version = {
  number: 2, how: 'signed', on: '2026-11-23', language: 'en', parties: { mentor: 'ليلى', mentee: '' }, period: { from: null, to: null },
  clauses: [
    { id: ItemId.parse('00000000-0000-4000-8000-000000000001'), group: 'mentor', texts: { en: 'Leila listens.', nl: 'Leila luistert.' } },
    { id: ItemId.parse('00000000-0000-4000-8000-000000000002'), group: 'ending', texts: { en: 'Either may stop.' } },
  ],
  signatures: [{ who: 'mentor', name: 'ليلى حداد', on: '2026-11-23', at: '2026-11-23T10:00:00.000Z', withdrawnAt: '2026-11-25T10:00:00.000Z' }],
  vouches: [{ language: 'nl', who: 'mentee' }], hash: 'a'.repeat(64), words: ['river', 'lamp', 'oak', 'sugar'],
}

test('the reader shows a version as it was settled, whatever was withdrawn since', () => {
  const read = renderToStaticMarkup(createElement(VersionView, { version, language: 'en' })).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

  for (const words of [
    'Version 2, 23 November 2026', 'Check words: river lamp oak sugar', '1. English: Leila listens.', 'Nederlands: Leila luistert.', '2. Either may stop.',
    'ليلى حداد Signed on 23 November 2026, withdrawn on 25 November 2026', 'Not signed yet', 'vouches that it says the same',
  ]) expect(read).toContain(words)
})

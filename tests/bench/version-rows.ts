/** Comparing two of many versions: all of them read from the database and checked, two compared, against `diff` by itself. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diffArrays } from 'diff'
import { chanceFrom, sampleWriter } from '../../build/sample-items.ts'
import { checkWords } from '../../electron/vault/check-words.ts'
import { createItem, insertItem, listItems } from '../../electron/database/items.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { createSpace } from '../../electron/database/spaces.ts'
import type { SettledClause } from '../../shared/agreement.ts'
import { ClauseGroup } from '../../shared/agreement.ts'
import { ItemId, SpaceId } from '../../shared/ids.ts'
import { Language } from '../../shared/language.ts'
import { agreementHash } from '../../shared/rules/check-words.ts'
import { redline } from '../../shared/rules/redline.ts'
import { row, takeTurns, timed } from './measure.ts'
import type { BenchRow } from './measure.ts'

const [versionCount, clauseCount, changedEach] = [30, 200, 10]

export async function versionRows(say: (text: string) => void): Promise<BenchRow[]> {
  say(`${versionCount} versions with ${clauseCount} clauses`)
  const folder = mkdtempSync(join(tmpdir(), 'mj-bench-versions-'))
  const { db } = openDatabase(join(folder, 'journal.db'), new Uint8Array(randomBytes(32)), {})
  try {
    const now = new Date('2026-11-23T20:00:00.000Z')
    const write = sampleWriter('en', chanceFrom(23))
    const [spaceId, parentId] = [SpaceId.parse(write.uuid()), ItemId.parse(write.uuid())]
    createSpace(db, spaceId, { role: 'mentee', me: 'Ana', other: 'Sari' }, now)
    createItem(db, { id: parentId, spaceId, parentId: null, onDate: null, privacy: 'private', content: { kind: 'agreement', body: { version: versionCount + 1, language: 'en' } } }, now)
    const text = () => Object.fromEntries(Language.options.map((language) => [language, write.sentences(2)]))
    let clauses: SettledClause[] = Array.from({ length: clauseCount }, (_, n) => ({
      id: ItemId.parse(write.uuid()), group: ClauseGroup.options[Math.floor((n * ClauseGroup.options.length) / clauseCount)] ?? 'ending', texts: text(),
    }))
    for (let number = 1; number <= versionCount; number++) {
      const stated = { number, on: '2026-11-23', parties: { mentor: 'Sari', mentee: 'Ana' }, period: { from: null, to: null }, clauses }
      const hash = agreementHash(stated)
      insertItem(db, {
        id: ItemId.parse(write.uuid()), spaceId, parentId, onDate: '2026-11-23', privacy: 'private',
        content: { kind: 'version', body: { ...stated, how: 'spoken', language: 'en', signatures: [], vouches: [], hash, words: checkWords(hash) } },
      }, now)
      const changed = new Set(Array.from({ length: changedEach }, () => write.below(clauseCount)))
      clauses = clauses.map((clause, index) => changed.has(index) ? { ...clause, texts: text() } : clause)
    }
    const read = () => listItems(db, { spaceId, kinds: ['version'], parentId, limit: 1000 }).filter((item) => item.kind === 'version')
    const [first, last] = [read().at(0)?.body.clauses ?? [], read().at(-1)?.body.clauses ?? []]
    const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
    const wordsOf = (texts: string | undefined) => Array.from(segmenter.segment(texts ?? ''), ({ segment }) => segment)
    const { ours, bare } = await takeTurns({
      ours: () => timed(() => {
        const all = read()
        redline(all.at(0)?.body.clauses ?? [], all.at(-1)?.body.clauses ?? [])
      }),
      bare: () => timed(() => {
        first.forEach(({ texts }, index) => {
          for (const language of Language.options) diffArrays(wordsOf(texts[language]), wordsOf(last[index]?.texts[language]))
        })
      }),
    }, 5)
    return [row('compare-versions', `read ${versionCount} versions with ${clauseCount} clauses and compare two, against diff alone`, ours, bare, 'median <= 1.5 x limit + 150 ms',
      (one, other) => one.median <= 1.5 * other.median + 150)]
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

import { expect, test } from 'vitest'
import { BackupId } from '../../../shared/backup.ts'
import type { BackupContent, BackupPlace } from '../../../shared/backup.ts'
import type { Language } from '../../../shared/language.ts'
import { formatMessage } from '../../../shared/messages.ts'
import { backupMoments, holdsWords, whenWords } from '../../../renderer/backups/words.ts'
import { en } from '../../../renderer/messages/en.ts'
import { id } from '../../../renderer/messages/id.ts'
import { nl } from '../../../renderer/messages/nl.ts'
import type { Translate } from '../../../renderer/messages/messages.tsx'

const tables = { en, nl, id }
const say = (language: Language): Translate => (key, values) => formatMessage(language, tables[language][key], values)
const content = (counts: BackupContent['counts']): BackupContent => ({ made: '2026-11-22T20:00:00.000Z', schema: 2, counts, savedAt: null })
const local = (text: string) => new Date(text).toISOString()

test.each([
  ['en', '2026-11-23T21:14', 'today at 21:14'], ['en', '2026-11-22T00:05', 'yesterday at 00:05'], ['en', '2025-11-23T21:14', 'on 23 November 2025 at 21:14'],
  ['nl', '2026-11-23T21:14', 'vandaag om 21:14'], ['id', '2026-11-12T08:00', 'pada 12 November 2026 pukul 08.00'],
] as const)('in %s, %s is said as "%s"', (language, moment, words) => {
  expect(whenWords(say(language), language, local(moment), new Date('2026-11-23T23:00'))).toBe(words)
})

test.each([
  ['en', { entry: 312, session: 1, clause: 11, agreement: 1, note: 2, answer: 3 }, 'It holds 312 entries, 1 session, 11 clauses and 5 other items.'],
  ['nl', { entry: 1 }, 'Inhoud: 1 dagboekstukje.'],
  ['id', { entry: 2, commitment: 3 }, 'Isinya 2 tulisan dan 3 komitmen.'],
  ['en', {}, 'Nothing is written in it yet.'],
] as const)('in %s, what a backup holds is one sentence', (language, counts, words) => {
  expect(holdsWords(say(language), language, content(counts))).toBe(words)
})

const backup = (id: string, place: BackupPlace = 'beside') => ({ id: BackupId.parse(id), place, made: new Date(2026, 10, 22, 21, Number(id.slice(14, 16)), Number(id.slice(17, 19))).toISOString() })

test.each([
  ['en', ['Sunday 22 November 2026, 21:07', 'Sunday 22 November 2026, 21:05:48', 'Sunday 22 November 2026, 21:05:09']],
  ['nl', ['zondag 22 november 2026, 21:07', 'zondag 22 november 2026, 21:05:48', 'zondag 22 november 2026, 21:05:09']],
  ['id', ['Minggu, 22 November 2026, 21.07', 'Minggu, 22 November 2026, 21.05.48', 'Minggu, 22 November 2026, 21.05.09']],
] as const)('in %s, seconds are said only of two backups of one minute', (language, words) => {
  expect(backupMoments(language, ['2026-11-22T20-07-30Z', '2026-11-22T20-05-48Z', '2026-11-22T20-05-09Z'].map((id) => backup(id)))).toEqual(words)
})

test('the same backup in two places reads alike in both, and those of one second are counted', () => {
  expect(backupMoments('en', [backup('2026-11-22T20-05-48Z'), backup('2026-11-22T20-05-48Z', 'second')])).toEqual(Array(2).fill('Sunday 22 November 2026, 21:05'))
  expect(backupMoments('en', [backup('2026-11-22T20-05-48Z-2'), backup('2026-11-22T20-05-48Z')]))
    .toEqual(['Sunday 22 November 2026, 21:05:48 (2)', 'Sunday 22 November 2026, 21:05:48 (1)'])
  expect(backupMoments('en', [])).toEqual([])
})

/**
 * The one form in which a version of the agreement is hashed, so that two
 * copies that say the same have the same check words: JSON in the manner of
 * RFC 8785, without a blank, members in the order of their names. How it reads
 * on the screen, who signed and who vouches stay outside.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Version } from '../agreement.ts'
import { Language } from '../language.ts'

/** What the words stand for. */
export type Stated = Pick<Version, 'number' | 'on' | 'parties' | 'period' | 'clauses'>

/** Composed and without halves of characters: what looks alike is alike. */
export function normalised(text: string): string {
  return text.toWellFormed().normalize('NFC')
}

/** Members are written here in the order of their names. */
export function canonicalForm({ number, on, parties, period, clauses }: Stated): string {
  return JSON.stringify({
    clauses: clauses.map(({ group, id, texts }) => ({
      group, id,
      texts: Object.fromEntries(Language.options.toSorted().flatMap((language) => texts[language] === undefined ? [] : [[language, normalised(texts[language])]])),
    })),
    form: 'mentoring-journal-agreement-1',
    number,
    on,
    parties: { mentee: normalised(parties.mentee), mentor: normalised(parties.mentor) },
    period: { from: period.from, to: period.to },
  })
}

/** SHA-256 of the canonical form in UTF-8, in hex. */
export function agreementHash(stated: Stated): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalForm(stated))))
}

/** Whether words that somebody typed are these: case, spaces and hyphens do not count. */
export function sameWords(typed: string, words: readonly string[]): boolean {
  return letters(typed) !== '' && letters(typed) === letters(words.join(''))
}

/** How many words were typed, as they are separated. */
export function countWords(typed: string): number {
  return typed.split(/[\s,;.]+/u).filter((word) => letters(word) !== '').length
}

const letters = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}]/gu, '')

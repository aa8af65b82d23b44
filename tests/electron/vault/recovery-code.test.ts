import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makeRecoveryCode, readRecoveryCode } from '../../../electron/vault/recovery-code.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a recovery code', () => {
  it('is eight groups of four of its alphabet', () => {
    const code = makeRecoveryCode()

    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  it('ends with the first 20 bits of the hash of its random part', () => {
    const code = makeRecoveryCode().replaceAll('-', '')
    const bits = createHash('sha256').update(`mj-recovery-v1${code.slice(0, 28)}`).digest('hex').slice(0, 5)

    const check = [...code.slice(28)].map((one) => alphabet.indexOf(one).toString(2).padStart(5, '0')).join('')

    expect(check).toBe(parseInt(bits, 16).toString(2).padStart(20, '0'))
  })

  it('has a fixed example, so that a printed sheet stays valid for ever', () => {
    expect(readRecoveryCode('0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-Z4E2')).toBe('0123456789ABCDEFGHJKMNPQRSTV')
  })

  it('may be typed in lower case, with spaces, long dashes or none, O for 0, I and L for 1', () => {
    const code = makeRecoveryCode()
    const typed = [
      code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('-', ''), code.replaceAll('-', ' – '), `  ${code}\n`,
      code.replaceAll('0', 'O').replaceAll('1', 'I'), code.replaceAll('0', 'o').replaceAll('1', 'l'),
    ]

    const read = typed.map(readRecoveryCode)

    expect(new Set(read)).toEqual(new Set([code.replaceAll('-', '').slice(0, 28)]))
  })

  it('catches every single wrong character and every two neighbours swapped, but one in a million', () => {
    const code = makeRecoveryCode().replaceAll('-', '')
    const wrong = [...code].flatMap((letter, at) => [...alphabet].filter((other) => other !== letter).map((other) => code.slice(0, at) + other + code.slice(at + 1)))
    const swapped = [...code].slice(1).map((_, at) => code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2)).filter((one) => one !== code)
    const typos = [...wrong, ...swapped]

    const caught = typos.filter((typo) => { try { readRecoveryCode(typo); return false } catch { return true } })

    expect(typos.length).toBeGreaterThan(1000)
    expect(typos.length - caught.length).toBeLessThanOrEqual(1)
  })

  it.each(['', 'ABC', 'U'.repeat(32), '0'.repeat(31), '0'.repeat(200), '😀'.repeat(32)])('calls %j a typing mistake', (typed) => {
    expect(() => readRecoveryCode(typed)).toThrow('recovery.typo')
  })

  it('uses every character of its alphabet equally often', () => {
    const drawn = Array.from({ length: 2000 }, () => makeRecoveryCode().replaceAll('-', '').slice(0, 28)).join('')
    const counts = [...alphabet].map((letter) => drawn.split(letter).length - 1)

    expect(Math.min(...counts)).toBeGreaterThan(1750 * 0.8)
    expect(Math.max(...counts)).toBeLessThan(1750 * 1.2)
  })
})

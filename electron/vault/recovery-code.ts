/**
 * The recovery code: 28 random characters and a checksum of 4, shown as eight
 * groups of four. The checksum tells a typing mistake from a code of another
 * vault or an older sheet.
 */
import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const randomLength = 28
const checkLength = 4

/** A fresh code of 140 random bits, in groups. */
export function makeRecoveryCode(): string {
  // 32 characters: five bits of each byte give every one the same chance.
  const characters = Array.from(randomBytes(randomLength), (byte) => letter(byte & 31)).join('')
  return inGroups(characters + checksum(characters))
}

/**
 * A typed code the way it was given out.
 *
 * @throws AppError `recovery.typo`
 */
export function formatRecoveryCode(typed: string): string {
  const characters = readRecoveryCode(typed)
  return inGroups(characters + checksum(characters))
}

/**
 * Read a typed code and return its 28 random characters. Case, spaces and
 * hyphens do not matter; O is read as 0, I and L as 1.
 *
 * @throws AppError `recovery.typo` when it cannot be a code that was ever given out.
 */
export function readRecoveryCode(typed: string): string {
  const code = typed.normalize('NFKC').toUpperCase().replaceAll(/[\s\p{Pd}]/gu, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const characters = code.slice(0, randomLength)
  const wellFormed = code.length === randomLength + checkLength && [...code].every((one) => alphabet.includes(one))
  if (!wellFormed || code.slice(randomLength) !== checksum(characters)) throw new AppError('recovery.typo')
  return characters
}

/** The first 20 bits of a hash, five to a character. */
function checksum(characters: string): string {
  const hash = createHash('sha256').update(`mj-recovery-v1${characters}`, 'utf8').digest()
  const bits = hash.readUIntBE(0, 3) >>> 4
  return [15, 10, 5, 0].map((shift) => letter((bits >>> shift) & 31)).join('')
}

function inGroups(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-')
}

function letter(value: number): string {
  return alphabet.charAt(value)
}

/** Bytes as text, in the encodings that journals of the last thirty years come in. */
import { AppError } from '../../shared/errors.ts'

const looksAt = 65_536

/** @throws AppError `import.unreadable` when it is no text */
export function decodeText(bytes: Uint8Array): string {
  const text = oneLineEnd(decode(bytes))
  // Tabs, line ends, form feeds and the end-of-file mark of old systems are text; other control characters are not.
  const sample = text.slice(0, looksAt)
  const controls = sample.match(/[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/g)?.length ?? 0
  if (sample.includes('\u0000') || controls * 100 > sample.length) throw new AppError('import.unreadable')
  return text
}

/** Line ends of every system and age as one. */
function oneLineEnd(text: string): string {
  return /[\r\u0085\u2028\u2029]/.test(text) ? text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n') : text
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const guessed = wideEncoding(bytes.subarray(0, looksAt))
  if (guessed !== null) return new TextDecoder(guessed).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** UTF-16 without its mark: every other byte of most western text is zero. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let [even, odd] = [0, 0]
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  const many = bytes.length * 0.2
  if (odd > many && even * 10 < odd) return 'utf-16le'
  if (even > many && odd * 10 < even) return 'utf-16be'
  return null
}

import { AppError } from '../../shared/errors.ts'

/** The longest body there can be has less. */
const longestLine = 64 * 1024 * 1024

/**
 * UTF-8 lines, without their breaks; the last one has a break too.
 *
 * @throws AppError `dump.damaged`, as soon as a line is longer than any of ours
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let parts: Uint8Array[] = []
  let length = 0
  for await (const piece of bytes) {
    let from = 0
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      parts.push(piece.subarray(from, end))
      yield text(parts)
      parts = []
      length = 0
      from = end + 1
    }
    const rest = piece.subarray(from)
    length += rest.length
    if (length > longestLine) throw damaged()
    if (rest.length > 0) parts.push(rest)
  }
  if (length > 0) throw damaged()
}

function text(parts: readonly Uint8Array[]): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(parts.length === 1 ? parts[0] : Buffer.concat(parts))
  } catch (error) {
    throw damaged(error)
  }
}

const damaged = (cause?: unknown) => new AppError('dump.damaged', cause === undefined ? {} : { cause })

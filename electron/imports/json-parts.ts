/**
 * A large JSON file, piece by piece: its members are found without building the
 * whole of it, so that neither its size nor its depth costs more than its text.
 */
import { AppError } from '../../shared/errors.ts'
import { maxEntries, maxEntryBytes, maxJsonDepth } from './limits.ts'

export type JsonPart = { key: string; start: number; end: number }

const [quote, comma, colon, openList, closeList, openObject, closeObject, backslash] = [0x22, 0x2c, 0x3a, 0x5b, 0x5d, 0x7b, 0x7d, 0x5c]

export function looksLikeJson(text: string): boolean {
  return text.charCodeAt(firstSign(text, 0)) === openObject
}

/**
 * The members of the object, or the elements of the list, that begins at `start`.
 *
 * @throws AppError `import.unreadable`; `import.too-large` when it is too deep or has too many
 */
export function jsonParts(text: string, start = 0): JsonPart[] {
  const begin = firstSign(text, start)
  const opening = text.charCodeAt(begin)
  if (opening !== openObject && opening !== openList) throw new AppError('import.unreadable')
  const closing = opening === openObject ? closeObject : closeList
  const parts: JsonPart[] = []
  let at = firstSign(text, begin + 1)
  if (text.charCodeAt(at) === closing) return parts
  for (;;) {
    let key = ''
    if (opening === openObject) {
      if (text.charCodeAt(at) !== quote) throw new AppError('import.unreadable')
      const end = endOfString(text, at)
      key = String(parseJson(text.slice(at, end)))
      at = firstSign(text, end)
      if (text.charCodeAt(at) !== colon) throw new AppError('import.unreadable')
      at = firstSign(text, at + 1)
    }
    const end = endOfValue(text, at)
    if (end === at) throw new AppError('import.unreadable')
    parts.push({ key, start: at, end })
    if (parts.length > maxEntries) throw new AppError('import.too-large')
    at = firstSign(text, end)
    const next = text.charCodeAt(at)
    if (next === closing) return parts
    if (next !== comma) throw new AppError('import.unreadable')
    at = firstSign(text, at + 1)
  }
}

/** @throws AppError `import.unreadable`, `import.too-large` */
export function parsePart(text: string, part: JsonPart): unknown {
  if (part.end - part.start > maxEntryBytes) throw new AppError('import.too-large')
  return parseJson(text.slice(part.start, part.end))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('import.unreadable')
  }
}

function firstSign(text: string, start: number): number {
  let at = start
  for (let code = text.charCodeAt(at); code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xfeff; code = text.charCodeAt(at)) at += 1
  return at
}

/** Behind the closing quote. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let escapes = 0
    while (text.charCodeAt(at - 1 - escapes) === backslash) escapes += 1
    if (escapes % 2 === 0) return at + 1
  }
  throw new AppError('import.unreadable')
}

function endOfValue(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at) - 1
        if (depth === 0) return at + 1
        break
      case openList: case openObject:
        depth += 1
        if (depth > maxJsonDepth) throw new AppError('import.too-large')
        break
      case closeList: case closeObject:
        if (depth === 0) return at
        depth -= 1
        if (depth === 0) return at + 1
        break
      case comma:
        if (depth === 0) return at
        break
      default:
    }
  }
  throw new AppError('import.unreadable')
}

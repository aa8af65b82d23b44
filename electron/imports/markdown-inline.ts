/**
 * What stands within a paragraph of Markdown: bold, italic, and words. Links,
 * pictures, code and HTML become their words or nothing, and are counted. Every
 * search remembers what it did not find, so that no text takes longer than its length.
 */
import { bold, italic } from './blocks.ts'
import type { Piece } from './blocks.ts'
import { entityAt } from './entities.ts'
import { lose } from './model.ts'
import type { Losses } from './model.ts'

export type InlineSetting = {
  losses: Losses
  /** What `[text](address)` and `![text](address)` point to. */
  kindOf(address: string, picture: boolean): 'picture' | 'attachment' | 'link' | null
  /** Names of `[name]: address` lines. */
  references: ReadonlySet<string>
}

type Mark = { kind: 'mark'; sign: string; count: number; opens: boolean; closes: boolean; on: number[]; off: number[] }
type Token = Mark | { kind: 'text'; text: string } | { kind: 'break' } | { kind: 'look'; bit: number; on: boolean }

/** Marks that wait for their other half; more are taken as signs. */
const mostOpen = 100
const punctuation = /^[\p{P}\p{S}]$/u
const space = /^\s$/u
const escapable = /[!-/:-@[-`{-~]/

export function inlinePieces(text: string, setting: InlineSetting): Piece[] {
  const tokens = tokensOf(text, setting)
  pairMarks(tokens)
  return piecesOf(tokens)
}

function tokensOf(text: string, setting: InlineSetting): Token[] {
  const tokens: Token[] = []
  const brackets = matchBrackets(text)
  /** Where a link's words end, and where to go on behind its address. */
  const jumps = new Map<number, number>()
  const runs = new Map<number, number>()
  const pairs = new Map<string, number>()
  let words = ''
  let closingTag = -2
  const flush = () => { if (words !== '') tokens.push({ kind: 'text', text: words }); words = '' }
  const lookFor = { wikiEnd: -2 }

  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    const jump = jumps.get(at)
    if (jump !== undefined) { at = jump - 1; continue }
    switch (sign) {
      case '\\': {
        const next = text.charAt(at + 1)
        if (next === '\n') { flush(); tokens.push({ kind: 'break' }); at += 1 }
        else if (escapable.test(next)) { words += next; at += 1 }
        else words += sign
        break
      }
      case '\n':
        words = words.trimEnd()
        flush()
        tokens.push({ kind: 'break' })
        break
      case '&': {
        const entity = entityAt(text, at)
        words += entity?.sign ?? sign
        if (entity !== null) at = entity.end - 1
        break
      }
      case '`': {
        let count = 1
        while (text.charAt(at + count) === '`') count += 1
        const end = endOfCode(text, at + count, count, runs)
        if (end === -1) { words += '`'.repeat(count); at += count - 1; break }
        words += text.slice(at + count, end).replaceAll('\n', ' ').trim()
        lose(setting.losses, 'style')
        at = end + count - 1
        break
      }
      case '*': case '_': {
        let count = 1
        while (text.charAt(at + count) === sign) count += 1
        flush()
        tokens.push(markAt(text, at, count, sign))
        at += count - 1
        break
      }
      case '~': case '=': {
        // Struck through, highlighted: their words stay.
        const end = endOfPair(text, at, sign, pairs)
        if (end === -1) { words += sign; break }
        lose(setting.losses, 'style')
        jumps.set(end, end + 2)
        at += 1
        break
      }
      case '!': case '[': {
        const picture = sign === '!' && text.charAt(at + 1) === '['
        if (sign === '!' && !picture) { words += sign; break }
        const open = picture ? at + 1 : at
        if (text.charAt(open + 1) === '[') {
          const wiki = wikiLink(text, open, lookFor)
          if (wiki !== null) {
            const kind = setting.kindOf(wiki.target, picture)
            if (kind !== null) lose(setting.losses, picture && kind === 'link' ? 'attachment' : kind)
            if (!picture) words += wiki.words
            at = wiki.end - 1
            break
          }
        }
        const close = brackets.get(open)
        const end = close === undefined ? null : endOfTarget(text, close, brackets, setting.references)
        if (close === undefined || end === null) { words += sign; break }
        const kind = setting.kindOf(end.address, picture)
        const inner = text.slice(open + 1, close)
        if (kind !== null && inner !== end.address) lose(setting.losses, kind)
        if (picture || (kind === 'attachment' && !picture && inner.trim() === '')) at = end.at - 1
        else jumps.set(close, end.at)
        break
      }
      case '<': {
        if (closingTag < at && closingTag !== -1) closingTag = text.indexOf('>', at)
        const tag = closingTag === -1 ? null : tagAt(text, at, closingTag)
        if (tag === null) { words += sign; break }
        if (tag.words !== undefined) words += tag.words
        else if (tag.name === 'br') { flush(); tokens.push({ kind: 'break' }) }
        else if (tag.bit !== 0) { flush(); tokens.push({ kind: 'look', bit: tag.bit, on: !tag.closes }) }
        else if (tag.name === 'img') lose(setting.losses, 'picture')
        else if (tag.name === 'a') lose(setting.losses, 'link', tag.closes ? 0 : 1)
        else { setting.losses.set('html', 1); if (tag.closes) words += ' ' }
        at = closingTag
        break
      }
      default:
        words += sign
    }
  }
  flush()
  return tokens
}

/** Partners of round and square brackets, escaped ones left out. */
function matchBrackets(text: string): Map<number, number> {
  const found = new Map<number, number>()
  const square: number[] = []
  const round: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x5c: at += 1; break
      case 0x5b: square.push(at); break
      case 0x5d: { const open = square.pop(); if (open !== undefined) found.set(open, at); break }
      case 0x28: round.push(at); break
      case 0x29: { const open = round.pop(); if (open !== undefined) found.set(open, at); break }
      default:
    }
  }
  return found
}

function endOfTarget(text: string, close: number, brackets: ReadonlyMap<number, number>, references: ReadonlySet<string>): { at: number; address: string } | null {
  if (text.charAt(close + 1) === '(') {
    const end = brackets.get(close + 1)
    if (end === undefined || end - close > 10_000) return null
    const inside = text.slice(close + 2, end).trim()
    const address = inside.startsWith('<') ? inside.slice(1).split('>', 1)[0] ?? '' : inside.split(/\s/, 1)[0] ?? ''
    return { at: end + 1, address }
  }
  if (text.charAt(close + 1) === '[') {
    const end = brackets.get(close + 1)
    const name = end === undefined ? '' : text.slice(close + 2, Math.min(end, close + 300)).toLowerCase()
    if (end !== undefined && references.has(name)) return { at: end + 1, address: name }
  }
  return null
}

function wikiLink(text: string, open: number, lookFor: { wikiEnd: number }): { target: string; words: string; end: number } | null {
  if (lookFor.wikiEnd !== -1 && lookFor.wikiEnd < open) lookFor.wikiEnd = text.indexOf(']]', open)
  const end = lookFor.wikiEnd
  if (end === -1 || end - open > 500) return null
  const inside = text.slice(open + 2, end)
  if (inside.includes('\n') || inside.includes('[')) return null
  const [target = '', ...words] = inside.split('|')
  return { target, words: words.length === 0 ? target : words.join('|'), end: end + 2 }
}

/** Where a run of just so many backticks begins; `known` keeps the last answer for each length. */
function endOfCode(text: string, start: number, count: number, known: Map<number, number>): number {
  const before = known.get(count)
  if (before !== undefined && (before === -1 || before >= start)) return before
  let found = -1
  for (let at = text.indexOf('`', start); at !== -1;) {
    let length = 1
    while (text.charAt(at + length) === '`') length += 1
    if (length === count) { found = at; break }
    at = text.indexOf('`', at + length)
  }
  known.set(count, found)
  return found
}

/** Where `~~` or `==` closes what opens here; `known` keeps where the next pair stands. */
function endOfPair(text: string, at: number, sign: string, known: Map<string, number>): number {
  if (text.charAt(at + 1) !== sign || text.charAt(at + 2) === sign || space.test(text.charAt(at + 2) || ' ')) return -1
  let end = known.get(sign) ?? 0
  if (end !== -1 && end < at + 3) end = text.indexOf(sign + sign, at + 3)
  known.set(sign, end)
  return end === -1 || end - at > 2000 || space.test(text.charAt(end - 1)) ? -1 : end
}

function markAt(text: string, at: number, count: number, sign: string): Mark {
  const before = at === 0 ? ' ' : text.charAt(at - 1)
  const after = at + count >= text.length ? ' ' : text.charAt(at + count)
  const left = !space.test(after) && (!punctuation.test(after) || space.test(before) || punctuation.test(before))
  const right = !space.test(before) && (!punctuation.test(before) || space.test(after) || punctuation.test(after))
  const within = sign === '_' && left && right
  return {
    kind: 'mark', sign, count, on: [], off: [],
    opens: left && (!within || punctuation.test(before)), closes: right && (!within || punctuation.test(after)),
  }
}

/** Give each closing mark its opening one, nearest first; what lies between and has no partner stays a sign. */
function pairMarks(tokens: readonly Token[]): void {
  const open: Mark[] = []
  for (const token of tokens) {
    if (token.kind !== 'mark') continue
    while (token.closes && token.count > 0) {
      const index = open.findLastIndex((candidate) => candidate.sign === token.sign && candidate.count > 0
        // The rule of three: `**a*b**` must not close on half a mark.
        && !((candidate.closes || token.opens) && (candidate.count + token.count) % 3 === 0 && (candidate.count % 3 !== 0 || token.count % 3 !== 0)))
      const partner = open[index]
      if (partner === undefined) break
      open.length = index + 1
      const used = partner.count >= 2 && token.count >= 2 ? 2 : 1
      partner.on.push(used === 2 ? bold : italic)
      token.off.push(used === 2 ? bold : italic)
      partner.count -= used
      token.count -= used
      if (partner.count === 0) open.pop()
    }
    if (token.opens && token.count > 0) {
      open.push(token)
      if (open.length > mostOpen) open.shift()
    }
  }
}

function piecesOf(tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = []
  let [bolds, italics] = [0, 0]
  const turn = (bit: number, by: number) => {
    if (bit === bold) bolds = Math.max(0, bolds + by)
    else italics = Math.max(0, italics + by)
  }
  const write = (text: string) => { if (text !== '') pieces.push({ text, format: (bolds > 0 ? bold : 0) | (italics > 0 ? italic : 0) }) }
  for (const token of tokens) {
    switch (token.kind) {
      case 'text': write(token.text); break
      case 'break': pieces.push('break'); break
      case 'look': turn(token.bit, token.on ? 1 : -1); break
      case 'mark':
        for (const bit of token.off) turn(bit, -1)
        write(token.sign.repeat(token.count))
        for (const bit of token.on) turn(bit, 1)
    }
  }
  return pieces
}

type Tag = { name: string; closes: boolean; bit: number; words?: string }

/** A tag of HTML, or an address in angle brackets; null when it is only a sign. */
function tagAt(text: string, at: number, end: number): Tag | null {
  if (end - at > 5000) return null
  const inside = text.slice(at + 1, end)
  const found = /^(\/?)([a-z][a-z0-9-]*)(?=[\s/]|$)/i.exec(inside)
  if (found === null) return /^(?:https?:|mailto:|[^\s@<>]+@)[^\s<>]+$/i.test(inside) ? { name: '', closes: false, bit: 0, words: inside.replace(/^mailto:/i, '') } : null
  const name = (found[2] ?? '').toLowerCase()
  const bit = name === 'b' || name === 'strong' ? bold : name === 'i' || name === 'em' ? italic : 0
  return { name, closes: found[1] === '/', bit }
}

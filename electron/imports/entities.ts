/** Signs that HTML and Markdown write by name or number; each becomes one sign, never another name. */
const named: Record<string, string> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚',
  ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»', bull: '•', middot: '·', euro: '€', pound: '£', yen: '¥', cent: '¢', sect: '§',
  copy: '©', reg: '®', trade: '™', deg: '°', plusmn: '±', times: '×', divide: '÷', frac12: '½', frac14: '¼', frac34: '¾', sup2: '²', sup3: '³',
  micro: 'µ', para: '¶', iexcl: '¡', iquest: '¿', szlig: 'ß', larr: '←', rarr: '→', uarr: '↑', darr: '↓', check: '✓', ensp: ' ', emsp: ' ', thinsp: ' ',
  zwj: '\u200d', zwnj: '\u200c', shy: '', minus: '−', ne: '≠', le: '≤', ge: '≥', infin: '∞', hearts: '♥', oelig: 'œ', OElig: 'Œ', eth: 'ð', thorn: 'þ',
}

const accents: Record<string, string> = { acute: '\u0301', grave: '\u0300', circ: '\u0302', uml: '\u0308', tilde: '\u0303', cedil: '\u0327', ring: '\u030a', caron: '\u030c' }

const longest = 10

/** The sign that begins at this ampersand, and where it ends; null when it is only an ampersand. */
export function entityAt(text: string, start: number): { sign: string; end: number } | null {
  const rest = text.slice(start + 1, start + 2 + longest)
  const numbered = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}));/i.exec(rest)
  if (numbered !== null) {
    const code = numbered[1] === undefined ? Number(numbered[2]) : Number.parseInt(numbered[1], 16)
    const sign = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd'
    return { sign, end: start + 1 + numbered[0].length }
  }
  const name = /^([a-z][a-z0-9]{1,8});/i.exec(rest)
  if (name === null) return null
  const sign = signOf(name[1] ?? '')
  return sign === null ? null : { sign, end: start + 1 + name[0].length }
}

function signOf(name: string): string | null {
  if (Object.hasOwn(named, name)) return named[name] ?? null
  const accented = /^([A-Za-z])([a-z]+)$/.exec(name)
  const accent = accented?.[2] ?? ''
  if (Object.hasOwn(accents, accent)) return `${accented?.[1] ?? ''}${accents[accent] ?? ''}`.normalize('NFC')
  if (accent === 'slash') return name.startsWith('O') ? 'Ø' : 'ø'
  if (name === 'aelig' || name === 'AElig') return name === 'aelig' ? 'æ' : 'Æ'
  return null
}

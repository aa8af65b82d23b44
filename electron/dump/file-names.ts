/** Names that every system takes, each of them once, whatever the case of its letters. */

export type FileNames = {
  folder(name: string): string
  /** "Sari/Journal/2026-11-22 A thought.md" */
  file(folder: string, day: string | null, title: string): string
}

const longest = 60
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

export function fileNames(): FileNames {
  const taken = new Set<string>()
  const once = (name: string, ending: string): string => {
    for (let number = 1; ; number += 1) {
      const candidate = `${name}${number === 1 ? '' : ` (${number})`}${ending}`
      const key = candidate.normalize('NFC').toLowerCase()
      if (!taken.has(key)) {
        taken.add(key)
        return candidate
      }
    }
  }
  return {
    folder: (name) => once(safe(name) || '_', ''),
    file: (folder, day, title) => {
      const words = [day ?? '', safe(title)].filter((part) => part !== '').join(' ')
      return once(`${folder}/${words === '' ? '_' : words}`, '.md')
    },
  }
}

/** The words of a name without what some system forbids; cut at a word where there is one. */
function safe(text: string): string {
  const plain = text.toWellFormed().normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD/\\:*?"<>|]+/gu, ' ').replace(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '')
  const characters = [...plain]
  const cut = characters.slice(0, longest).join('')
  const space = cut.lastIndexOf(' ')
  const short = characters.length <= longest ? plain : (space > longest / 2 ? cut.slice(0, space) : cut).replace(/[\s.,;:…–-]+$/, '')
  return reserved.test(short) ? `${short}_` : short
}

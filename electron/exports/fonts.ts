/** The faces of print, embedded so that a page looks the same on every computer. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const latin = 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const latinExt = 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'

const faces = [
  { family: 'Literata', style: 'normal', file: '@fontsource-variable/literata/files/literata-latin-wght-normal.woff2', range: latin },
  { family: 'Literata', style: 'italic', file: '@fontsource-variable/literata/files/literata-latin-wght-italic.woff2', range: latin },
  { family: 'Literata', style: 'normal', file: '@fontsource-variable/literata/files/literata-latin-ext-wght-normal.woff2', range: latinExt },
  { family: 'Literata', style: 'italic', file: '@fontsource-variable/literata/files/literata-latin-ext-wght-italic.woff2', range: latinExt },
  { family: 'Atkinson', style: 'normal', file: '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2', range: latin },
] as const

type Family = (typeof faces)[number]['family']

const made = new Map<string, string>()

/** `@font-face` rules; empty where the files are not there, and the next serif stands in. */
export function fontFaces(families: readonly Family[]): string {
  const key = families.join()
  let rules = made.get(key)
  if (rules === undefined) {
    rules = faces.filter((face) => families.includes(face.family)).map((face) => {
      const data = readFont(face.file)
      return data === null ? '' : `@font-face{font-family:${face.family};font-style:${face.style};font-weight:200 900;src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${face.range}}`
    }).join('\n')
    made.set(key, rules)
  }
  return rules
}

function readFont(file: string): string | null {
  try {
    return readFileSync(createRequire(import.meta.url).resolve(file)).toString('base64')
  } catch {
    return null
  }
}

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../../renderer/tokens.css', import.meta.url), 'utf8')

/** Every token that is a pair of colours, read from the file the page uses. */
const colours = new Map([...css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)]
  .map(([, name, light, dark]) => [String(name), { light: String(light), dark: String(dark) }]))

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * Number(r) + 0.7152 * Number(g) + 0.0722 * Number(b)
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (Number(light) + 0.05) / (Number(dark) + 0.05)
}

const surfaces = ['desk', 'paper', 'sunk', 'raised']
const onEverySurface = (names: string[], needs: number) => names.flatMap((name) => surfaces.map((on) => ({ name, on, needs })))

const pairs = [
  ...onEverySurface(['ink', 'ink2', 'ink3', 'accent', 'private', 'shared', 'ok', 'danger'], 4.5),
  ...onEverySurface(['control', 'focus'], 3),
  { name: 'on-accent', on: 'accent', needs: 4.5 },
  ...['ink', 'ink2', 'ink3', 'accent'].map((name) => ({ name, on: 'accent-tint', needs: 4.5 })),
  { name: 'control', on: 'accent-tint', needs: 3 },
  ...['private', 'shared', 'ok', 'danger'].map((name) => ({ name, on: `${name}-tint`, needs: 4.5 })),
  { name: 'ink', on: 'mark', needs: 4.5 },
]

test.each(pairs)('[F86] $name can be read on $on in light and in dark', ({ name, on, needs }) => {
  const [front, back] = [colours.get(name), colours.get(on)]

  for (const theme of ['light', 'dark'] as const) {
    expect(contrast(String(front?.[theme]), String(back?.[theme])), theme).toBeGreaterThanOrEqual(needs)
  }
})

import { describe, expect, it } from 'vitest'
import { isBrowserKey } from '../../../../electron/host/chromium/keys.ts'
import type { PressedKey } from '../../../../electron/host/chromium/keys.ts'

const none = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, altGraph: false, mac: false }
const press = (keys: string, more: Partial<PressedKey> = {}): PressedKey => {
  const parts = keys.split('+')
  return {
    ...none, key: parts.at(-1) ?? '', ctrlKey: parts.includes('ctrl'), altKey: parts.includes('alt'),
    metaKey: parts.includes('cmd'), shiftKey: parts.includes('shift'), ...more,
  }
}

describe('keys a browser would act on are denied', () => {
  for (const keys of ['ctrl+n', 'ctrl+shift+N', 'ctrl+t', 'ctrl+w', 'ctrl+r', 'ctrl+p', 'ctrl+s', 'ctrl+o', 'ctrl+u', 'ctrl+j', 'ctrl+h', 'ctrl+f', 'ctrl+g', 'ctrl+1', 'ctrl+Tab', 'ctrl+shift+I', 'F1', 'F3', 'F5', 'F6', 'F7', 'F12', 'alt+ArrowLeft', 'alt+ArrowRight', 'alt+Home', 'alt+d', 'BrowserBack', 'ctrl+é']) {
    it(keys, () => { expect(isBrowserKey(press(keys))).toBe(true) })
  }
  for (const keys of ['cmd+n', 'cmd+r', 'cmd+[', 'cmd+alt+i', 'F5']) {
    it(`${keys} on macOS`, () => { expect(isBrowserKey(press(keys, { mac: true }))).toBe(true) })
  }
})

describe('keys that write and edit are left alone', () => {
  for (const keys of ['a', 'é', 'Enter', 'Tab', 'shift+Tab', 'Escape', 'ArrowLeft', 'shift+ArrowLeft', 'Delete', 'shift+Insert', 'ctrl+c', 'ctrl+v', 'ctrl+x', 'ctrl+z', 'ctrl+shift+Z', 'ctrl+y', 'ctrl+a', 'ctrl+ArrowLeft', 'ctrl+Backspace', 'ctrl+Home', 'ctrl+Control', 'alt+Alt', 'shift+F10', 'alt+F4', 'ctrl++', 'ctrl+0']) {
    it(keys, () => { expect(isBrowserKey(press(keys === 'ctrl++' ? 'ctrl+=' : keys))).toBe(false) })
  }
  it('a character made with AltGr, which reports Ctrl and Alt', () => {
    expect(isBrowserKey(press('ctrl+alt+€', { altGraph: true }))).toBe(false)
  })
  for (const keys of ['alt+å', 'alt+ArrowLeft', 'ctrl+a', 'ctrl+e', 'cmd+ArrowLeft', 'cmd+c']) {
    it(`${keys} on macOS`, () => { expect(isBrowserKey(press(keys, { mac: true }))).toBe(false) })
  }
})

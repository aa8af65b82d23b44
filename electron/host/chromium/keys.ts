/**
 * Keys that the browser would act on by itself (new window, reload, close,
 * inspect, back, print, its own find) are denied by default; the page still
 * hears every one of them, so the app's own shortcuts work.
 */
export type PressedKey = {
  key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean; shiftKey: boolean
  /** AltGr is held: what comes is a character, although Ctrl and Alt are reported. */
  altGraph: boolean
  mac: boolean
}

/** Self-contained: it is also sent to the page as text. */
export function isBrowserKey(pressed: PressedKey): boolean {
  const { key, mac } = pressed
  if (/^F[0-9]+$/.test(key)) {
    // Full screen, the keyboard's own context menu and closing by Alt+F4 harm nothing.
    return !(key === 'F11' || (key === 'F10' && pressed.shiftKey) || (key === 'F4' && pressed.altKey))
  }
  if (/^(Browser|Launch|Zoom)/.test(key)) return true
  if (pressed.altGraph) return false
  const command = mac ? pressed.metaKey : pressed.ctrlKey
  const other = mac ? pressed.ctrlKey : pressed.metaKey
  // Ctrl+Alt or Cmd+Option belongs to nobody's writing: Cmd+Option+I would inspect the page.
  if (command && pressed.altKey) return !['Alt', 'Meta', 'Control', 'Shift'].includes(key)
  if (command) {
    const lower = key.toLowerCase()
    const editing = pressed.shiftKey ? ['z', 'v'] : ['a', 'c', 'v', 'x', 'y', 'z']
    // Moving and deleting by word, and zooming the text for weak eyes.
    const moving = ['arrowleft', 'arrowright', 'arrowup', 'arrowdown', 'home', 'end', 'backspace', 'delete', 'enter', 'insert', '+', '=', '-', '_', '0', ' ']
    return !editing.includes(lower) && !moving.includes(lower) && key !== 'Control' && key !== 'Meta' && key !== 'Shift'
  }
  // Option writes characters and moves by word on macOS; Emacs-like keys with Control edit there.
  if (mac) return false
  return (pressed.altKey || other) && !['Alt', 'Meta', 'Control', 'Shift', 'AltGraph', 'Tab'].includes(key)
}

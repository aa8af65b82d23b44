/**
 * What goes from here to the clipboard: plain words, and a mark by which the
 * shell knows them again to take them away. The words themselves stay here.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** What lies inside is a code or a passphrase: it leaves the clipboard by itself after a minute. */
export const secret = { 'data-secret': '' } as const

function tell(text: string, isSecret: boolean): void {
  if (text === '') return
  const salt = crypto.getRandomValues(new Uint8Array(32))
  // Some systems give line ends back in their own way.
  const hash = sha256(concatBytes(salt, utf8ToBytes(text.replaceAll('\r\n', '\n'))))
  window.bridge.copied({ salt: bytesToHex(salt), hash: bytesToHex(hash), secret: isSecret })
}

/** Copy by a button. */
export async function copyText(text: string, isSecret = false): Promise<void> {
  await navigator.clipboard.writeText(text)
  tell(text, isSecret)
}

/** Hear every copy and cut of this page. */
export function watchCopies(): void {
  const onCopy = (event: ClipboardEvent) => {
    const { target, clipboardData } = event
    const isSecret = inSecret(target)
    const field = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null
    if (event.defaultPrevented) tell(clipboardData?.getData('text/plain') ?? '', isSecret)
    else if (field !== null) tell(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0), isSecret)
    else {
      const selection = document.getSelection()
      const text = selection?.toString() ?? ''
      if (text === '' || clipboardData === null || event.type === 'cut') return
      // As plain words, which is exactly what the mark is about.
      clipboardData.setData('text/plain', text)
      event.preventDefault()
      tell(text, isSecret || touchesSecret(selection))
    }
  }
  // On the way up, after the editor put its own words there.
  for (const kind of ['copy', 'cut'] as const) window.addEventListener(kind, onCopy)
}

function inSecret(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-secret]') !== null
}

function touchesSecret(selection: Selection | null): boolean {
  return [...document.querySelectorAll('[data-secret]')].some((element) => selection?.containsNode(element, true) === true)
}

/**
 * Show a finished document inside our own page: its words and its own style,
 * shut off in a shadow tree. No frame, so no key and no click can end up where
 * the app does not hear them, and the page's policy needs no exception.
 */

const tags = new Set(['H1', 'H2', 'H3', 'H4', 'P', 'UL', 'OL', 'LI', 'DL', 'DT', 'DD', 'DIV', 'SPAN', 'SECTION', 'ARTICLE', 'EM', 'STRONG', 'BR', 'BLOCKQUOTE', 'TABLE', 'TBODY', 'TR', 'TH', 'TD'])
const attributes = ['class', 'dir', 'lang', 'role', 'aria-label']

/** Replace what the host shows by this document. */
export function showDocument(host: HTMLElement, html: string): void {
  // Only the words are parsed: a style element would be refused by the page's policy.
  const [head = '', words = ''] = html.split('</head>', 2)
  const { body } = new DOMParser().parseFromString(words, 'text/html')
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const page = document.createElement('div')
  page.className = `page ${body.className}`
  page.append(...copies(body))
  const style = new CSSStyleSheet()
  style.replaceSync([...head.matchAll(/<style>([^]*?)<\/style>/g)].map((match) => inHere(match[1] ?? '')).join('\n'))
  root.adoptedStyleSheets = [style]
  root.replaceChildren(page)
}

/** Only what a document is made of, built anew: anything else becomes its words. */
function copies(parent: Node): Node[] {
  return [...parent.childNodes].flatMap((node): Node[] => {
    if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.textContent ?? '')]
    if (!(node instanceof Element)) return []
    if (!tags.has(node.tagName)) return copies(node)
    const copy = document.createElement(node.tagName)
    for (const name of attributes) {
      const value = node.getAttribute(name)
      if (value !== null) copy.setAttribute(name, value)
    }
    // The screen has a first heading of its own.
    if (/^H[1-4]$/.test(node.tagName)) copy.setAttribute('aria-level', String(Number(node.tagName.slice(1)) + 1))
    copy.append(...copies(node))
    return [copy]
  })
}

/** The document's style for a tree instead of a page of its own; its faces are the app's, already here. */
function inHere(style: string): string {
  return style
    .replace(/@font-face\s*\{[^}]*\}/g, '')
    .replaceAll(':root', ':host')
    .replace(/(^|[\s{},])body(?=\s*[{,])/g, '$1.page')
    .replace(/\bLiterata,/g, '"Literata Variable", Literata,')
}

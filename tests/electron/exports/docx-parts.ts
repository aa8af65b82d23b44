import { strFromU8, unzipSync } from 'fflate'

/** Every part of a word-processor file by its name, read with another zip library than the one that wrote it. */
export function docxParts(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

export function documentXml(file: Uint8Array): string {
  return docxParts(file)['word/document.xml'] ?? ''
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }

/** The words of the document, one line a paragraph. */
export function docxWords(file: Uint8Array): string[] {
  return documentXml(file).split('</w:p>').map((each) =>
    [...each.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|(<w:br\/>)|(<w:tab\/>)/g)]
      .map((match) => match[2] !== undefined ? '\n' : match[3] !== undefined ? '\t' : (match[1] ?? '').replace(/&\w+;/g, (entity) => entities[entity] ?? entity)).join(''))
    .filter((line) => line !== '')
}

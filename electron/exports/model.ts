/**
 * The one document every format is made from. Only `guard.ts` builds it: what
 * was not ticked is not in it, so no renderer can let it out.
 */
import type { ExportBlock, Paragraph } from '../../shared/exporting.ts'
import type { Language } from '../../shared/language.ts'

export type PartKind = 'facts' | 'agenda' | 'notes' | 'results' | 'commitments' | 'closing' | 'entries' | 'preparation' | 'clauses'

/** What gathering knows of a block beside what the review shows. */
export type GatheredBlock = ExportBlock & {
  part: PartKind
  /** Beside or above the words in the document, where the part's heading says the rest: "Sari · by 4 December". */
  caption: string
  /** A clause's number, counted through the whole agreement. */
  number: number | null
}

export type GatheredSection = { id: string; heading: string; blocks: GatheredBlock[] }

export type Fact = { label: string; value: string }

export type Gathered = {
  kind: 'summary' | 'agreement' | 'letter'
  language: Language
  title: string
  /** Parties, period, version: the head of the document. */
  facts: Fact[]
  sections: GatheredSection[]
  fileName: string
  /** Who signs, mentor first; empty but for an agreement. */
  signatures: string[]
}

/** `number` is set where a numbered line stands. */
export type DocumentParagraph = Paragraph & { number: number | null }

export type DocumentBlock = { number: number | null; caption: string; paragraphs: DocumentParagraph[] }

export type DocumentPart = { kind: PartKind; heading: string | null; blocks: DocumentBlock[] }

export type DocumentModel = {
  kind: 'summary' | 'agreement' | 'letter'
  language: Language
  title: string
  facts: Fact[]
  sections: { heading: string; parts: DocumentPart[] }[]
  signatures: string[]
  /** Eight characters that are the same on two copies with the same words. */
  id: string
}

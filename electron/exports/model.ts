/**
 * The one document every format is made from. Only `guard.ts` builds it: what
 * was not ticked is not in it, so no renderer can let it out.
 */
import type { ExportBlock, Paper, Paragraph } from '../../shared/exporting.ts'
import type { Language } from '../../shared/language.ts'

export type PartKind = 'facts' | 'agenda' | 'questions' | 'notes' | 'results' | 'commitments' | 'closing' | 'entries' | 'preparation' | 'clauses'

/** What gathering knows of a block beside what the review shows. */
export type GatheredBlock = ExportBlock & {
  part: PartKind
  /** Beside or above the words in the document, where the part's heading says the rest: "Sari · by 4 December". */
  caption: string
  /** A clause's number, counted through the whole agreement. */
  number: number | null
}

/** `besideHeading` is the same in the second language, where there is one. */
export type GatheredSection = { id: string; heading: string; besideHeading?: string; blocks: GatheredBlock[] }

export type Fact = { label: string; value: string }

/** Words in the document's language and in the second one; empty where there is none. */
export type Said = { text: string; beside: string }

/** One who signs: what was signed already, and whether there is room for a pen. */
export type SignaturePlace = { name: string; signed: Array<{ name: string; said: Said }>; room: boolean }

/** What makes an agreement out of clauses: how it stands, who stands by it. */
export type Settlement = {
  beside: Language | null
  /** In the second language; empty where there is none. */
  besideTitle: string
  /** What is printed over it: "Draft", "Not signed"; on each page too where there are no check words. Null for what both stand by. */
  mark: Said | null
  /** "Spoken agreement, recorded on 24 November 2026", and who vouches for a translation. */
  notes: Said[]
  /** Mentor first. */
  places: SignaturePlace[]
  /** The four check words in one line; empty for what is no version. */
  checkWords: string
}

export type Gathered = {
  kind: 'summary' | 'agreement' | 'letter'
  language: Language
  title: string
  /** Parties, period, version: the head of the document. */
  facts: Fact[]
  sections: GatheredSection[]
  fileName: string
  /** Only of an agreement. */
  settlement?: Settlement
  /** What the ledger adds to the title: "version 3". */
  ledgerNote?: string
}

/** `number` is set where a numbered line stands. */
export type DocumentParagraph = Paragraph & { number: number | null }

/** `beside`: the words in the second language; null where it was never written in it. */
export type DocumentBlock = { number: number | null; caption: string; paragraphs: DocumentParagraph[]; beside: DocumentParagraph[] | null }

export type DocumentPart = { kind: PartKind; heading: string | null; blocks: DocumentBlock[] }

export type DocumentModel = {
  kind: 'summary' | 'agreement' | 'letter'
  language: Language
  title: string
  facts: Fact[]
  sections: { heading: string; besideHeading: string; parts: DocumentPart[] }[]
  paper: Paper
  settlement: Settlement | null
  /** Eight characters that are the same on two copies with the same words. */
  id: string
}

/** Words for a word processor: what every part of the file is written with. */
import type { IRunOptions, ParagraphChild } from 'docx'
import { mask } from '../../shared/exporting.ts'
import type { Run } from '../../shared/exporting.ts'
import type { DocumentModel } from './model.ts'

/** In twentieths of a point. */
export const millimetre = 56.7

/** Loaded when first asked for: a megabyte that most sittings never need. */
export type Docx = typeof import('docx')

/** What a renderer carries along: the library, the words, and the numbered lists met so far. */
export type Work = { docx: Docx; model: DocumentModel; lists: { reference: string; start: number }[]; list: { reference: string; next: number } | null }

/** Letters of these scripts run from right to left; the first strong letter decides, as it does in HTML. */
const rightToLeft = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

export function runs(all: readonly Run[], { docx }: Work): ParagraphChild[] {
  return all.flatMap((run) => run.text.split(/(████|\n|\t)/).filter((piece) => piece !== '').map((piece) => {
    const format: IRunOptions = { ...(run.bold === true ? { bold: true } : {}), ...(run.italic === true ? { italics: true } : {}), ...(rightToLeft.test(piece) ? { rightToLeft: true } : {}) }
    if (piece === '\n') return new docx.TextRun({ ...format, break: 1 })
    if (piece === '\t') return new docx.TextRun({ ...format, children: [new docx.Tab()] })
    // Black on black, so that a gap between the bars of a font does not show.
    if (piece === mask) return new docx.TextRun({ text: mask, color: '000000', shading: { type: docx.ShadingType.CLEAR, color: 'auto', fill: '000000' } })
    return new docx.TextRun({ ...format, text: piece })
  }))
}

export const direction = (text: string) => rightToLeft.test(text) ? { bidirectional: true } : {}

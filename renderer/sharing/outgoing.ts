/**
 * The copy that may go out: the words as written, minus what was masked, plus
 * what was changed for this one copy. The journal's own text is never touched.
 */
import { mask } from '../../shared/exporting.ts'
import type { Paragraph, Run } from '../../shared/exporting.ts'

/** `was` is what a mask stands for. It stays on this screen: {@link leaving} drops it. */
export type OutRun = Run & { was?: OutRun[] | undefined }
export type OutParagraph = Omit<Paragraph, 'runs'> & { runs: OutRun[] }

export function asWritten(paragraphs: readonly Paragraph[]): OutParagraph[] {
  return paragraphs.map((paragraph) => ({ ...paragraph, runs: tidy(paragraph.runs) }))
}

/** What goes to the core: text and format, nothing of what was masked. */
export function leaving(paragraphs: readonly OutParagraph[]): Paragraph[] {
  return paragraphs.map(({ style, indent, runs, cell, beside }) => ({
    style, indent, ...(cell !== undefined && { cell }), ...(beside !== undefined && { beside }),
    runs: runs.map(({ text, bold, italic }) => ({ text, ...(bold !== undefined && { bold }), ...(italic !== undefined && { italic }) })),
  }))
}

export function plainOf({ runs }: OutParagraph): string {
  return runs.map((run) => run.text).join('')
}

export function isMask(run: OutRun): boolean {
  return run.text === mask
}

export function countMasks(paragraphs: readonly OutParagraph[]): number {
  return paragraphs.reduce((sum, { runs }) => sum + runs.filter((run) => run.was !== undefined).length, 0)
}

/** Whether words were changed, masks left aside. */
export function isRetyped(paragraphs: readonly OutParagraph[], written: readonly Paragraph[]): boolean {
  return JSON.stringify(leaving(unmasked(paragraphs))) !== JSON.stringify(leaving(asWritten(written)))
}

/** Put one mask over the words that the stretch touches; half a word would give the other half away. */
export function masked(paragraph: OutParagraph, from: number, to: number): OutParagraph {
  const [start, end] = wholeWords(paragraph, from, to)
  if (start >= end) return paragraph
  const was = cut(paragraph.runs, start, end)
  return { ...paragraph, runs: [...cut(paragraph.runs, 0, start), { text: mask, was }, ...cut(paragraph.runs, end, Infinity)] }
}

/** Show again what the masks that this stretch touches stand for. */
export function unmasked(paragraphs: readonly OutParagraph[]): OutParagraph[]
export function unmasked(paragraphs: readonly OutParagraph[], paragraph: number, from: number, to: number): OutParagraph[]
export function unmasked(paragraphs: readonly OutParagraph[], only?: number, from = 0, to = Infinity): OutParagraph[] {
  return paragraphs.map((paragraph, index) => {
    if (only !== undefined && index !== only) return paragraph
    let at = 0
    const runs = paragraph.runs.flatMap((run): OutRun[] => {
      const touched = at <= to && at + run.text.length >= from
      at += run.text.length
      return touched && run.was !== undefined ? unmaskedRuns(run.was) : [run]
    })
    return { ...paragraph, runs: tidy(runs) }
  })
}

function unmaskedRuns(runs: readonly OutRun[]): OutRun[] {
  return runs.flatMap((run) => run.was === undefined ? [run] : unmaskedRuns(run.was))
}

/** The paragraph with other words; format and masks stay where its words stayed. */
export function retyped(paragraph: OutParagraph, text: string): OutParagraph {
  const before = plainOf(paragraph)
  const shorter = Math.min(before.length, text.length)
  let head = 0
  while (head < shorter && before[head] === text[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1
  const middle = text.slice(head, text.length - tail)
  const { start, end } = middle === '' ? wholeMasks(paragraph, head, before.length - tail) : { start: head, end: before.length - tail }
  const kept = cut(paragraph.runs, 0, start)
  const format = kept.at(-1) ?? paragraph.runs[0]
  const typed: OutRun = { text: middle, ...(format?.bold === true && { bold: true }), ...(format?.italic === true && { italic: true }) }
  return { ...paragraph, runs: tidy([...kept, ...(middle === '' ? [] : [typed]), ...cut(paragraph.runs, end, Infinity)]) }
}

/** The runs of a stretch; a mask that is cut stays whole on its first side. */
function cut(runs: readonly OutRun[], from: number, to: number): OutRun[] {
  let at = 0
  return runs.flatMap((run) => {
    const start = Math.max(from - at, 0)
    const text = run.text.slice(start, Math.max(to - at, 0))
    at += run.text.length
    if (text === '') return []
    if (!isMask(run)) return [{ ...run, text }]
    return start === 0 ? [run] : []
  })
}

/** Join runs of one format, and make whatever looks like a mask into one of the usual width. */
function tidy(runs: readonly OutRun[]): OutRun[] {
  const out: OutRun[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (run.was !== undefined) out.push(run)
    else if (/[█▓▒░]/.test(run.text)) {
      for (const piece of run.text.split(/([█▓▒░]+)/)) if (piece !== '') out.push({ ...run, text: /^[█▓▒░]/.test(piece) ? mask : piece })
    } else if (last !== undefined && !isMask(last) && last.bold === run.bold && last.italic === run.italic) out[out.length - 1] = { ...last, text: last.text + run.text }
    else if (run.text !== '') out.push({ ...run })
  }
  return out
}

const wordSign = /[\p{L}\p{N}\p{M}\p{Cs}]/u

function wholeWords(paragraph: OutParagraph, from: number, to: number): [start: number, end: number] {
  const text = plainOf(paragraph)
  let [start, end] = [Math.max(0, Math.min(from, to)), Math.min(text.length, Math.max(from, to))]
  while (start < end && /\s/.test(text.charAt(start))) start += 1
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1
  if (start === end) return [start, end]
  const inWord = (at: number) => wordSign.test(text.charAt(at - 1)) && wordSign.test(text.charAt(at))
  while (inWord(start)) start -= 1
  while (inWord(end)) end += 1
  const whole = wholeMasks(paragraph, start, end)
  return [whole.start, whole.end]
}

/** Widened so that no mask is cut. */
function wholeMasks({ runs }: OutParagraph, start: number, end: number): { start: number; end: number } {
  let at = 0
  const stretch = { start, end }
  for (const run of runs) {
    const runEnd = at + run.text.length
    if (isMask(run) && at < end && runEnd > start) {
      stretch.start = Math.min(stretch.start, at)
      stretch.end = Math.max(stretch.end, runEnd)
    }
    at = runEnd
  }
  return stretch
}

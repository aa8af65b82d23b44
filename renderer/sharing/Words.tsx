import { Square, SquareCheck } from 'lucide-react'
import type { Language } from '../../shared/language.ts'
import { withTables } from '../../shared/rules/table-cells.ts'
import { texts } from '../../shared/texts/texts.ts'
import { isMask } from './outgoing.ts'
import type { OutParagraph, OutRun } from './outgoing.ts'
import css from './Words.module.css'

/** An outgoing copy as it will read, every line of it; masks are bars of one width with nothing under them. */
export function Words({ paragraphs, language, beside }: { paragraphs: readonly OutParagraph[]; language: Language; /** The language of what stands in the second column. */ beside?: Language | undefined }) {
  const numbers = numbersOf(paragraphs)
  const line = (paragraph: OutParagraph, index: number) => <Line key={index} paragraph={paragraph} index={index} number={numbers[index] ?? 0} language={paragraph.beside === true ? beside ?? language : language} />
  return (
    <div className={css.words} data-two={beside !== undefined || undefined} lang={language}>
      {withTables(paragraphs).map(({ paragraph, index, rows }) => rows === null ? line(paragraph, index) : (
        <table key={index} className={css.table}>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {row.map(({ head, paragraphs: inside }, column) => {
                  const Cell = head ? 'th' : 'td'
                  return <Cell key={column}>{inside.map((each) => line(each.paragraph, each.index))}</Cell>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}

function Line({ paragraph, index, number, language }: { paragraph: OutParagraph; index: number; number: number; language: Language }) {
  const words = texts[language].document
  let at = 0
  return (
    <p className={css.paragraph} data-paragraph={index} data-look={paragraph.style} data-indent={paragraph.indent} data-beside={paragraph.beside} lang={language}>
      {paragraph.style === 'number' && <span className={css.marker}>{number}.</span>}
      {paragraph.style === 'bullet' && <span className={css.marker} aria-hidden>•</span>}
      {(paragraph.style === 'ticked' || paragraph.style === 'unticked') && (
        <span className={css.marker}>
          {paragraph.style === 'ticked' ? <SquareCheck size={16} strokeWidth={1.75} aria-hidden /> : <Square size={16} strokeWidth={1.75} aria-hidden />}
          <span className="visually-hidden">{words[paragraph.style]}</span>
        </span>
      )}
      <span className={css.text} dir="auto">
        {paragraph.runs.map((run, place) => {
          const start = at
          at += run.text.length
          return <RunView key={place} run={run} at={start} masked={words.masked} />
        })}
      </span>
    </p>
  )
}

function RunView({ run, at, masked }: { run: OutRun; at: number; masked: string }) {
  if (isMask(run)) return <span className={css.mask} role="img" aria-label={masked} data-at={at} data-length={run.text.length} />
  const text = run.italic === true ? <em>{run.text}</em> : run.text
  return <span data-at={at} data-length={run.text.length}>{run.bold === true ? <strong>{text}</strong> : text}</span>
}

function numbersOf(paragraphs: readonly OutParagraph[]): number[] {
  const counters: number[] = []
  let place = ''
  return paragraphs.map(({ style, indent, cell }) => {
    const here = cell === undefined ? '' : `${cell.row} ${cell.column}`
    if (here !== place) counters.length = 0
    place = here
    counters.length = Math.min(counters.length, style === 'number' ? indent + 1 : indent)
    if (style !== 'number') return 0
    const number = (counters[indent] ?? 0) + 1
    counters[indent] = number
    return number
  })
}

export type Stretch = { paragraph: number; from: number; to: number }

/** The words selected inside this element, paragraph by paragraph. */
export function selectedIn(element: Element): Stretch[] {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return []
  const range = selection.getRangeAt(0)
  return [...element.querySelectorAll<HTMLElement>('[data-paragraph]')].flatMap((paragraph) => {
    const parts = [...paragraph.querySelectorAll<HTMLElement>('[data-at]')].filter((part) => range.intersectsNode(part)).map((part) => {
      const at = Number(part.dataset['at'])
      const text = part.contains(range.startContainer) && range.startContainer.nodeType === Node.TEXT_NODE ? range.startOffset : 0
      const end = part.contains(range.endContainer) && range.endContainer.nodeType === Node.TEXT_NODE ? range.endOffset : Number(part.dataset['length'])
      return { from: at + text, to: at + end }
    }).filter(({ from, to }) => to > from)
    const [first, last] = [parts[0], parts.at(-1)]
    return first === undefined || last === undefined ? [] : [{ paragraph: Number(paragraph.dataset['paragraph']), from: first.from, to: last.to }]
  })
}

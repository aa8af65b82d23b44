import { useEffect, useRef, useState } from 'react'
import type { ExportOrder } from '../../shared/exporting.ts'
import { call } from '../api.ts'
import { useErrorText, useMessages } from '../messages/messages.tsx'
import { showDocument } from './page-view.ts'
import css from './Sharing.module.css'

/** A title is typed letter by letter; the page follows when one pauses. */
const pauseMs = 150

/** The very document that leaves, as it stands after the review. */
export function Preview({ order }: { order: ExportOrder }) {
  const t = useMessages()
  const errorText = useErrorText()
  const [html, setHtml] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const page = useRef<HTMLDivElement>(null)
  const asked = JSON.stringify(order)
  const first = useRef(true)
  useEffect(() => {
    let current = true
    const timer = setTimeout(() => {
      first.current = false
      call('export.preview', JSON.parse(asked) as ExportOrder).then(
        (preview) => { if (current) { setHtml(preview.html); setProblem(null) } },
        (error: unknown) => { if (current) setProblem(errorText(error)) },
      )
    }, first.current ? 0 : pauseMs)
    return () => { current = false; clearTimeout(timer) }
    // The order as text: the same words need no new page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked])

  useEffect(() => {
    if (html !== null && page.current !== null) showDocument(page.current, html)
  }, [html])
  return (
    <section className={css.preview} aria-label={t('sharing.out.preview')}>
      {problem !== null && <p role="alert" className={css.problem}>{problem}</p>}
      {html === null && <p role="status" className={css.about}>{problem === null ? t('sharing.out.making') : ''}</p>}
      <div ref={page} data-veil className={css.page} lang={order.language} hidden={html === null} />
    </section>
  )
}

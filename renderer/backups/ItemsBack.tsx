import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { BackupItem } from '../../shared/backup.ts'
import { dayOfMoment, formatDay } from '../../shared/format-date.ts'
import type { ItemId } from '../../shared/ids.ts'
import { call } from '../api.ts'
import { readAnew } from '../frame/data.ts'
import { useWork } from '../frame/use-work.ts'
import { useErrorText, useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Choice.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/undo.tsx'
import { useOneStop } from '../ui/use-one-stop.ts'
import { WorkBar } from '../ui/WorkBar.tsx'
import css from './Backups.module.css'
import { stopLooking } from './use-backup.ts'
import type { BackupRef } from './use-backup.ts'

const firstShown = 50

/** What a backup has that now is not there, or reads otherwise: ticked, it comes back beside what is there. */
export function ItemsBack({ backup, passphrase }: { backup: BackupRef; passphrase: string | null }) {
  const t = useMessages()
  const errorText = useErrorText()
  const client = useQueryClient()
  const { did, failed } = useUndo()
  const { id, place } = backup
  const [items, setItems] = useState<readonly BackupItem[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<ItemId>>(new Set())
  const [shown, setShown] = useState(firstShown)
  const [busy, setBusy] = useState(false)
  const work = useWork('backup-check')
  const list = useRef<HTMLDivElement>(null)
  const reason = useId()
  const head = useId()

  const compare = useCallback(() => call('backup.items', { id, place, passphrase }), [id, place, passphrase])
  useEffect(() => {
    let current = true
    compare().then((found) => { if (current) setItems(found) }, (error: unknown) => { if (current) setProblem(errorText(error)) })
    return () => {
      current = false
      void stopLooking()
    }
    // The words for a failure change with the language only.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [compare])

  const tick = (item: ItemId, on: boolean) => setTicked((before) => {
    const next = new Set(before)
    if (on) next.add(item)
    else next.delete(item)
    return next
  })
  const putBack = async () => {
    if (busy || ticked.size === 0) return
    setBusy(true)
    try {
      const { restored } = await call('backup.fetch', { id, place, passphrase, items: [...ticked] })
      setTicked(new Set())
      setItems(await compare())
      did(t('restore.items.done', { count: restored.length }), async () => {
        for (const item of restored) await call('item.delete', item)
        await readAnew(client)
        // Undone from another screen, there is no list to bring up to date.
        if (list.current !== null) setItems(await compare())
      })
    } catch (error) {
      failed(errorText(error))
    }
    setBusy(false)
    await readAnew(client)
  }

  if (problem !== null) return <p role="alert" className={css.problem}>{problem}</p>
  if (items === null) return <div><GroupHead>{t('restore.differs')}</GroupHead><WorkBar work={work} words={t('restore.comparing')} /></div>
  if (items.length === 0) return <div ref={list}><GroupHead>{t('restore.differs')}</GroupHead><p className={css.soft}>{t('restore.same')}</p></div>
  const listed = items.slice(0, shown)
  const all = items.every((item) => ticked.has(item.id))
  return (
    <div ref={list}>
      <GroupHead id={head}>{t('restore.differs')}</GroupHead>
      <p className={css.soft}>{t('restore.differs.about')}</p>
      {items.length > 1 && (
        <div className={css.tickAll}>
          <Checkbox checked={all} label={t('restore.all')} onChange={(on) => setTicked(new Set(on ? items.slice(0, mostAtOnce).map((item) => item.id) : []))} />
        </div>
      )}
      <ItemList label={head} items={listed} ticked={ticked} onTick={tick} />
      {items.length > shown && <Button pull="start" onClick={() => setShown(shown + firstShown)}>{t('restore.more', { count: Math.min(firstShown, items.length - shown) })}</Button>}
      <div className={css.acts}>
        <p id={reason} className={css.reason}>{ticked.size === 0 ? t('restore.items.none') : ''}</p>
        <Button look="primary" off={ticked.size === 0 || busy} aria-describedby={reason} onClick={() => void putBack()}>
          {ticked.size === 0 ? t('restore.items.off') : t('restore.items', { count: ticked.size })}
        </Button>
      </div>
    </div>
  )
}

/** What one call takes. */
const mostAtOnce = 1000

function ItemList({ label, items, ticked, onTick }: {
  label: string
  items: readonly BackupItem[]
  ticked: ReadonlySet<ItemId>
  onTick: (id: ItemId, on: boolean) => void
}) {
  const { stop, list } = useOneStop(items.map(({ id }) => id))
  return (
    <ul className={css.items} aria-labelledby={label} {...list}>
      {items.map((item) => <Row key={item.id} item={item} stop={stop(item.id)} ticked={ticked.has(item.id)} onTick={(on) => onTick(item.id, on)} />)}
    </ul>
  )
}

function Row({ item, stop, ticked, onTick }: { item: BackupItem; stop: boolean; ticked: boolean; onTick: (on: boolean) => void }) {
  const t = useMessages()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const facts = useId()
  const title = item.title === '' ? t('settings.untitled') : item.title
  return (
    <li className={css.item} data-item={item.id}>
      <div className={css.itemHead}>
        <Checkbox checked={ticked} onChange={onTick} tabStop={stop} describedBy={facts} label={<span className={css.itemTitle}>{title}</span>} />
        <Button
          look="link" aria-expanded={open} tabIndex={stop ? 0 : -1} onClick={() => setOpen(!open)}
          aria-label={`${t(open ? 'restore.hide' : 'restore.show')}: ${title}`}
        >{t(open ? 'restore.hide' : 'restore.show')}</Button>
        <p id={facts} className={css.itemFacts}>
          {t(`search.kind.${item.kind}`)} · {formatDay(language, dayOfMoment(item.updatedAt))} · {t(`restore.${item.now}`)}
        </p>
      </div>
      {open && (
        <div className={item.wordsNow === null ? css.words : `${css.words} ${css.two}`}>
          <Words head={t('restore.then')} words={item.words} />
          {item.wordsNow !== null && <Words head={t('restore.now')} words={item.wordsNow} />}
        </div>
      )}
    </li>
  )
}

function Words({ head, words }: { head: string; words: string }) {
  const t = useMessages()
  return (
    <div>
      <p className={css.wordsHead}>{head}</p>
      <p className={words === '' ? css.soft : css.written}>{words === '' ? t('restore.no-words') : words}</p>
    </div>
  )
}

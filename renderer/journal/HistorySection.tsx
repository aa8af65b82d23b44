import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { dayOfMoment, formatDayOfMonth, formatTime } from '../../shared/format-date.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { KindAndBody, Revision } from '../../shared/item.ts'
import { partyNames } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import { call, onEvent } from '../api.ts'
import { keptDraft, subscribeDrafts } from '../editor/drafts.ts'
import { RichTextView } from '../editor/RichTextView.tsx'
import { wordsOf } from '../editor/SaveTrouble.tsx'
import { useAct, useCall } from '../frame/data.ts'
import { useSpace } from '../frame/space.tsx'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { MarginSection } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/undo.tsx'
import css from './Margin.module.css'

/** Earlier versions: each can be read and put back; all can be forgotten, which is final. */
export function HistorySection({ id }: { id: ItemId }) {
  const t = useMessages()
  const act = useAct()
  const { did } = useUndo()
  const [shown, setShown] = useState<Revision | null>(null)
  const [forgetting, setForgetting] = useState(false)
  const versions = useCall('history.list', id).data ?? []
  useNewVersions(id)
  const forget = () => {
    setForgetting(false)
    void act('history.forget', id).then((done) => { if (done !== null) did(t('journal.history.forgotten', { count: done.forgotten })) })
  }
  return (
    <MarginSection id="entry-history" title={t('journal.margin.history')} {...(versions.length > 0 && { count: t('journal.history.count', { count: versions.length }) })}>
      {versions.length === 0 && <p className={css.caption}>{t('journal.history.none')}</p>}
      <ul className={css.versions}>
        {versions.slice(0, 50).map((version) => <VersionRow key={version.revision} version={version} onShow={() => setShown(version)} />)}
      </ul>
      {versions.length > 0 && <Button pull="start" onClick={() => setForgetting(true)}>{t('journal.history.forget')}</Button>}
      {shown !== null && <VersionDialog id={id} version={shown} onClose={() => setShown(null)} />}
      {forgetting && (
        <Dialog
          title={t('journal.history.forget-title', { count: versions.length })} onClose={() => setForgetting(false)}
          acts={(
            <>
              <Button look="outline" autoFocus onClick={() => setForgetting(false)}>{t('journal.history.keep')}</Button>
              <Button look="danger" onClick={forget}>{t('journal.history.forget-act', { count: versions.length })}</Button>
            </>
          )}
        ><p>{t('journal.history.forget-about')}</p></Dialog>
      )}
    </MarginSection>
  )
}

/** A sitting's first save puts the state before it into the history, and so does a text that takes another's place. */
function useNewVersions(id: ItemId): void {
  const client = useQueryClient()
  const turn = useSyncExternalStore(subscribeDrafts, () => keptDraft(id)?.state.turn ?? 0)
  useEffect(() => { if (turn > 0) void client.invalidateQueries({ queryKey: ['history.list', id] }) }, [client, id, turn])
  useEffect(() => {
    let first = true
    return onEvent('item.saved', (saved) => {
      if (saved.id !== id || !first) return
      first = false
      void client.invalidateQueries({ queryKey: ['history.list', id] })
    })
  }, [client, id])
}

function useMoment() {
  const language = useLanguage()
  return (at: string) => `${formatDayOfMonth(language, dayOfMoment(at))}, ${formatTime(language, at)}`
}

/** A clause keeps places for the names: they are filled here as on its page. */
function useNamed() {
  const language = useLanguage()
  const names = partyNames(useSpace())
  return (words: string) => fillNames(words, names, language)
}

function VersionRow({ version, onShow }: { version: Revision; onShow: () => void }) {
  const t = useMessages()
  const moment = useMoment()
  const named = useNamed()
  const words = named(version.content === null ? version.words : wordsOf(version.content))
  return (
    <li>
      <button type="button" className={css.version} onClick={onShow}>
        <span className={css.caption}>{moment(version.at)}</span>
        <span className={css.firstWords}>{words === '' ? t('save.refused.empty') : words.slice(0, 160).replaceAll('\n', ' ')}</span>
      </button>
    </li>
  )
}

function VersionDialog({ id, version, onClose }: { id: ItemId; version: Revision; onClose: () => void }) {
  const t = useMessages()
  const moment = useMoment()
  const { settle } = useItemActs()
  const named = useNamed()
  const text = version.content?.kind === 'entry' ? version.content.body.text : null
  const restore = () => {
    onClose()
    let before: KindAndBody | null = keptDraft(id)?.state.content ?? null
    let revision = 0
    void settle(
      async () => {
        const now = before === null ? await call('item.get', id) : null
        // An item's kind and body belong together.
        if (now !== null && now.kind !== 'unreadable') before = { kind: now.kind, body: now.body } as KindAndBody
        const item = await call('history.restore', { id, revision: version.revision })
        revision = item.revision
        return item
      },
      t('journal.history.restored', { moment: moment(version.at) }),
      async () => {
        if (before === null) return call('history.restore', { id, revision: version.revision })
        return call('item.save', { id, revision, content: before })
      },
    )
  }
  return (
    <Dialog
      title={moment(version.at)} wide onClose={onClose}
      acts={(
        <>
          <Button look="outline" onClick={onClose}>{t('act.close')}</Button>
          {version.content !== null && <Button look="primary" onClick={restore}>{t('journal.history.restore')}</Button>}
        </>
      )}
    >
      <div className={css.earlier} tabIndex={0} role="region" aria-label={moment(version.at)}>
        {text === null ? <p>{named(version.words)}</p> : <RichTextView text={text} />}
      </div>
    </Dialog>
  )
}

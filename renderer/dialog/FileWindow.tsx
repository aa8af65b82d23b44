import { ArrowUp, FolderPlus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { isFilePurpose, isFolderPurpose } from '../../shared/file-dialog.ts'
import type { DialogProblem, DialogTask, FolderEntry, FolderView } from '../../shared/file-dialog.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { ask } from './ask.ts'
import css from './FileWindow.module.css'
import { FolderList } from './FolderList.tsx'
import { lastPart, Places } from './Places.tsx'
import { useFileWords } from './words.tsx'
import type { FileWord } from './words.tsx'

type Layer = { kind: 'replace'; name: string } | { kind: 'make' } | null

/** One question: which folder, and what name. Everything in it goes by keyboard. */
export function FileWindow({ task, first }: { task: DialogTask; first: FolderView }) {
  const t = useFileWords()
  const { purpose } = task
  const [view, setView] = useState(first)
  const [picked, setPicked] = useState<FolderEntry | null>(null)
  const [name, setName] = useState(task.name)
  const [problem, setProblem] = useState<DialogProblem | null>(null)
  const [layer, setLayer] = useState<Layer>(null)
  const listRef = useRef<HTMLUListElement>(null)
  const nameRef = useRef<HTMLInputElement>(null)
  const named = purpose === 'save' || purpose === 'create-vault'
  const takesFolder = isFolderPurpose(purpose)
  const writes = named || purpose === 'backup-place' || purpose === 'move-vault'

  useEffect(() => {
    const field = nameRef.current
    if (field === null) listRef.current?.focus()
    else {
      field.focus()
      field.setSelectionRange(0, stem(field.value).length)
    }
  }, [])

  useEffect(() => {
    const cancel = (event: KeyboardEvent) => { if (event.key === 'Escape' && !event.defaultPrevented && layer === null) void ask({ ask: 'cancel' }) }
    window.addEventListener('keydown', cancel)
    return () => window.removeEventListener('keydown', cancel)
  }, [layer])

  async function go(folder: string): Promise<void> {
    const next = await ask({ ask: 'list', folder })
    if (next === null) return
    setView(next)
    setPicked(null)
    setProblem(null)
  }

  async function choose(entry: FolderEntry | null, overwrite = false): Promise<void> {
    const chosen = !named ? entry?.name ?? '' : withEnding(name, task.name)
    const answer = await ask({ ask: 'choose', folder: view.path, name: chosen, overwrite })
    if (answer === null || answer.problem === null) return
    const replaces = answer.problem === 'exists' && purpose === 'save'
    setLayer(replaces ? { kind: 'replace', name: chosen } : null)
    setProblem(replaces ? null : answer.problem)
    if (!replaces) nameRef.current?.focus()
  }

  async function open(entry: FolderEntry): Promise<void> {
    if (entry.kind === 'folder' || (entry.kind === 'vault' && isFilePurpose(purpose))) {
      await go(join(view.path, entry.name))
      listRef.current?.focus()
    } else if (!named) await choose(entry)
    else if (entry.kind === 'file') setName(entry.name)
  }

  const wanted = isFilePurpose(purpose) ? 'file' : purpose === 'open-vault' ? 'vault' : null
  const cannotWrite = writes && !(takesFolder && picked !== null ? picked : view).writable
  const reason = cannotWrite ? t('folder.not-writable')
    : wanted !== null && picked?.kind !== wanted ? t(wanted === 'file' ? 'choose-first.file' : 'choose-first') : null
  const said = reason ?? (named ? null : problem !== null ? t(`problem.${problem}`)
    : takesFolder ? t('chosen', { name: picked?.name ?? lastPart(view.path) }) : null)

  return (
    <main className={css.window}>
      <h1 className={css.title}>{t(`title.${purpose}`)}</h1>
      <Places places={view.places} path={view.path} onGo={(path) => void go(path)} />
      <section className={css.folder}>
        <div className={css.head}>
          <Button look="icon" aria-label={t('up')} title={t('up')} off={view.parent === null} onClick={() => { if (view.parent !== null) void go(view.parent) }}>
            <ArrowUp size={20} strokeWidth={1.75} aria-hidden />
          </Button>
          <p className={css.path} data-testid="folder-path" aria-live="polite">{view.path}</p>
          {writes && (
            <Button off={!view.writable} pull="end" onClick={() => setLayer({ kind: 'make' })}>
              <FolderPlus size={20} strokeWidth={1.75} aria-hidden />{t('make')}
            </Button>
          )}
        </div>
        <FolderList
          ref={listRef} view={view} purpose={purpose} picked={picked}
          onPick={(entry) => { setPicked(entry); setProblem(null); if (entry?.kind === 'file') setName(entry.name) }}
          onOpen={(entry) => void open(entry)}
          onUp={() => { if (view.parent !== null) void go(view.parent).then(() => listRef.current?.focus()) }}
        />
      </section>
      <form className={css.foot} onSubmit={(event) => { event.preventDefault(); if (reason === null) void choose(picked) }}>
        {named && (
          <TextField
            ref={nameRef} label={t(purpose === 'save' ? 'name.save' : 'name.create-vault')} value={name}
            onChange={(event) => { setName(event.target.value); setProblem(null) }}
            {...(purpose === 'create-vault' && { hint: t('name.create-vault.hint') })}
            error={problem === null ? undefined : t(`problem.${problem}`)}
          />
        )}
        <div className={css.acts}>
          <p className={css.reason} role="status">{said}</p>
          <Button onClick={() => void ask({ ask: 'cancel' })}>{t('cancel')}</Button>
          <Button look="primary" type="submit" off={reason !== null}>{t(`act.${purpose}`)}</Button>
        </div>
      </form>
      {layer?.kind === 'replace' && (
        <Replace name={layer.name} onKeep={() => { setLayer(null); nameRef.current?.focus() }} onReplace={() => { setLayer(null); void choose(null, true) }} />
      )}
      {layer?.kind === 'make' && (
        <MakeFolder
          view={view} onClose={() => setLayer(null)}
          onMade={(made) => { setLayer(null); setView(made); setPicked(null); listRef.current?.focus() }}
        />
      )}
    </main>
  )
}

/** Replacing cannot be undone, so the safe button comes first and has the focus. */
function Replace({ name, onKeep, onReplace }: { name: string; onKeep: () => void; onReplace: () => void }) {
  const t = useFileWords()
  return (
    <Dialog
      title={t('replace.title', { name })} onClose={onKeep}
      acts={<>
        <Button look="outline" onClick={onKeep}>{t('replace.keep')}</Button>
        <Button look="danger" onClick={onReplace}>{t('replace.act')}</Button>
      </>}
    >
      <p>{t('replace.text')}</p>
    </Dialog>
  )
}

function MakeFolder({ view, onClose, onMade }: { view: FolderView; onClose: () => void; onMade: (view: FolderView) => void }) {
  const t = useFileWords()
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<DialogProblem | null>(null)
  async function make(): Promise<void> {
    const answer = await ask({ ask: 'make', folder: view.path, name: name.trim() })
    if (answer === null) return
    if (answer.folder === null) setProblem(answer.problem)
    else onMade(answer.folder)
  }
  const sentence: FileWord | null = problem === null ? null : `problem.${problem}`
  return (
    <Dialog
      title={t('make')} onClose={onClose} onSubmit={() => void make()}
      acts={<>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button look="primary" type="submit">{t('make.act')}</Button>
      </>}
    >
      <TextField
        label={t('make.name')} value={name} error={sentence === null ? undefined : t(sentence)}
        onChange={(event) => { setName(event.target.value); setProblem(null) }}
      />
    </Dialog>
  )
}

function join(folder: string, name: string): string {
  const windows = /^[A-Za-z]:\\|^\\\\/.test(folder)
  const slash = windows ? '\\' : '/'
  return folder.endsWith(slash) ? folder + name : folder + slash + name
}

function stem(name: string): string {
  return name.replace(/\.[^.]+$/, '')
}

/** A name typed without its ending gets the suggested one. */
function withEnding(name: string, suggested: string): string {
  const ending = suggested.slice(stem(suggested).length)
  const typed = name.trim()
  return typed === '' || typed.toLowerCase().endsWith(ending.toLowerCase()) ? typed : typed + ending
}

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { dayOfMoment, formatDay } from '../../shared/format-date.ts'
import { Language } from '../../shared/language.ts'
import { languageNames } from '../../shared/locales.ts'
import type { Book, BookItem } from './book.ts'
import { browserLanguage, LanguageContext, useWords } from './language.ts'
import { ItemList } from './ItemList.tsx'
import { ItemView } from './ItemView.tsx'
import { kindOf, openBook } from './open-book.ts'
import type { ChosenFile } from './open-book.ts'
import { Trouble } from './trouble.ts'
import type { TroubleCode } from './trouble.ts'

export function Reader() {
  const [language, setLanguage] = useState<Language>(browserLanguage)
  const [book, setBook] = useState<Book | null>(null)
  useEffect(() => { document.documentElement.lang = language }, [language])
  return (
    <LanguageContext value={language}>
      {book === null
        ? <Desk onOpened={setBook} onLanguage={setLanguage} />
        : <Opened book={book} onClose={() => setBook(null)} onLanguage={setLanguage} />}
    </LanguageContext>
  )
}

type Problem = { code: TroubleCode; /** Counts, so that the same one twice is said twice. */ number: number }

/** Choose a file, say what opens it. */
function Desk({ onOpened, onLanguage }: { onOpened: (book: Book) => void; onLanguage: (language: Language) => void }) {
  const { say, all } = useWords()
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const failed = (error: unknown) => setProblem((before) => ({ code: error instanceof Trouble ? error.code : 'damaged', number: (before?.number ?? 0) + 1 }))
  const choose = async (chosen: File | undefined) => {
    if (chosen === undefined) return
    setProblem(null)
    try {
      setFile(await kindOf(chosen))
    } catch (error) {
      setFile(null)
      failed(error)
    }
  }
  return (
    <div
      className="desk"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => { event.preventDefault(); void choose(event.dataTransfer.files[0]) }}
    >
      <main className="leaf">
        <h1>Mentoring Journal</h1>
        <p className="lead">{say('lead')}</p>
        {problem !== null && <p key={problem.number} role="alert" className="problem">{all.trouble[problem.code]}</p>}
        <input
          ref={picker} type="file" accept=".mjbackup,.age" hidden
          onChange={(event) => { void choose(event.target.files?.[0]); event.target.value = '' }}
        />
        {file === null
          ? (
            <div className="choose">
              <button type="button" className="primary" onClick={() => picker.current?.click()}>{say('choose')}</button>
              <p className="caption">{say('chooseHint')}</p>
            </div>
          )
          : <Secret key={file.name} file={file} onOther={() => picker.current?.click()} onOpened={onOpened} onFailed={failed} onTry={() => setProblem(null)} />}
      </main>
      <footer className="foot"><p className="caption">{say('promise')}</p><Languages onLanguage={onLanguage} /></footer>
    </div>
  )
}

function Secret({ file, onOther, onOpened, onFailed, onTry }: {
  file: ChosenFile
  onOther: () => void
  onOpened: (book: Book) => void
  onFailed: (error: unknown) => void
  onTry: () => void
}) {
  const { say, all } = useWords()
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState(false)
  const [share, setShare] = useState<number | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const open = async () => {
    if (share !== null || typed === '') return field.current?.focus()
    onTry()
    setShare(0)
    try {
      onOpened(await openBook(file, typed, setShare))
    } catch (error) {
      setShare(null)
      onFailed(error)
      field.current?.select()
    }
  }
  return (
    <form className="secret" onSubmit={(event) => { event.preventDefault(); void open() }}>
      <p className="file"><span>{file.name}</span> <button type="button" className="link" onClick={onOther}>{say('another')}</button></p>
      <div className="field">
        <label className="label" htmlFor="secret">{all.secret[file.kind]}</label>
        <div className="box">
          <input
            id="secret" ref={field} type={shown ? 'text' : 'password'} value={typed} autoComplete="off" spellCheck={false} autoCapitalize="none"
            onChange={(event) => setTyped(event.target.value)}
          />
          <button type="button" className="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>{say(shown ? 'hide' : 'show')}</button>
        </div>
      </div>
      <div className="go">
        <button type="submit" className="primary" aria-disabled={share !== null || undefined}>{say(share === null ? 'open' : 'opening')}</button>
        <span className="caption" role="status">{share !== null && share > 0 ? say('far', { share }) : ''}</span>
      </div>
    </form>
  )
}

function Opened({ book, onClose, onLanguage }: { book: Book; onClose: () => void; onLanguage: (language: Language) => void }) {
  const { say, language } = useWords()
  const [item, setItem] = useState<BookItem | null>(null)
  const place = useRef<HTMLElement>(null)
  // The item that is open has the head of the page.
  const Name = item === null ? 'h1' : 'p'
  // Where the list stood: in a narrow window list and item share the page.
  const listAt = useRef(0)
  const show = (next: BookItem | null) => {
    if (next !== null && item === null) listAt.current = window.scrollY
    setItem(next)
  }
  useLayoutEffect(() => {
    place.current?.scrollTo(0, 0)
    window.scrollTo(0, item === null ? listAt.current : 0)
  }, [item])
  return (
    <div className={item === null ? 'opened' : 'opened reading'}>
      <header className="bar">
        <Name className="name">Mentoring Journal{book.made !== null && <span className="caption"> {say('copyMade', { date: formatDay(language, dayOfMoment(book.made)) })}</span>}</Name>
        <Languages onLanguage={onLanguage} />
        <button type="button" className="quiet" onClick={onClose}>{say('close')}</button>
      </header>
      <ItemList book={book} open={item} onOpen={show} />
      <main className="reading-place" ref={place}>
        {item === null ? <p className="caption pick">{say('pick')}</p> : <ItemView book={book} item={item} onBack={() => show(null)} />}
      </main>
    </div>
  )
}

function Languages({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const { language, say } = useWords()
  return (
    <div className="languages" role="group" aria-label={say('language')}>
      {Language.options.map((option) => (
        <button key={option} type="button" lang={option} className="language" aria-pressed={option === language} onClick={() => onLanguage(option)}>{languageNames[option]}</button>
      ))}
    </div>
  )
}

import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { asHeading, dayOfMoment, formatDay, formatLongDay, formatTime } from '../../shared/format-date.ts'
import type { Agreement, AgreementReview, Boundary, Clause, EndingCard, Version } from '../../shared/agreement.ts'
import type { AgendaItem, Answer, Commitment, Entry, Note, Party, Prep, Result, Session } from '../../shared/item.ts'
import { ClauseGroup } from '../../shared/agreement.ts'
import type { Language } from '../../shared/language.ts'
import type { Question, Story, Topic } from '../../shared/meeting.ts'
import { formatMessage } from '../../shared/messages.ts'
import { clauseText } from '../../shared/rules/clause-text.ts'
import { partyNames } from '../../shared/space.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import { meetingTexts } from '../../shared/texts/meeting-all.ts'
import { middleGroundTexts } from '../../shared/texts/middle-ground-all.ts'
import { pathTexts } from '../../shared/texts/path-all.ts'
import { texts } from '../../shared/texts/texts.ts'
import { BoundaryView, CardView, ReviewView } from './AgreementParts.tsx'
import type { Book, BookItem, BookSpace } from './book.ts'
import { useWords } from './language.ts'
import { QuestionView, StoryView, TopicView } from './MeetingParts.tsx'
import { RichTextView, Tick } from './RichText.tsx'
import { VersionView } from './VersionView.tsx'

/** One item with everything under it, to read and to print. */
export function ItemView({ book, item, onBack }: { book: Book; item: BookItem; onBack: () => void }) {
  const { say, language } = useWords()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => { head.current?.focus({ preventScroll: true }) }, [item])
  const space = book.spaces.find(({ id }) => id === item.space)
  return (
    <article className="sheet" aria-labelledby="item-head">
      <div className="sheet-acts">
        <button type="button" className="quiet back" onClick={onBack}>{say('back')}</button>
        <button type="button" className="quiet" onClick={() => window.print()}>{say('print')}</button>
      </div>
      <p className="caption">{[space === undefined ? '' : spaceName(space, language, say('ownSpace')), item.kind === 'session' || item.kind === 'agreement' ? '' : kindName(item, language), item.removed ? say('removed') : ''].filter((part) => part !== '').join(' · ')}</p>
      <h1 id="item-head" ref={head} tabIndex={-1}>{headOf(item, book, language)}</h1>
      <Content book={book} item={item} space={space} />
    </article>
  )
}

export function spaceName(space: BookSpace, language: Language, own: string): string {
  if (space.other.trim() !== '') return space.other
  return space.role === 'alone' ? own : texts[language].parties[space.role === 'mentor' ? 'mentee' : 'mentor']
}

export function kindName(item: BookItem, language: Language): string {
  const words = texts[language].document
  switch (item.kind) {
    case 'entry': return texts[language].dump.journal
    case 'session': return formatMessage(language, words.session, { number: Number(item.title) || 1 })
    case 'agreement': return words.agreement
    case 'commitment': return words.commitment
    case 'agenda-item': return words.agendaItem
    case 'note': return words.note
    case 'prep': return words.preparation
    case 'result': return words.result
    case 'answer': return words.closing
    case 'clause': case 'version': return words.agreement
    case 'path': return pathTexts[language].place
    case 'exam': case 'criterion': case 'candidate': case 'inquiry': case 'letter': return pathTexts[language].exam.title
    case 'question': case 'topic': case 'story': return meetingTexts[language].kinds[item.kind]
    case 'boundary': return middleGroundTexts[language].title
    case 'ending-card': return middleGroundTexts[language].card.title
    case 'agreement-review': return middleGroundTexts[language].review
    default: return words.unreadable
  }
}

export function dayOf(item: BookItem): string {
  return item.onDate ?? dayOfMoment(item.createdAt)
}

function headOf(item: BookItem, book: Book, language: Language): string {
  const day = asHeading(formatLongDay(language, dayOf(item)))
  if (item.kind === 'session') return formatMessage(language, texts[language].document.sessionAt, { number: Number(item.title) || 1, date: formatLongDay(language, dayOf(item)) })
  if (item.kind === 'agreement') return texts[language].document.agreement
  return item.kind === 'entry' || item.parent === null ? day : headOf(topOf(item, book), book, language)
}

/** What it stands under, all the way up. */
export function topOf(item: BookItem, book: Book): BookItem {
  let top = item
  for (let depth = 0; top.parent !== null && depth < 8; depth += 1) {
    const above = book.items.find(({ id }) => id === top.parent)
    if (above === undefined) break
    top = above
  }
  return top
}

type Parts = { book: Book; item: BookItem; space: BookSpace | undefined }

/** By its kind; whatever cannot be read so is shown as the words that are in it. */
function Content({ book, item, space }: Parts) {
  const { language } = useWords()
  const body = bodyOf(book, item)
  if (body === null) return <AllWords book={book} item={item} />
  const words = texts[language].document
  const who = (party: Party) => (space === undefined || party === 'both' ? '' : partyNames({ ...space, role: roleOf(space) })[party]) || texts[language].parties[party]
  const filled = (text: string) => space === undefined ? text : fillNames(text, partyNames({ ...space, role: roleOf(space) }), language)
  switch (item.kind) {
    case 'entry': {
      const entry = body as Entry
      return <>{entry.prompt !== null && <p className="question">{filled(entry.prompt)}</p>}<RichTextView text={entry.text} /></>
    }
    case 'note': return <RichTextView text={(body as Note).text} />
    case 'session': {
      const session = body as Session
      const facts = [formatTime(language, session.startsAt), formatMessage(language, words.minutes, { minutes: session.minutes }), words.modes[session.mode], session.place, session.cancelled === null ? '' : words.cancelled]
      return (
        <>
          <p className="facts">{facts.filter((fact) => fact !== '').join(' · ')}</p>
          {session.cancelled !== null && session.cancelled.word !== '' && <p className="plain">{session.cancelled.word}</p>}
          <SessionParts book={book} item={item} space={space} who={who} />
        </>
      )
    }
    case 'agreement': return <><Clauses book={book} item={item} agreement={body as Agreement} filled={filled} /><Around book={book} item={item} space={space} who={who} filled={filled} /></>
    case 'boundary': return <BoundaryView boundary={body as Boundary} language={language} who={who} filled={filled} />
    case 'ending-card': return <CardView card={body as EndingCard} language={language} who={who} filled={filled} />
    case 'agreement-review': return <ReviewView review={body as AgreementReview} language={language} />
    case 'question': return <QuestionView question={body as Question} language={language} who={who} />
    case 'topic': return <TopicView topic={body as Topic} language={language} filled={filled} />
    case 'story': return <StoryView story={body as Story} language={language} />
    case 'version': return <VersionView version={body as Version} language={language} />
    case 'commitment': return <ul className="checks"><CommitmentRow book={book} item={item} who={who} /></ul>
    case 'prep': return <Preparation prep={body as Prep} />
    case 'clause': return <p className="plain">{filled(clauseText(body as Clause, language, language))}</p>
    default: return <AllWords book={book} item={item} />
  }
}

/** With whatever hangs under it: the search for a mentor is one page with its people. */
function AllWords({ book, item }: { book: Book; item: BookItem }) {
  return [item, ...beneath(book, item)].filter(({ words }) => words !== '').map(({ id, words }) => <p key={id} className="plain">{words}</p>)
}

type Who = (party: Party) => string

function SessionParts({ book, item, who }: Parts & { who: Who }) {
  const { language } = useWords()
  const words = texts[language].document
  const below = beneath(book, item)
  const of = (kind: string) => below.filter((one) => one.kind === kind)
  const part = (heading: string, kind: string, content: (items: BookItem[]) => ReactNode) => {
    const items = of(kind)
    return items.length === 0 ? null : <section key={kind}><h2>{heading}</h2>{content(items)}</section>
  }
  return (
    <>
      {part(words.agenda, 'agenda-item', (items) => <ul className="checks">{items.map((one) => <AgendaRow key={one.id} book={book} item={one} />)}</ul>)}
      {part(meetingTexts[language].kinds.questions, 'question', (items) => items.map((one) => {
        const question = bodyOf(book, one)
        return question === null ? <p key={one.id} className="plain">{one.words}</p> : <QuestionView key={one.id} question={question as Question} language={language} who={who} />
      }))}
      {part(words.notes, 'note', (items) => items.map((one) => <NoteRow key={one.id} book={book} item={one} who={who} />))}
      {part(words.results, 'result', (items) => <ul>{items.map((one) => <li key={one.id}>{bodyOf(book, one) === null ? one.words : (bodyOf(book, one) as Result).text}</li>)}</ul>)}
      {part(words.commitments, 'commitment', (items) => <ul className="checks">{items.map((one) => <CommitmentRow key={one.id} book={book} item={one} who={who} />)}</ul>)}
      {part(words.closing, 'answer', (items) => items.map((one) => <AnswerRow key={one.id} book={book} item={one} who={who} />))}
      {part(words.preparation, 'prep', (items) => items.map((one) => {
        const prep = bodyOf(book, one)
        return prep === null ? <p key={one.id} className="plain">{one.words}</p> : <Preparation key={one.id} prep={prep as Prep} />
      }))}
    </>
  )
}

function AgendaRow({ book, item }: { book: Book; item: BookItem }) {
  const body = bodyOf(book, item)
  if (body === null) return <li>{item.words}</li>
  const { text, outcome } = body as AgendaItem
  return <li><Tick ticked={outcome === 'covered'} />{text}</li>
}

function NoteRow({ book, item, who }: { book: Book; item: BookItem; who: Who }) {
  const body = bodyOf(book, item)
  if (body === null) return <p className="plain">{item.words}</p>
  const note = body as Note
  return <>{note.who !== null && <p className="caption">{who(note.who)}</p>}<RichTextView text={note.text} /></>
}

function AnswerRow({ book, item, who }: { book: Book; item: BookItem; who: Who }) {
  const { language } = useWords()
  const body = bodyOf(book, item)
  if (body === null) return <p className="plain">{item.words}</p>
  const answer = body as Answer
  return (
    <>
      <p className="question">{texts[language].closing[answer.question]}</p>
      <p className="caption">{who(answer.who)}</p>
      <p className="plain">{answer.text}</p>
    </>
  )
}

function CommitmentRow({ book, item, who }: { book: Book; item: BookItem; who: Who }) {
  const { language } = useWords()
  const body = bodyOf(book, item)
  if (body === null) return <li>{item.words}</li>
  const words = texts[language].document
  const commitment = body as Commitment
  const facts = [who(commitment.who), commitment.due === null ? '' : formatMessage(language, words.by, { date: formatDay(language, commitment.due) }), commitment.status === 'open' ? '' : words.commitmentStatus[commitment.status]]
  return (
    <li>
      <Tick ticked={commitment.status === 'done'} />{commitment.text}
      <span className="caption"> {facts.filter((fact) => fact !== '').join(' · ')}</span>
      {commitment.word !== '' && <p className="plain">{commitment.word}</p>}
    </li>
  )
}

function Preparation({ prep }: { prep: Prep }) {
  const { language } = useWords()
  return (['want', 'bring', 'expect', 'hard'] as const).filter((part) => (prep[part] ?? '').trim() !== '').map((part) => (
    <div key={part}><p className="question">{texts[language].prep[part]}</p><p className="plain">{prep[part]}</p></div>
  ))
}

function Clauses({ book, item, agreement, filled }: { book: Book; item: BookItem; agreement: Agreement; filled: (text: string) => string }) {
  const { language } = useWords()
  const clauses = beneath(book, item).filter(({ kind }) => kind === 'clause').map((one) => ({ one, body: bodyOf(book, one) as Clause | null }))
  return ClauseGroup.options.map((group) => {
    const own = clauses.filter(({ body }) => body?.group === group)
    if (own.length === 0) return null
    return (
      <section key={group}>
        <h2>{filled(texts[language].clauseGroups[group])}</h2>
        <ul>{own.map(({ one, body }) => <li key={one.id}>{body === null ? one.words : filled(clauseText(body, language, agreement.language))}</li>)}</ul>
      </section>
    )
  })
}

/** How the clauses came about, and what was put by for later. */
function Around({ book, item, who, filled }: Parts & { who: Who; filled: (text: string) => string }) {
  const { language } = useWords()
  const below = beneath(book, item)
  const of = <B,>(kind: string) => below.filter((one) => one.kind === kind).flatMap((one) => {
    const body = bodyOf(book, one)
    // Its shape was checked when it was written.
    return body === null ? [] : [[one.id, body as B] as const]
  })
  const [boundaries, cards, versions] = [of<Boundary>('boundary'), of<EndingCard>('ending-card'), of<Version>('version')]
  return (
    <>
      {versions.toSorted(([, a], [, b]) => b.number - a.number).map(([id, version]) => <VersionView key={id} version={version} language={language} />)}
      {boundaries.length > 0 && <section><h2>{middleGroundTexts[language].title}</h2>{boundaries.map(([id, boundary]) => <BoundaryView key={id} boundary={boundary} language={language} who={who} filled={filled} />)}</section>}
      {cards.length > 0 && <section><h2>{middleGroundTexts[language].card.title}</h2>{cards.map(([id, card]) => <CardView key={id} card={card} language={language} who={who} filled={filled} />)}</section>}
    </>
  )
}

/** Everything under it, in its order; what was removed by itself stays out. */
function beneath(book: Book, item: BookItem): BookItem[] {
  return book.items.filter(({ parent, removed }) => parent === item.id && removed === item.removed)
    .sort((a, b) => a.position - b.position).flatMap((one) => [one, ...beneath(book, one)])
}

/** Null for what this page cannot make sense of. Its shape was checked by the app whenever it was written. */
function bodyOf(book: Book, item: BookItem): unknown {
  if (item.v !== 1) return null
  try {
    const body: unknown = JSON.parse(book.body(item.id))
    return typeof body === 'object' && body !== null && fits(item.kind, body) ? body : null
  } catch {
    return null
  }
}

/** The members that this page goes into. */
function fits(kind: string, body: object): boolean {
  const has = (...names: string[]) => names.every((name) => name in body)
  const rich = (value: unknown) => typeof value === 'object' && value !== null && 'root' in value && typeof value.root === 'object'
  switch (kind) {
    case 'entry': return has('text', 'prompt') && rich((body as { text: unknown }).text)
    case 'note': return has('text', 'who') && rich((body as { text: unknown }).text)
    case 'session': return has('startsAt', 'minutes', 'mode', 'place', 'cancelled')
    case 'commitment': return has('text', 'who', 'due', 'status', 'word')
    case 'answer': return has('question', 'who', 'text')
    case 'prep': return has('want', 'bring', 'hard')
    case 'clause': return has('group', 'texts', 'sample')
    case 'agreement': return has('language')
    case 'agenda-item': return has('text', 'outcome')
    case 'result': return has('text')
    case 'question': return has('given', 'text', 'answers')
    case 'topic': return has('given', 'text')
    case 'story': return has('title', 'sort', 'text')
    case 'boundary': return has('question', 'text', 'answers')
    case 'version': return has('number', 'on', 'how', 'parties', 'clauses', 'signatures', 'words', 'vouches')
    case 'ending-card': return has('who', 'text', 'sealedAt', 'openings')
    case 'agreement-review': return has('verdicts', 'on')
    default: return false
  }
}

const roleOf = (space: BookSpace) => space.role === 'mentor' || space.role === 'mentee' ? space.role : 'alone'

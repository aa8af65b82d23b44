import { createContext, use, useMemo } from 'react'
import type { ReactNode } from 'react'
import { AppError } from '../../shared/errors.ts'
import { formatMessage } from '../../shared/messages.ts'
import type { MessageValues } from '../../shared/messages.ts'
import type { Language } from '../../shared/language.ts'
import { dayOfMoment, formatDay, formatTime } from '../../shared/format-date.ts'
import type { en } from './en.ts'

export type MessageKey = keyof typeof en
export type MessageTable = Record<MessageKey, string>
export type Translate = (key: MessageKey, values?: MessageValues) => string

/** Fetch one language's table; the others stay on disk. */
export async function loadMessages(language: Language): Promise<MessageTable> {
  switch (language) {
    case 'en': return (await import('./en.ts')).en
    case 'nl': return (await import('./nl.ts')).nl
    case 'id': return (await import('./id.ts')).id
  }
}

type Messages = { language: Language; t: Translate }
const MessagesContext = createContext<Messages | null>(null)

export function MessagesProvider({ language, table, children }: { language: Language; table: MessageTable; children: ReactNode }) {
  const value = useMemo<Messages>(() => ({ language, t: (key, values) => formatMessage(language, table[key], values) }), [language, table])
  return <MessagesContext value={value}>{children}</MessagesContext>
}

function useContextValue(): Messages {
  const messages = use(MessagesContext)
  if (messages === null) throw new Error('no MessagesProvider')
  return messages
}

/** The sentences of the screen's language. */
export function useMessages(): Translate {
  return useContextValue().t
}

/** The language of the screen. */
export function useLanguage(): Language {
  return useContextValue().language
}

/** What happened, what is safe, what to do: the sentence for a failed call. */
export function useErrorText(): (error: unknown, values?: MessageValues) => string {
  const { t, language } = useContextValue()
  return (error, values) => {
    if (!(error instanceof AppError)) return t('error.internal')
    const date = error.facts?.date
    const seconds = error.facts?.seconds
    const facts = {
      ...(date !== undefined && { date: `${formatDay(language, dayOfMoment(date))}, ${formatTime(language, date)}` }),
      ...(seconds !== undefined && { seconds }),
    }
    return t(`error.${error.code}`, { ...facts, ...values })
  }
}

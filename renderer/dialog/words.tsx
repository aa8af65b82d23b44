import { createContext, use } from 'react'
import type { Language } from '../../shared/language.ts'
import { formatMessage } from '../../shared/messages.ts'
import type { MessageValues } from '../../shared/messages.ts'
import { fileDialog as en } from '../messages/en/file-dialog.ts'
import { fileDialog as id } from '../messages/id/file-dialog.ts'
import { fileDialog as nl } from '../messages/nl/file-dialog.ts'

export type FileWord = keyof typeof en
const tables: Record<Language, Record<FileWord, string>> = { en, nl, id }

const LanguageContext = createContext<Language>('en')
export const FileWords = LanguageContext.Provider

/** This window's own small table: the journal's stays with the journal's page. */
export function useFileWords(): (word: FileWord, values?: MessageValues) => string {
  const language = use(LanguageContext)
  return (word, values) => formatMessage(language, tables[language][word], values)
}

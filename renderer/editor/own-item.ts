import { createContext } from 'react'

/** Whose text is being written, where it is known: nothing links to itself. */
export const OwnItem = createContext<string | null>(null)

/** What writing and reading a copy agree on; apart from both, since the core needs it long before either. */
export const journalName = 'journal.json'

/** 2^18: 256 MB and about a second for each guess. */
export const dumpWork = 18

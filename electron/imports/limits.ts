/** How large a journal may be. Beyond it nothing is read at all: a person's lifetime of writing is far below. */

/** One text or JSON file, also inside an archive. */
export const maxFileBytes = 64_000_000
/** All that is read of one folder or archive. */
export const maxTotalBytes = 96_000_000
/** Files in a folder or an archive, read or not. */
export const maxFiles = 200_000
/** Folders within folders. */
export const maxFolderDepth = 32
/** Lists within lists of a JSON file. */
export const maxJsonDepth = 64
/** One entry as its app wrote it. */
export const maxEntryBytes = 16_000_000
export const maxEntries = 200_000
/** What is inflated may be this many times what it is packed into; deflate reaches a thousand, words about ten. */
export const maxRatio = 200

/** An entry is cut into several before a text of ours could not hold it. */
export const maxEntryCharacters = 400_000
export const maxEntryBlocks = 8_000

/** The thread's own memory. */
export const heapMegabytes = 192
export const readingMs = 60_000

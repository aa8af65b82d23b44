export type ImportSource = { path: string } | { files: ReadonlyArray<{ name: string; bytes: Uint8Array }> }

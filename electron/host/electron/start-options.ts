/** What the app was started with; switches are written `--name=value`, as Chromium's own. */
export type StartOptions = {
  /** Where preferences and the default vault go instead of the person's own folders. */
  home: string | null
  /** Open, say how long it took, end. */
  smoke: boolean
  /** A fixed clock, as an instant. */
  now: string | null
}

export function readStartOptions(args: readonly string[]): StartOptions {
  const value = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? null
  return { home: value('home'), smoke: args.includes('--smoke'), now: value('now') }
}

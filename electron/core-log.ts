/**
 * The core's log: times, names of calls, kinds of errors. Whatever else a
 * library prints may hold paths or journal text, and is dropped.
 */
const ours = /^[a-z]+(?:[.-][a-z]+)* failed: [A-Za-z]{1,60}$/

/** Put this log in the place of the console. */
export function redactConsole(write: (line: string) => void = (line) => { process.stderr.write(line) }): void {
  const say = (first: unknown): void => {
    if (typeof first === 'string' && ours.test(first)) write(`${new Date().toISOString()} ${first}\n`)
  }
  for (const method of ['debug', 'dir', 'error', 'info', 'log', 'table', 'trace', 'warn'] as const) console[method] = say
}

/** The kind of an error, which never holds what was written. */
export function kindOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}

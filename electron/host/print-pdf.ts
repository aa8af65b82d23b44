import { spawn } from 'node:child_process'

/**
 * Send a PDF to the default printer through CUPS, from memory: `lp` reads it
 * from its standard input. False where no printer is known, Windows included.
 */
export async function printPdf(pdf: Uint8Array): Promise<boolean> {
  if (process.platform === 'win32') return false
  // "no system default destination" comes with exit code 0 as well, but without the colon.
  const known = await run('lpstat', ['-d'], null)
  if (known === null || !known.includes(':')) return false
  return await run('lp', ['-s', '-t', 'Mentoring Journal'], pdf) !== null
}

/** Standard output, or null when it could not be run or failed. */
function run(command: string, args: string[], input: Uint8Array | null): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, LC_ALL: 'C' } })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString('utf8') })
    child.on('error', () => resolve(null))
    child.on('close', (code) => resolve(code === 0 ? output : null))
    // A command that is missing or ends early closes its input; `error` or `close` above tells.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input ?? '')
  })
}

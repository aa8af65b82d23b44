import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Press a key as a person does, through the X server: Playwright's own keys
 * reach the page only, past the browser that would act on them.
 */
export async function pressKey(keys: string): Promise<void> {
  await run('xdotool', ['key', '--clearmodifiers', keys])
}

/** Without a window manager nothing gives a new window the keyboard. */
export async function focusWindow(): Promise<void> {
  const { stdout } = await run('xdotool', ['search', '--onlyvisible', '--name', 'Mentoring Journal'])
  const window = stdout.trim().split('\n').at(-1) ?? ''
  await run('xdotool', ['windowfocus', '--sync', window])
}

/** How many windows are on the screen. */
export async function countWindows(): Promise<number> {
  const { stdout } = await run('xdotool', ['search', '--onlyvisible', '--name', '.+'])
  return stdout.trim().split('\n').filter(Boolean).length
}

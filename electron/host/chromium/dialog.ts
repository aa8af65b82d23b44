/**
 * The shell's own window for choosing a file or folder. It is a page of another
 * origin with its own channel; the journal's page learns nothing of paths.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { DialogRequest } from '../../../shared/file-dialog.ts'
import type { DialogAnswers, DialogTask } from '../../../shared/file-dialog.ts'
import { checkChoice, listFolder, makeFolder } from './dialog-files.ts'
import { dialogAddress } from './origins.ts'

export type FileDialog = {
  /** The path that was chosen; null when cancelled or when the window was closed. */
  choose(task: DialogTask): Promise<string | null>
  /** The page of the open dialog, or of the next one. */
  page(): Promise<Page>
  openPage(): Page | null
  /** Whether this new page is the one being opened here. */
  claim(page: Page): boolean
  answer(request: unknown): Promise<unknown>
  close(): Promise<void>
}

const letGoMs = 80

type Running = { task: DialogTask; page: Page | null; end(path: string | null): void }

export function fileDialog(appPage: () => Page | null): FileDialog {
  let running: Running | null = null
  let waiting: Array<(page: Page) => void> = []

  async function choose(task: DialogTask): Promise<string | null> {
    // One at a time: the one that is open comes to the front, the second question gets no answer.
    if (running !== null) {
      await running.page?.bringToFront()
      return null
    }
    const opener = appPage()
    if (opener === null) return null
    const { promise, resolve } = Promise.withResolvers<string | null>()
    const mine: Running = { task, page: null, end: resolve }
    running = mine
    try {
      // No opener: the dialog's page cannot reach the journal's, nor the other way round.
      await opener.evaluate(([address, features]) => {
        // The global object of a page, which Node's types do not know.
        (globalThis as unknown as { open(address: string, target: string, features: string): void }).open(address, '_blank', features)
      }, [dialogAddress, 'popup,noopener'] as const)
      return await promise
    } finally {
      running = null
      // The key that chose is let go in this window, not in the journal's.
      await sleep(letGoMs)
      await mine.page?.close().catch(() => undefined)
      await appPage()?.bringToFront().catch(() => undefined)
    }
  }

  function claim(page: Page): boolean {
    if (running === null || running.page !== null) return false
    const mine = running
    mine.page = page
    void sizeWindow(page).catch(() => undefined)
    page.on('close', () => { mine.end(null) })
    page.on('crash', () => { mine.end(null) })
    for (const tell of waiting) tell(page)
    waiting = []
    return true
  }

  async function answer(raw: unknown): Promise<unknown> {
    const request = DialogRequest.safeParse(raw)
    return request.success && running !== null ? answerTo(running, request.data) : null
  }

  function answerTo(open: Running, request: DialogRequest): DialogAnswers[keyof DialogAnswers] {
    switch (request.ask) {
      case 'task': return open.task
      case 'list': return listFolder(request.folder, open.task.purpose)
      case 'make': return makeFolder(request.folder, request.name, open.task.purpose)
      case 'choose': {
        const choice = checkChoice(open.task, request.folder, request.name, request.overwrite)
        if ('problem' in choice) return choice
        open.end(choice.path)
        return { problem: null }
      }
      case 'cancel':
        open.end(null)
        return null
    }
  }

  return {
    choose, claim, answer,
    openPage: () => running?.page ?? null,
    page: () => running?.page !== null && running?.page !== undefined
      ? Promise.resolve(running.page)
      : new Promise((resolve) => { waiting.push(resolve) }),
    async close() { running?.end(null) },
  }
}

const size = { width: 760, height: 640 }

/** Smaller than the journal and in the middle of it: the features of `window.open` are not heeded in an app window. */
async function sizeWindow(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { windowId, bounds } = await session.send('Browser.getWindowForTarget')
  const middle = (start = 0, length = 0, own = 0) => Math.max(0, Math.round(start + (length - own) / 2))
  await session.send('Browser.setWindowBounds', {
    windowId,
    bounds: { ...size, left: middle(bounds.left, bounds.width, size.width), top: middle(bounds.top, bounds.height, size.height) },
  })
  await session.detach()
}

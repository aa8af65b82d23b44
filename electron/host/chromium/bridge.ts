import type { BrowserContext, Frame, Page } from 'playwright-core'
import type { AppEvent } from '../../../shared/events.ts'
import { appOrigin, dialogOrigin } from './origins.ts'
import { names, pageScript } from './page-script.ts'

export type BridgeEnds = {
  /** The page that shows the journal, and the one that shows a file dialog: no other is heard. */
  appPage(): Page | null
  dialogPage(): Page | null
  call(name: string, input: unknown): Promise<unknown>
  active(): void
  copied(mark: unknown): void
  resized(width: number, height: number): void
  /** What the dialog's page asks; values only. */
  dialog(request: unknown): Promise<unknown>
}

type Source = { page: Page; frame: Frame }

/**
 * Give our pages their one channel each. Every message is checked here: the top
 * frame, of our own page, on its own origin. Values only: an error thrown
 * across a binding would hand the page the stack.
 */
export async function installBridges(context: BrowserContext, ends: BridgeEnds): Promise<void> {
  const refused = { ok: false, code: 'input.invalid' }
  const fromApp = (source: Source) => isTop(source, ends.appPage(), appOrigin)
  await Promise.all([
    context.exposeBinding(names.call, async (source, name: unknown, input: unknown) =>
      fromApp(source) && typeof name === 'string' ? ends.call(name, input) : refused),
    context.exposeBinding(names.active, (source) => { if (fromApp(source)) ends.active() }),
    context.exposeBinding(names.copied, (source, mark: unknown) => { if (fromApp(source)) ends.copied(mark) }),
    context.exposeBinding(names.resized, (source, width: unknown, height: unknown) => {
      if (fromApp(source) && typeof width === 'number' && typeof height === 'number') ends.resized(width, height)
    }),
    context.exposeBinding(names.dialog, async (source, request: unknown) =>
      isTop(source, ends.dialogPage(), dialogOrigin) ? ends.dialog(request) : null),
  ])
  // After the bindings, which it takes from the page again: sent together they may arrive in any order.
  await context.addInitScript({ content: pageScript })
}

function isTop(source: Source, page: Page | null, origin: string): boolean {
  return page !== null && source.page === page && source.frame === page.mainFrame() && originOf(source.frame.url()) === origin
}

function originOf(address: string): string {
  return URL.parse(address)?.origin ?? ''
}

export async function deliver(page: Page, event: AppEvent): Promise<void> {
  // The page may be between two documents; what matters (a lock) is said after the new one is there.
  await page.evaluate(([name, sent]) => {
    // The global object of a page, which Node's types do not know.
    const global = globalThis as unknown as Record<string, ((event: AppEvent) => void) | undefined>
    global[name]?.(sent)
  }, [names.deliver, event] as const).catch(() => undefined)
}

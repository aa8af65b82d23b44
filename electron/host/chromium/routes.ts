import type { BrowserContext, Request } from 'playwright-core'
import type { PageFile, PageFiles } from '../page-files.ts'
import { appOrigin, blankOrigin, dialogOrigin } from './origins.ts'

/** One space in it: where there is no text at all, nothing can be pasted, and the clipboard would not be looked at. */
const blankPage: PageFile = {
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'", 'cache-control': 'no-store' },
  body: Buffer.from('<!doctype html><title>Mentoring Journal</title><p>&#160;</p>'),
}

/** Answer every request from memory; refuse everything else, sockets too. */
export async function answerFromMemory(context: BrowserContext, files: PageFiles): Promise<void> {
  const requests = context.route(() => true, async (route) => {
    const request = route.request()
    const file = request.method() === 'GET' ? fileFor(request, files) : undefined
    if (file === undefined) await route.abort('blockedbyclient').catch(() => undefined)
    // The page may be gone before its answer.
    else await route.fulfill({ status: 200, headers: file.headers, body: file.body }).catch(() => undefined)
  })
  const sockets = context.routeWebSocket(() => true, (socket) => { void socket.close({ code: 1008 }) })
  await Promise.all([requests, sockets])
}

function fileFor(request: Request, files: PageFiles) {
  const url = new URL(request.url())
  if (url.origin === blankOrigin) return blankPage
  if (url.origin === appOrigin) return url.pathname === '/dialog.html' ? undefined : files.get(pathOf(url, '/index.html'))
  if (url.origin === dialogOrigin) return url.pathname === '/index.html' ? undefined : files.get(pathOf(url, '/dialog.html'))
  return undefined
}

function pathOf(url: URL, start: string): string {
  return url.pathname === '/' ? start : url.pathname
}

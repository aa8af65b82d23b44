/**
 * The page's own scheme instead of `file:`: one origin that nothing else
 * shares, answered from the built page in memory and from nowhere else.
 */
import { protocol } from 'electron'
import type { Session } from 'electron'
import type { PageFiles } from '../page-files.ts'

const scheme = 'mentoring-journal'
export const origin = `${scheme}://app`
export const pageUrl = `${origin}/`
/** An empty page of another origin: going there and back takes a fresh process. */
export const blankUrl = `${scheme}://blank/`

/** For documents on their way to a PDF; a scheme apart, so that they share no origin with the page. */
const printScheme = 'mentoring-journal-print'
export const printUrl = `${printScheme}://document/`

const blankHeaders = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'", 'cache-control': 'no-store' }

const documentHeaders = {
  'content-type': 'text/html; charset=utf-8',
  // No script, nothing from outside; what a document looks like is written in it.
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:",
}

/** Has to run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true } },
    { scheme: printScheme, privileges: { standard: true, secure: true } },
  ])
}

/** Serve the built page; everything but a GET of one of its files is refused. */
export function servePage(session: Session, files: PageFiles): void {
  session.protocol.handle(scheme, (request) => {
    const { host, pathname } = new URL(request.url)
    // Looked up, never joined to a folder: `..` leads nowhere.
    const file = files.get(pathname === '/' ? '/index.html' : pathname)
    if (host === 'blank') return new Response('<!doctype html><title>Mentoring Journal</title>', { headers: blankHeaders })
    if (host !== 'app' || request.method !== 'GET' || file === undefined) return refusal()
    return new Response(new Uint8Array(file.body), { headers: file.headers })
  })
}

/** Serve documents by id, as long as they are in the map. */
export function serveDocuments(session: Session, documents: ReadonlyMap<string, string>): void {
  session.protocol.handle(printScheme, (request) => {
    const html = documents.get(new URL(request.url).pathname.slice(1))
    return html === undefined ? refusal() : new Response(html, { headers: documentHeaders })
  })
}

function refusal(): Response {
  return new Response(null, { status: 404 })
}

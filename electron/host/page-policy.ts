/**
 * What a page of ours may do, the same in both shells: load what was built
 * into `dist/renderer`, and nothing else from anywhere.
 */
import { extname } from 'node:path'

const policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'none'",
  'frame-src': "'none'",
  'worker-src': "'none'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
}

export function contentSecurityPolicy(): string {
  return Object.entries(policy).map(([directive, value]) => `${directive} ${value}`).join('; ')
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
}

/** The headers of one built file; null for a kind of file that no page of ours is made of. */
export function pageHeaders(file: string): Record<string, string> | null {
  const type = contentTypes[extname(file)]
  if (type === undefined) return null
  return {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy(),
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  }
}

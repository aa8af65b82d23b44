/**
 * Everything a page could ask of a browser and that this one never gets:
 * network, permissions, devices, navigation, windows, downloads, dictionaries.
 */
import { app } from 'electron'
import type { Session, WebContents } from 'electron'

/** Nothing answers there: whatever got past the other refusals ends here. */
const deadProxy = { mode: 'fixed_servers', proxyRules: 'socks5://127.0.0.1:1', proxyBypassRules: '<-loopback>' } as const

const switches: ReadonlyArray<readonly [string, string?]> = [
  ['disable-http-cache'],
  ['disable-gpu-shader-disk-cache'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', deadProxy.proxyRules],
  ['proxy-bypass-list', deadProxy.proxyBypassRules],
  ['disable-quic'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-breakpad'],
]

/** For the browser as a whole; has to run before the app is ready. */
export function denyByDefault(): void {
  for (const [name, value] of switches) {
    if (value === undefined) app.commandLine.appendSwitch(name)
    else app.commandLine.appendSwitch(name, value)
  }
  app.on('web-contents-created', (_event, contents) => denyInContents(contents))
}

/** Requests that no session sees, such as those of helper processes. */
export async function denyAppNetwork(): Promise<void> {
  await app.setProxy(deadProxy)
}

export type Allowed = {
  /** Only addresses that begin with one of these are loaded. */
  load: readonly string[]
  /** Copying by a button; reading the clipboard is refused always. */
  writeClipboard: boolean
}

/** For one session. Permissions are refused both where they are asked for and where they are looked up. */
export async function denyInSession(session: Session, allowed: Allowed): Promise<void> {
  const granted = (permission: string) => allowed.writeClipboard && permission === 'clipboard-sanitized-write'
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(granted(permission)))
  session.setPermissionCheckHandler((_contents, permission) => granted(permission))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  session.setCertificateVerifyProc((_request, answer) => answer(-2))
  session.webRequest.onBeforeRequest((request, answer) =>
    answer({ cancel: !allowed.load.some((start) => request.url.startsWith(start)) }))
  session.on('will-download', (event) => event.preventDefault())
  // The web preference alone still let dictionaries be downloaded (electron#22995).
  session.setSpellCheckerEnabled(false)
  await session.setProxy(deadProxy)
}

/** For whatever shows a page, the print window included. */
function denyInContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  // CSP does not stop WebRTC's own packets; this and the dead proxy do.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

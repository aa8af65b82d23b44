import type { Shell } from './run-shell.ts'

export const page = 'mentoring-journal://app'
export const journalSession = (shell: Shell) => {
  const session = shell.sessions.get('journal')
  if (session === undefined) throw new Error('no session')
  return session
}
export const deadProxy = { mode: 'fixed_servers', proxyRules: 'socks5://127.0.0.1:1', proxyBypassRules: '<-loopback>' }

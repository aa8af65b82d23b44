/**
 * Sleep and a locked screen, as a Linux desktop tells them over D-Bus: logind on
 * the system's bus, the screen savers of the desktops on the session's. Where
 * there is no such bus, the clock that jumps and the idle lock carry it.
 */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'

export type SystemSignal = 'suspend' | 'screen-lock'

export type SystemSignals = {
  /** Somebody tells of a locked screen here. */
  readonly hears: boolean
  stop(): void
}

const interfaces = { logind: 'org.freedesktop.login1', properties: 'org.freedesktop.DBus.Properties' }

const buses = [
  ['--system', [
    `type='signal',interface='${interfaces.logind}.Manager',member='PrepareForSleep'`,
    `type='signal',interface='${interfaces.logind}.Session',member='Lock'`,
    `type='signal',interface='${interfaces.properties}',member='PropertiesChanged',arg0='${interfaces.logind}.Session'`,
  ]],
  ['--session', ["type='signal',member='ActiveChanged'"]],
] as const

/** Begin to listen; what ends or cannot be started is not tried again. */
export function hearSystem(heard: (signal: SystemSignal) => void): SystemSignals {
  if (process.platform !== 'linux') return { hears: false, stop: () => undefined }
  const children = new Set<ChildProcess>()
  for (const [bus, rules] of buses) {
    const child = spawn('dbus-monitor', [bus, ...rules], { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, LC_ALL: 'C' } })
    children.add(child)
    child.on('error', () => { children.delete(child) })
    child.on('exit', () => { children.delete(child) })
    const read = readSignals(sessionPath(process.env['XDG_SESSION_ID']), heard)
    child.stdout.setEncoding('utf8').on('data', read)
    child.unref()
    // The bus and the pipe to it must not keep the app alive.
    if ('unref' in child.stdout && typeof child.stdout.unref === 'function') child.stdout.unref()
  }
  return {
    get hears() { return children.size > 0 },
    stop() { for (const child of children) child.kill() },
  }
}

/** Where logind keeps a session: letters and digits stand for themselves, but no digit first. */
export function sessionPath(id: string | undefined): string | null {
  if (id === undefined || id === '') return null
  const escaped = [...id].map((letter, at) => /[a-zA-Z]/.test(letter) || (at > 0 && /[0-9]/.test(letter)) ? letter : `_${letter.charCodeAt(0).toString(16).padStart(2, '0')}`)
  return `/org/freedesktop/login1/session/${escaped.join('')}`
}

/** Read what `dbus-monitor` prints, however it arrives. `session` is our own; null takes every session for it. */
export function readSignals(session: string | null, heard: (signal: SystemSignal) => void): (chunk: string) => void {
  let rest = ''
  let member = ''
  let hint = false
  return (chunk) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const signal = /^signal .*\bpath=([^;]*);.* member=(\w+)$/.exec(line)
      if (signal !== null) {
        const [, path = '', name = ''] = signal
        const ours = session === null || !path.startsWith('/org/freedesktop/login1/session/') || path === session
        member = ours ? name : ''
        hint = false
        if (member === 'Lock') heard('screen-lock')
      } else if (member === 'PropertiesChanged' && line.includes('string "LockedHint"')) hint = true
      else if (/^\s+(variant\s+)?boolean true$/.test(line)) {
        if (member === 'PrepareForSleep') heard('suspend')
        else if (member === 'ActiveChanged' || hint) heard('screen-lock')
        hint = false
      } else if (/^\s+(variant\s+)?boolean false$/.test(line)) hint = false
    }
  }
}

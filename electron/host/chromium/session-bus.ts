/** The person's D-Bus on Linux, over which a keychain answers. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Its address, null where there is none. Only one on this machine counts, and
 * none is started: the library would, and leave it running.
 */
export function sessionBus(env: NodeJS.ProcessEnv = process.env): string | null {
  const told = env['DBUS_SESSION_BUS_ADDRESS'] ?? ''
  if (told !== '') return told.split(';').every((address) => address.startsWith('unix:')) ? told : null
  const folder = env['XDG_RUNTIME_DIR'] ?? ''
  const socket = join(folder, 'bus')
  return folder !== '' && existsSync(socket) ? `unix:path=${socket}` : null
}

import { powerMonitor } from 'electron'

/**
 * Lock when the machine sleeps or its screen locks. Linux does not tell of a
 * locked screen, so there it is asked every few seconds; where even that is not
 * known, the idle lock carries it.
 */
export function watchPower(lock: (why: 'suspend' | 'screen-lock') => void, end: () => void): void {
  powerMonitor.on('suspend', () => lock('suspend'))
  powerMonitor.on('lock-screen', () => lock('screen-lock'))
  powerMonitor.on('user-did-resign-active', () => lock('screen-lock'))
  powerMonitor.on('shutdown', end)
  if (process.platform !== 'linux') return
  let locked = false
  setInterval(() => {
    const now = powerMonitor.getSystemIdleState(60) === 'locked'
    if (now && !locked) lock('screen-lock')
    locked = now
  }, 5_000).unref()
}

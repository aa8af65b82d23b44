import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { AppEvent } from '../../../../shared/events.ts'
import { senderOf, soon, startShell } from './run-shell.ts'
import type { Shell } from './run-shell.ts'
import { preventable } from './stand-in.ts'

const unlock = async (shell: Shell) => { await shell.bridge.call('vault.unlock', { passphrase: 'five quiet words' }) }
const locks = (shell: Shell) => shell.told.flatMap((message) => message.type === 'lock' ? [message.why] : [])
const prefer = async (shell: Shell, change: object) => {
  const before = shell.told.length
  shell.coreSays({ type: 'host', seq: before, method: 'setPreferences', args: [change] })
  await soon(() => { if (!shell.told.slice(before).some(({ type }) => type === 'host-reply')) throw new Error('no answer yet') })
}
const markOf = (text: string, secret = false) => ({ salt: 'ab'.repeat(32), hash: createHash('sha256').update(Buffer.from('ab'.repeat(32), 'hex')).update(text).digest('hex'), secret })

/** What a lock takes along in the Electron shell, and when it does not lock. */
export function lockCases(): void {
  test('what the page copied leaves the clipboard at the lock, what came from elsewhere stays', async () => {
    const shell = await startShell()
    await unlock(shell)
    shell.clip.text = 'line\r\nand line'
    shell.bridge.copied(markOf('line\nand line'))
    shell.module.powerMonitor.emit('suspend')
    await soon(() => expect(shell.clip.text).toBe(''))

    await soon(() => expect(shell.window.loaded).toHaveLength(3))
    await unlock(shell)
    shell.bridge.copied(markOf('line\nand line'))
    shell.clip.text = 'of another program'
    shell.module.powerMonitor.emit('suspend')
    await soon(() => expect(shell.window.loaded).toHaveLength(5))
    expect(shell.clip.text).toBe('of another program')
  })

  test('a mark from anybody else, or one that is none, is not heeded', async () => {
    const shell = await startShell()
    await unlock(shell)
    shell.clip.text = 'words'
    shell.ipcMain.emit('copied', senderOf(shell, { sender: {} }), markOf('words'))
    shell.ipcMain.emit('copied', senderOf(shell), { hash: 'words' })

    shell.module.powerMonitor.emit('suspend')
    await soon(() => expect(shell.window.loaded).toHaveLength(3))

    expect(shell.clip.text).toBe('words')
  })

  test('sleep and a locked screen lock only as the preferences say', async () => {
    const shell = await startShell()
    await unlock(shell)
    await prefer(shell, { lockOnSleep: false, lockOnScreenLock: false })

    shell.module.powerMonitor.emit('suspend')
    shell.module.powerMonitor.emit('lock-screen')
    await new Promise((done) => { setTimeout(done, 50) })
    expect(locks(shell)).toEqual([])
    await prefer(shell, { lockOnScreenLock: true })
    shell.module.powerMonitor.emit('suspend')
    shell.module.powerMonitor.emit('lock-screen')

    await soon(() => expect(locks(shell)).toEqual(['screen-lock']))
  })

  test('the window hides from capture, or not, as the preferences say', async () => {
    const shell = await startShell()

    expect(shell.window.protectedContent).toBe(true)
    await prefer(shell, { protectContent: false })
    expect(shell.window.protectedContent).toBe(false)
  })

  test('a window that is minimised is out of sight, and back when it is restored', async () => {
    const shell = await startShell()

    for (const name of ['minimize', 'restore', 'hide', 'show']) expect(shell.window.listenerCount(name), name).toBeGreaterThan(0)
    for (const name of ['minimize', 'restore', 'hide', 'show']) shell.window.emit(name)
  })

  test('a half made PDF ends with the lock', async () => {
    const shell = await startShell()
    await unlock(shell)
    shell.coreSays({ type: 'host', seq: 77, method: 'printToPdf', args: ['<p>half</p>'] })
    const print = await soon(() => {
      const window = shell.windows[1]
      if (window === undefined) throw new Error('not printing yet')
      return window
    })

    shell.module.powerMonitor.emit('suspend')

    await soon(() => expect(print.destroyed).toBe(true))
  })

  test('a window that is closed over words that cannot be saved asks once, and closes when the page says so', async () => {
    const shell = await startShell({ answer: (name) => ({ ok: true, value: name === 'item.unsaved' ? 2 : undefined }) })
    await unlock(shell)

    shell.window.emit('close', preventable())
    await soon(() => expect(shell.window.webContents.sent.at(-1)).toEqual({ channel: 'event', args: [{ name: 'window.closing', data: {} }] }))
    expect(shell.app.quits).toBe(0)
    await shell.bridge.call('window.close', undefined)
    await soon(() => expect(shell.app.quits).toBe(1))
  })

  test('whoever closes it a second time has answered', async () => {
    const second = await startShell({ answer: (name) => ({ ok: true, value: name === 'item.unsaved' ? 2 : undefined }) })
    await unlock(second)
    second.window.emit('close', preventable())
    await soon(() => expect(second.window.webContents.sent.at(-1)?.args).toEqual([{ name: 'window.closing', data: {} }]))
    second.window.emit('close', preventable())
    await soon(() => expect(second.app.quits).toBe(1))
  })

  test('what the shell says before the page listens is kept for its first listener', async () => {
    const shell = await startShell()
    const heard: AppEvent[] = []
    shell.window.webContents.send('event', { name: 'vault.locked', data: { why: 'idle' } })

    const stop = shell.bridge.onEvent((event) => { heard.push(event) })
    stop()

    expect(heard).toEqual([{ name: 'vault.locked', data: { why: 'idle' } }])
  })
}

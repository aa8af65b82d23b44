/** The Host port as this shell fills it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { defaultStoredPreferences } from '../../../../shared/preference.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'
import { deadProxy, page } from './expected.ts'
import { soon, startShell } from './run-shell.ts'
import type { Shell } from './run-shell.ts'

export function portCases(): void {
  describe('the port', () => {
    let seq = 0
    /** What the core gets when it asks the shell for something. */
    const ask = async (shell: Shell, method: string, ...args: unknown[]): Promise<unknown> => {
      seq += 1
      const mine = seq
      // The names are the port's; the core types them on its side.
      shell.coreSays({ type: 'host', seq: mine, method, args } as never)
      return soon(() => {
        const reply = shell.told.find((message) => message.type === 'host-reply' && message.seq === mine)
        if (reply?.type !== 'host-reply') throw new Error('no answer yet')
        return reply.ok ? reply.value : { code: reply.code }
      })
    }

    test('reads and changes the preferences, and puts right what does not fit', async () => {
      const home = tempFolder()
      writeFileSync(join(home, 'preferences.json'), JSON.stringify({ language: 'nl', theme: 'pink', unknown: 1 }))
      const shell = await startShell({ home })

      expect(await ask(shell, 'getPreferences')).toEqual({ ...defaultStoredPreferences, language: 'nl' })
      await ask(shell, 'setPreferences', { theme: 'dark' })
      expect(await ask(shell, 'setPreferences', { theme: 'pink' })).toEqual({ code: 'internal' })
      expect(JSON.parse(readFileSync(join(home, 'preferences.json'), 'utf8'))).toEqual({ ...defaultStoredPreferences, language: 'nl', theme: 'dark' })
    })

    test('starts with the defaults when the preference file is no file of ours', async () => {
      const home = tempFolder()
      writeFileSync(join(home, 'preferences.json'), '{"language": "nl"')
      const shell = await startShell({ home })

      expect(await ask(shell, 'getPreferences')).toEqual(defaultStoredPreferences)
      expect(shell.ipcMain.eventNames()).not.toContain('electron-store-get-data')
    })

    test('puts the default vault where it was told to', async () => {
      const shell = await startShell()

      expect(await ask(shell, 'defaultVaultFolder')).toBe(join(shell.home, 'Journal.mjournal'))
    })

    test('asks for a place to save with the system’s dialog, and starts there next time', async () => {
      const shell = await startShell()
      const folder = tempFolder()
      shell.answers.save = { canceled: false, filePath: join(folder, 'Summary.pdf') }

      expect(await ask(shell, 'chooseSavePath', { name: 'Summary.pdf', language: 'en' })).toBe(join(folder, 'Summary.pdf'))
      shell.answers.save = { canceled: true, filePath: '' }
      expect(await ask(shell, 'chooseSavePath', { name: 'Summary.pdf', language: 'id' })).toBeNull()
      expect(shell.asked.save[0]).toMatchObject({
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      })
      expect(shell.asked.save[1]).toMatchObject({ title: 'Simpan berkas', defaultPath: join(folder, 'Summary.pdf') })
    })

    test('asks before it replaces a file whose ending was not typed', async () => {
      const shell = await startShell()
      const folder = tempFolder()
      writeFileSync(join(folder, 'Notes.md'), 'earlier')
      shell.answers.save = { canceled: false, filePath: join(folder, 'Notes') }

      expect(await ask(shell, 'chooseSavePath', { name: 'Notes.md', language: 'nl' })).toBeNull()
      expect(await ask(shell, 'chooseSavePath', { name: 'Notes.md', language: 'en' })).toBeNull()
      shell.answers.message = { response: 0, checkboxChecked: false }
      expect(await ask(shell, 'chooseSavePath', { name: 'Notes.md', language: 'id' })).toBe(join(folder, 'Notes.md'))
      shell.answers.save = { canceled: false, filePath: join(folder, 'Other') }
      expect(await ask(shell, 'chooseSavePath', { name: 'Notes.md', language: 'en' })).toBe(join(folder, 'Other.md'))
      expect(shell.asked.message).toHaveLength(3)
      expect(shell.asked.message[0]).toMatchObject({ message: '“Notes.md” bestaat al.', defaultId: 1, cancelId: 1 })
      expect(shell.asked.message[1]).toMatchObject({ message: '“Notes.md” is already there.' })
      expect(shell.asked.message[2]).toMatchObject({ message: '“Notes.md” sudah ada.' })
    })

    test('asks for a vault’s folder, and for a new one by name', async () => {
      const shell = await startShell()
      const folder = tempFolder()
      const start = join(folder, 'Journal.mjournal')

      expect(await ask(shell, 'chooseFolder', { purpose: 'open-vault', start, language: 'en' })).toBeNull()
      shell.answers.open = { canceled: false, filePaths: [folder] }
      expect(await ask(shell, 'chooseFolder', { purpose: 'open-vault', start, language: 'en' })).toBe(folder)
      expect(await ask(shell, 'chooseFolder', { purpose: 'create-vault', start, language: 'nl' })).toBeNull()
      shell.answers.save = { canceled: false, filePath: join(folder, 'Diary') }
      expect(await ask(shell, 'chooseFolder', { purpose: 'create-vault', start, language: 'nl' })).toBe(join(folder, 'Diary.mjournal'))
      expect(shell.asked.open[0]).toMatchObject({ properties: ['openDirectory', 'dontAddToRecent'], defaultPath: start })
    })

    test('asks for a file to read by its ending, and starts there next time', async () => {
      const shell = await startShell()
      const folder = tempFolder()

      expect(await ask(shell, 'chooseOpenPath', { purpose: 'open-backup', language: 'nl' })).toBeNull()
      shell.answers.open = { canceled: false, filePaths: [join(folder, 'one.mjbackup')] }
      expect(await ask(shell, 'chooseOpenPath', { purpose: 'open-backup', language: 'en' })).toBe(join(folder, 'one.mjbackup'))
      expect(await ask(shell, 'chooseOpenPath', { purpose: 'import-folder', language: 'id' })).toBe(join(folder, 'one.mjbackup'))
      expect(shell.asked.open[0]).toMatchObject({
        title: 'Kies een back-up', filters: [{ name: 'Back-ups', extensions: ['mjbackup'] }], properties: ['openFile', 'dontAddToRecent'],
      })
      expect(shell.asked.open[2]).toMatchObject({ title: 'Pilih folder untuk diimpor', defaultPath: folder, properties: ['openDirectory', 'dontAddToRecent'] })
      expect(shell.asked.open[2]).not.toHaveProperty('filters')
    })

    test('asks for a folder that is there for backups and for a vault that moves', async () => {
      const shell = await startShell()
      const folder = tempFolder()
      const start = join(folder, 'Journal.mjournal')
      shell.answers.open = { canceled: false, filePaths: [folder] }

      expect(await ask(shell, 'chooseFolder', { purpose: 'backup-place', start, language: 'en' })).toBe(folder)
      expect(await ask(shell, 'chooseFolder', { purpose: 'move-vault', start, language: 'nl' })).toBe(folder)
      expect(shell.asked.open).toMatchObject([
        { title: 'Choose a second place for backups', defaultPath: folder, properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] },
        { title: 'Kies waar je kluis naartoe gaat', defaultPath: folder },
      ])
    })

    test('prints to PDF in a hidden, confined window on a session of its own, without script', async () => {
      const shell = await startShell()

      const pdf = await ask(shell, 'printToPdf', '<p>reviewed words</p>')
      const print = shell.windows[1]
      const session = shell.sessions.get('print')
      const served = async (path: string) => session?.schemes.get('mentoring-journal-print')?.(new Request(path))

      expect(pdf).toBeInstanceOf(Uint8Array)
      expect(print?.options).toMatchObject({ show: false, webPreferences: { sandbox: true, contextIsolation: true, javascript: false, session } })
      expect(print?.options.webPreferences).not.toHaveProperty('preload')
      expect(print?.webContents.printed).toMatchObject({ pageSize: 'A4', displayHeaderFooter: false })
      expect(print?.visible).toBe(false)
      expect(print?.destroyed).toBe(true)
      expect(session).toMatchObject({ partition: 'print', cleared: 1, proxy: deadProxy, spellChecker: false })
      // What Electron tells besides the permission's name is not looked at.
      expect(session?.permissionCheck?.(null, 'clipboard-sanitized-write', page, {} as never)).toBe(false)
      expect((await served(print?.loaded[0] ?? ''))?.status).toBe(404)
    })

    test('serves a document to its own window only while it is printed, and lets it run nothing', async () => {
      const shell = await startShell()
      const seen: Response[] = []
      const Window = shell.module.BrowserWindow
      const load = vi.spyOn(Window.prototype, 'loadURL').mockImplementation(async (url) => {
        const answer = await shell.sessions.get('print')?.schemes.get('mentoring-journal-print')?.(new Request(url))
        if (answer !== undefined) seen.push(answer)
      })

      await ask(shell, 'printToPdf', '<p>reviewed words</p>')
      await ask(shell, 'printToPdf', '<p>other words</p>')
      load.mockRestore()

      expect(await seen[0]?.text()).toBe('<p>reviewed words</p>')
      expect(await seen[1]?.text()).toBe('<p>other words</p>')
      expect(seen[0]?.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:")
    })

    test('keeps a secret sealed by the system’s keychain, and nothing of it in the clear', async () => {
      const shell = await startShell()
      const secret = new Uint8Array(32).fill(7)
      const file = () => readFileSync(join(shell.home, 'preferences.json'), 'utf8')

      expect(await ask(shell, 'keychainOffer')).toEqual({ offered: true })
      expect(await ask(shell, 'keychainGet', 'ab12')).toBeNull()
      await ask(shell, 'keychainSet', 'ab12', secret)
      const kept = file()
      expect(await ask(shell, 'keychainGet', 'ab12')).toEqual(secret)
      shell.keychain.rotated = true
      shell.keychain.tag = 'v12'
      expect(await ask(shell, 'keychainGet', 'ab12')).toEqual(secret)
      const sealedAnew = file()
      await ask(shell, 'keychainRemove', 'ab12')

      expect(kept).not.toContain(Buffer.from(secret).toString('base64'))
      expect(sealedAnew).not.toBe(kept)
      expect(JSON.parse(file())).toMatchObject({ keychainSecrets: {} })
      expect(await ask(shell, 'keychainGet', 'ab12')).toBeNull()
    })

    test.each([
      ['is none', { available: false }, 'none'],
      ['would keep it under a fixed password', { backend: 'basic_text' as const }, 'unsafe'],
      ['falls back to a key that everybody knows', { tag: 'v10' }, 'unsafe'],
      ['fails', { broken: true }, 'none'],
      ['does not answer', { silent: true }, 'silent'],
    ])('offers no keychain where there %s, and takes nothing', async (_, state, why) => {
      const shell = await startShell({ platform: 'linux' })
      Object.assign(shell.keychain, state)

      expect(await ask(shell, 'keychainOffer')).toEqual({ offered: false, why })
      if (why === 'unsafe' && 'tag' in state) expect(await ask(shell, 'keychainSet', 'ab12', new Uint8Array(32))).toEqual({ code: 'keychain.failed' })
      expect(await ask(shell, 'getPreferences')).toMatchObject({ keychainSecrets: {} })
    })

    test('says when the keychain no longer opens what it sealed', async () => {
      const shell = await startShell()
      await ask(shell, 'keychainSet', 'ab12', new Uint8Array(32))
      shell.keychain.available = false

      expect(await ask(shell, 'keychainGet', 'ab12')).toEqual({ code: 'keychain.failed' })
    })

    test('shows a file in its folder, and says that there is no printer where there is none', async () => {
      const shell = await startShell()
      vi.stubEnv('PATH', tempFolder())

      await ask(shell, 'showInFolder', '/somewhere/Summary.pdf')
      const printed = await ask(shell, 'print', new Uint8Array([1]))
      vi.unstubAllEnvs()

      expect(shell.shown).toEqual(['/somewhere/Summary.pdf'])
      expect(printed).toBe(false)
    })
  })
}

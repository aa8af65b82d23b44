import { app, dialog, shell } from 'electron'
import type { BrowserWindow } from 'electron'
import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { isFilePurpose, readableEndings } from '../../../shared/file-dialog.ts'
import type { Protection } from '../../../shared/vault.ts'
import { defaultVaultFolder, privateFolderInMemory } from '../folders.ts'
import type { FolderChoice, Host, OpenChoice, SaveChoice } from '../host.ts'
import { printPdf } from '../print-pdf.ts'
import { dialogTexts } from './dialog-texts.ts'
import { electronKeychain } from './keychain.ts'
import type { PreferenceFile } from './preferences.ts'
import { htmlToPdf } from './print-window.ts'

export type ElectronHostOptions = {
  window: BrowserWindow
  preferences: PreferenceFile
  home: string | null
  sandboxed: boolean
  noCoreFiles: boolean
}

/** The port as Electron fills it: native dialogs, its own PDF printing, the system's file manager. */
export function electronHost({ window, preferences, home, sandboxed, noCoreFiles }: ElectronHostOptions): Host {
  let lastFolder: string | null = null
  let lastRead: string | null = null
  return {
    shell: 'electron',
    defaultVaultFolder: async () => defaultVaultFolder(home),
    protections: async () => protections(sandboxed, noCoreFiles),
    getPreferences: async () => preferences.read(),
    async setPreferences(change) {
      const changed = preferences.change(change)
      if (!window.isDestroyed()) window.setContentProtection(changed.protectContent)
      return changed
    },
    async chooseSavePath(choice) {
      const path = await chooseSavePath(window, choice, lastFolder ?? app.getPath('documents'))
      if (path !== null) lastFolder = dirname(path)
      return path
    },
    async chooseOpenPath(choice) {
      const path = await chooseOpenPath(window, choice, lastRead ?? app.getPath('documents'))
      if (path !== null) lastRead = dirname(path)
      return path
    },
    chooseFolder: (choice) => chooseFolder(window, choice),
    showInFolder: async (path) => shell.showItemInFolder(path),
    printToPdf: htmlToPdf,
    print: printPdf,
    ...electronKeychain(preferences),
  }
}

function protections(sandboxed: boolean, noCoreFiles: boolean): Protection[] {
  const held: Protection[] = []
  if (sandboxed) held.push('sandbox')
  if (privateFolderInMemory()) held.push('ram-profile')
  if (noCoreFiles) held.push('no-core-files')
  held.push('clipboard', 'screen-lock-signal')
  if (process.platform === 'win32' || process.platform === 'darwin') held.push('content-protection')
  return held
}

async function chooseSavePath(window: BrowserWindow, choice: SaveChoice, folder: string): Promise<string | null> {
  const text = dialogTexts[choice.language]
  const ending = extname(choice.name)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: text.save,
    defaultPath: join(folder, choice.name),
    filters: [{ name: ending.slice(1).toUpperCase(), extensions: [ending.slice(1)] }],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  })
  if (canceled || filePath === '') return null
  if (extname(filePath).toLowerCase() === ending.toLowerCase()) return filePath
  // The dialog asked about the name as it was typed, not about the one with its ending.
  const completed = `${filePath}${ending}`
  return !existsSync(completed) || await mayReplace(window, completed, choice) ? completed : null
}

async function mayReplace(window: BrowserWindow, path: string, choice: SaveChoice): Promise<boolean> {
  const text = dialogTexts[choice.language]
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: text.exists(basename(path)),
    detail: text.existsDetail,
    buttons: [text.replace, text.keep],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}

async function chooseOpenPath(window: BrowserWindow, { purpose, language }: OpenChoice, folder: string): Promise<string | null> {
  const text = dialogTexts[language]
  const { title, button } = text.read[purpose]
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    buttonLabel: button,
    defaultPath: folder,
    // No "all files": a file of another kind would only be refused.
    ...(isFilePurpose(purpose) && { filters: [{ name: text.kinds[purpose], extensions: [...readableEndings[purpose]] }] }),
    properties: [isFilePurpose(purpose) ? 'openFile' : 'openDirectory', 'dontAddToRecent'],
  })
  return canceled ? null : filePaths[0] ?? null
}

async function chooseFolder(window: BrowserWindow, choice: FolderChoice): Promise<string | null> {
  const text = dialogTexts[choice.language]
  if (choice.purpose === 'open-vault') {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: text.openVault,
      buttonLabel: text.openVaultButton,
      defaultPath: choice.start,
      properties: ['openDirectory', 'dontAddToRecent'],
    })
    return canceled ? null : filePaths[0] ?? null
  }
  if (choice.purpose !== 'create-vault') {
    const { title, button } = text.place[choice.purpose]
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title,
      buttonLabel: button,
      defaultPath: dirname(choice.start),
      properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
    })
    return canceled ? null : filePaths[0] ?? null
  }
  // A vault is a folder that is not there yet: it is named as a file would be.
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: text.createVault,
    buttonLabel: text.createVaultButton,
    defaultPath: choice.start,
    properties: ['createDirectory', 'dontAddToRecent'],
  })
  if (canceled || filePath === '') return null
  return extname(filePath) === '' ? `${filePath}.mjournal` : filePath
}

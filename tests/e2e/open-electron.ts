import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron as electron } from 'playwright'
import { changePreferences, preferenceFile } from '../../electron/host/preference-schema.ts'
import { locales } from '../../shared/locales.ts'
import { watchForProblems } from './open-app.ts'
import type { OpenedApp, OpenOptions } from './open-app.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The same journeys over real Electron, where its binary is. */
export async function openOnElectron(binary: string, options: OpenOptions, home: string): Promise<OpenedApp> {
  const problems: string[] = []
  if (options.size !== undefined) {
    mkdirSync(home, { recursive: true })
    const path = join(home, `${preferenceFile.name}.${preferenceFile.extension}`)
    const kept: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
    writeFileSync(path, JSON.stringify(changePreferences(kept, { window: options.size })))
  }
  const app = await electron.launch({
    executablePath: binary,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, `--home=${home}`,
      `--lang=${locales[options.language ?? 'en']}`,
      ...(options.now === undefined ? [] : [`--now=${options.now}`]),
    ],
    colorScheme: options.colorScheme ?? 'light',
  })
  watchForProblems(app.context(), problems)
  const page = await app.firstWindow()
  const closed = new Promise<void>((resolve) => { app.on('close', () => { resolve() }) })
  return {
    page, home, shell: 'electron', problems, closed,
    dialog: () => Promise.reject(new Error('Electron asks for files with the system\'s own dialog')),
    async choosing(path, act) {
      await app.evaluate(({ dialog }, chosen) => {
        const answer = { canceled: chosen === null, filePath: chosen ?? '', filePaths: chosen === null ? [] : [chosen] }
        // The system's dialog cannot be driven; its answer stands in for it.
        Object.assign(dialog, { showSaveDialog: async () => answer, showOpenDialog: async () => answer })
      }, path)
      await act()
    },
    close: () => app.close(),
  }
}

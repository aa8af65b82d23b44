import './base.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { active, beginChannel, call } from './api.ts'
import { watchCopies } from './copies.ts'
import { loadMessages } from './messages/messages.tsx'
import { applyPreferences, screenLanguage } from './preferences.tsx'

/** The page starts with two questions to the core, and paints once both are answered. */
async function start(root: HTMLElement): Promise<void> {
  const [preferences, status] = await Promise.all([call('preference.get'), call('vault.status'), beginChannel()])
  applyPreferences(preferences)
  const language = screenLanguage(preferences)
  const table = await loadMessages(language)
  for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const) {
    document.addEventListener(kind, active, { passive: true, capture: true })
  }
  watchCopies()
  createRoot(root).render(<App preferences={preferences} status={status} language={language} table={table} />)
}

const root = document.getElementById('root')
if (root !== null) begin(root)

/** A core that is only being started again must not leave the window empty. */
function begin(root: HTMLElement): void {
  start(root).catch(() => { setTimeout(() => { begin(root) }, 500) })
}
